package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.ColumnDraft;
import dev.limbeck.ddl.ColumnReader;
import dev.limbeck.ddl.ConstraintReader;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.KeyTail;
import dev.limbeck.ddl.PartDraft;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.ColumnPosition;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads columns. */
final class ColumnGrammar {
    /** Words at which a default ends, beside those that every database has. */
    private static final Set<String> STOPS =
            Set.of(
                    "ON",
                    "VISIBLE",
                    "INVISIBLE",
                    "COMMENT",
                    "AUTO_INCREMENT",
                    "KEY",
                    "AFTER",
                    "FIRST",
                    "AS",
                    "COLUMN_FORMAT",
                    "STORAGE",
                    "SRID",
                    "REF_SYSTEM_ID",
                    "ENGINE_ATTRIBUTE",
                    "WITHOUT",
                    "COMPRESSED");

    private static final Set<String> ALL_STOPS = stops();

    private final ServerVersion server;
    private final ConstraintReader constraints =
            new ConstraintReader(KeyGrammar::tail, KeyTail.none());

    private final ColumnReader reader;

    ColumnGrammar(ServerVersion server) {
        this.server = server;
        this.reader =
                new ColumnReader(
                        constraints,
                        KeyGrammar::tail,
                        STOPS,
                        new ColumnReader.Habits(true),
                        List.of(
                                this::key,
                                this::check,
                                ColumnGrammar::value,
                                ColumnGrammar::computed,
                                ColumnGrammar::note,
                                ColumnGrammar::setting));
    }

    private static Set<String> stops() {
        Set<String> all = new LinkedHashSet<>(ColumnReader.CLAUSE_WORDS);
        all.addAll(STOPS);
        return Set.copyOf(all);
    }

    /** Takes a column: its name, its type and what follows. */
    void column(DdlContext context, TableDraft table) {
        int offset = context.cursor().offset();
        column(context, table, context.name(), offset);
    }

    /** Takes a column from behind its name. */
    void column(DdlContext context, TableDraft table, String name, int offset) {
        TokenCursor cursor = context.cursor();
        ColumnDraft column;
        if (cursor.accept("SERIAL")) {
            column = new ColumnDraft(name, offset, ColumnType.of("bigint").withUnsigned(true));
            number(column);
            table.add(unique(offset, name));
        } else {
            column = new ColumnDraft(name, offset, context.tools().types().read(context));
        }
        table.add(column);
        while (!cursor.atEnd() && !cursor.at(",") && !cursor.at(")") && !isPosition(cursor)) {
            reader.clause(context, table, column);
        }
    }

    private static boolean isPosition(TokenCursor cursor) {
        return cursor.at("FIRST") || cursor.at("AFTER");
    }

    /** Takes where a column stands, if that is said. */
    static Optional<ColumnPosition> position(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("FIRST")) {
            return Optional.of(new ColumnPosition(Optional.empty()));
        }
        return cursor.accept("AFTER")
                ? Optional.of(new ColumnPosition(Optional.of(context.name())))
                : Optional.empty();
    }

    private static void number(ColumnDraft column) {
        column.identity(Identity.of(Identity.Generation.BY_DEFAULT));
        column.impliedNotNull();
    }

    private static PartDraft unique(int offset, String column) {
        return new PartDraft(
                offset,
                PartDraft.Turn.KEY,
                Optional.empty(),
                table ->
                        Index.of(PartName.unknown(), List.of(IndexPart.column(column)))
                                .withUnique(true));
    }

    private static PartDraft primaryKey(int offset, String column) {
        return new PartDraft(
                offset,
                PartDraft.Turn.PRIMARY_KEY,
                Optional.empty(),
                table ->
                        new PrimaryKey(
                                PartName.unknown(),
                                Key.of(column),
                                ConstraintState.normal(),
                                Optional.empty()));
    }

    private boolean key(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        if (cursor.accept("PRIMARY", "KEY") || cursor.accept("PRIMARY") || cursor.accept("KEY")) {
            table.add(primaryKey(offset, column.name()));
            column.impliedNotNull();
            return true;
        }
        if (cursor.accept("UNIQUE")) {
            cursor.accept("KEY");
            table.add(unique(offset, column.name()));
            return true;
        }
        return reference(context, table, column, offset);
    }

    /** MySQL before 9 reads what a column refers to, and forgets it. */
    private boolean reference(
            DdlContext context, TableDraft table, ColumnDraft column, int offset) {
        TokenCursor cursor = context.cursor();
        if (!cursor.at("REFERENCES")) {
            return false;
        }
        Optional<PartDraft> part =
                constraints.column(context, offset, Optional.empty(), column.name());
        if (server.isMariaDb() || server.major() >= 9) {
            part.ifPresent(table::add);
        } else {
            context.find(
                    offset,
                    Diagnostic.warning(
                                    ErrorCode.NOT_MODELLED,
                                    server
                                            + " forgets REFERENCES behind a column: "
                                            + column.name()
                                            + " gets no foreign key")
                            .withHint("write FOREIGN KEY (…) REFERENCES … behind the columns"));
        }
        return true;
    }

    /** MariaDB keeps a column's check with the column and under its name. */
    private boolean check(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        int start = cursor.mark();
        int offset = cursor.offset();
        Optional<PartName> name =
                cursor.at("CONSTRAINT", "CHECK")
                        ? Optional.empty()
                        : ConstraintReader.name(context);
        cursor.accept("CONSTRAINT");
        if (!cursor.at("CHECK")) {
            cursor.go(start);
            return false;
        }
        Optional<PartName> own =
                server.isMariaDb() ? Optional.of(PartName.derived(column.name())) : name;
        constraints.column(context, offset, own, column.name()).ifPresent(table::add);
        return true;
    }

    private static boolean value(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("AUTO_INCREMENT")) {
            number(column);
            return true;
        }
        if (cursor.accept("ON", "UPDATE")) {
            column.option(Options.ON_UPDATE, Texts.until(cursor, ALL_STOPS).text());
            return true;
        }
        return cursor.accept("SERIAL", "DEFAULT", "VALUE");
    }

    private static boolean computed(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        boolean said = cursor.accept("GENERATED", "ALWAYS");
        if (said) {
            cursor.expect("AS");
        } else if (!cursor.accept("AS")) {
            return false;
        }
        SourceText text = Texts.parenthesized(cursor);
        boolean stored = cursor.accept("STORED") || cursor.accept("PERSISTENT");
        if (!stored) {
            cursor.accept("VIRTUAL");
        }
        column.generated(text, stored ? Generated.Storage.STORED : Generated.Storage.VIRTUAL);
        return true;
    }

    private static boolean note(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("COMMENT")) {
            cursor.accept("=");
            column.comment(MySqlStrings.value(cursor.next().text()));
            return true;
        }
        if (cursor.accept("INVISIBLE")) {
            column.option(Options.INVISIBLE, "");
            return true;
        }
        return cursor.accept("VISIBLE");
    }

    private static boolean setting(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("SRID") || cursor.accept("REF_SYSTEM_ID")) {
            cursor.accept("=");
            column.option("srid", context.number());
            return true;
        }
        boolean known =
                cursor.at("COLUMN_FORMAT") || cursor.at("STORAGE") || cursor.at("ENGINE_ATTRIBUTE");
        if (!known) {
            return false;
        }
        int offset = cursor.offset();
        String words = cursor.word();
        cursor.accept("=");
        if (!cursor.next().text().equalsIgnoreCase("DEFAULT")) {
            StatementNotes.notModelled(context, offset, words + " of a column");
        }
        return true;
    }
}
