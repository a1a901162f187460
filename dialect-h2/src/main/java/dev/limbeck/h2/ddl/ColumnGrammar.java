package dev.limbeck.h2.ddl;

import dev.limbeck.ddl.ColumnDraft;
import dev.limbeck.ddl.ColumnReader;
import dev.limbeck.ddl.ConstraintReader;
import dev.limbeck.ddl.ConstraintTail;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.KeyTail;
import dev.limbeck.ddl.PartDraft;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.h2.model.H2Nulls;
import dev.limbeck.h2.text.H2Identifiers;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.text.SystemNames;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Unique;
import dev.limbeck.sql.SqlToken;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads columns and constraints as H2 writes them. */
final class ColumnGrammar {
    /** Words at which a default ends, beside those that every database has. */
    private static final Set<String> STOPS =
            Set.of(
                    "ON",
                    "VISIBLE",
                    "INVISIBLE",
                    "SELECTIVITY",
                    "COMMENT",
                    "AUTO_INCREMENT",
                    "BEFORE",
                    "AFTER",
                    "FIRST",
                    "USING");

    /** Words that stand for a type and a numbering. */
    private static final Map<String, String> NUMBERED =
            Map.of("SERIAL", "integer", "BIGSERIAL", "bigint", "IDENTITY", "bigint");

    private final ConstraintReader constraints;
    private final ColumnReader reader;

    ColumnGrammar() {
        ConstraintTail tail = ColumnGrammar::tail;
        this.constraints = new ConstraintReader(tail, KeyTail.none());
        this.reader =
                new ColumnReader(
                        constraints,
                        tail,
                        STOPS,
                        new ColumnReader.Habits(false),
                        List.of(
                                this::key,
                                ColumnGrammar::value,
                                ColumnGrammar::visibility,
                                ColumnGrammar::numbering,
                                ColumnGrammar::note,
                                ColumnGrammar::position));
    }

    /** Takes what H2 accepts behind a constraint and doesn't keep. */
    private static ConstraintTail.Said tail(TokenCursor cursor) {
        boolean more = true;
        while (more) {
            more =
                    cursor.accept("NOT", "DEFERRABLE")
                            || cursor.accept("DEFERRABLE")
                            || cursor.accept("INITIALLY", "DEFERRED")
                            || cursor.accept("INITIALLY", "IMMEDIATE")
                            || cursor.accept("NOCHECK");
            if (!more && cursor.peek().is("CHECK") && !cursor.peek(1).isSymbol("(")) {
                cursor.next();
                more = true;
            }
            if (!more && cursor.accept("INDEX")) {
                H2Names.takeQualified(cursor);
                more = true;
            }
        }
        return new ConstraintTail.Said(ConstraintState.normal(), true);
    }

    /** Takes a column: its name, its type and what follows. */
    void column(DdlContext context, TableDraft table) {
        int offset = context.cursor().offset();
        String name = context.name();
        table.add(column(context, table, name, offset));
    }

    /** Takes a column from behind its name. */
    ColumnDraft column(DdlContext context, TableDraft table, String name, int offset) {
        TokenCursor cursor = context.cursor();
        Optional<String> numbered =
                cursor.peek().kind() == SqlToken.Kind.WORD
                        ? Optional.ofNullable(
                                NUMBERED.get(H2Identifiers.INSTANCE.fold(cursor.peek().text())))
                        : Optional.empty();
        ColumnDraft column;
        if (numbered.isPresent()) {
            boolean isKey = cursor.next().is("IDENTITY");
            column = new ColumnDraft(name, offset, ColumnType.of(numbered.get()));
            number(context, column);
            if (isKey) {
                table.add(primaryKey(offset, Optional.empty(), Key.of(name)));
            }
        } else {
            column = new ColumnDraft(name, offset, StatementTypes.read(context));
        }
        reader.clauses(context, table, column);
        return column;
    }

    /** Takes a constraint of the table, if one comes next. */
    boolean constraint(DdlContext context, TableDraft table) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        int start = cursor.mark();
        Optional<PartName> name = name(context);
        Optional<PartDraft> part =
                tableKey(context, offset, name).or(() -> constraints.table(context, offset, name));
        part.ifPresent(table::add);
        if (part.isEmpty() && name.isPresent()) {
            throw cursor.unexpected();
        }
        if (part.isEmpty()) {
            cursor.go(start);
        }
        return part.isPresent();
    }

    /** Takes the name of a constraint; a schema before it must be the table's and says nothing. */
    static Optional<PartName> name(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (!cursor.accept("CONSTRAINT")) {
            return Optional.empty();
        }
        cursor.accept("IF", "NOT", "EXISTS");
        return Optional.of(SystemNames.of(context.written().name()));
    }

    /** Takes keys as only H2 writes them. */
    private static Optional<PartDraft> tableKey(
            DdlContext context, int offset, Optional<PartName> name) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("PRIMARY", "KEY")) {
            cursor.accept("HASH");
            Key key = Key.of(context.names().list());
            tail(cursor);
            return Optional.of(primaryKey(offset, name, key));
        }
        if (!cursor.accept("UNIQUE")) {
            return Optional.empty();
        }
        H2Nulls nulls = H2Nulls.take(cursor);
        if (cursor.at("(", "VALUE", ")")) {
            cursor.expect("(", "VALUE", ")");
            return Optional.of(
                    new PartDraft(
                            offset,
                            PartDraft.Turn.KEY,
                            name,
                            table -> unique(nulls.on(Key.of(table.columnNames())))));
        }
        cursor.accept("KEY");
        Key key = nulls.on(Key.of(context.names().list()));
        tail(cursor);
        return Optional.of(new PartDraft(offset, PartDraft.Turn.KEY, name, table -> unique(key)));
    }

    private static PartDraft primaryKey(int offset, Optional<PartName> name, Key key) {
        return new PartDraft(
                offset,
                PartDraft.Turn.PRIMARY_KEY,
                name,
                table ->
                        new PrimaryKey(
                                PartName.unknown(),
                                key,
                                ConstraintState.normal(),
                                Optional.empty()));
    }

    private static Unique unique(Key key) {
        return new Unique(PartName.unknown(), key, ConstraintState.normal(), Optional.empty());
    }

    /** Takes a constraint of the column that has a name with a schema, or words of H2's own. */
    private boolean key(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        int start = cursor.mark();
        Optional<PartName> name = name(context);
        if (cursor.accept("UNIQUE")) {
            H2Nulls nulls = H2Nulls.take(cursor);
            cursor.accept("KEY");
            Key key = nulls.on(Key.of(column.name()));
            tail(cursor);
            table.add(new PartDraft(offset, PartDraft.Turn.KEY, name, found -> unique(key)));
            return true;
        }
        if (cursor.accept("PRIMARY", "KEY")) {
            cursor.accept("HASH");
            tail(cursor);
            table.add(primaryKey(offset, name, Key.of(column.name())));
            return true;
        }
        Optional<PartDraft> part = constraints.column(context, offset, name, column.name());
        part.ifPresent(table::add);
        if (part.isEmpty()) {
            cursor.go(start);
        }
        return part.isPresent();
    }

    private static boolean value(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("DEFAULT", "ON", "NULL")) {
            column.option(Options.DEFAULT_ON_NULL, "");
            return true;
        }
        if (cursor.accept("ON", "UPDATE")) {
            column.option(Options.ON_UPDATE, Texts.until(cursor, stops()).text());
            return true;
        }
        if (cursor.accept("AS")) {
            column.generated(Texts.parenthesized(cursor), Generated.Storage.STORED);
            return true;
        }
        return false;
    }

    static Set<String> stops() {
        Set<String> all = new LinkedHashSet<>(ColumnReader.CLAUSE_WORDS);
        all.addAll(STOPS);
        return all;
    }

    private static boolean visibility(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("INVISIBLE")) {
            column.option(Options.INVISIBLE, "");
            return true;
        }
        return cursor.accept("VISIBLE");
    }

    private static boolean numbering(DdlContext context, TableDraft table, ColumnDraft column) {
        if (!context.cursor().accept("AUTO_INCREMENT")) {
            return false;
        }
        number(context, column);
        return true;
    }

    /** Numbers a column, from a first value by a step where they are said. */
    private static void number(DdlContext context, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        SequenceOptions options = SequenceOptions.defaults();
        if (cursor.accept("(")) {
            options = options.withStart(Optional.of(new BigInteger(context.number())));
            if (cursor.accept(",")) {
                options = options.withIncrement(Optional.of(new BigInteger(context.number())));
            }
            cursor.expect(")");
        }
        column.identity(new Identity(Identity.Generation.BY_DEFAULT, options));
        column.impliedNotNull();
    }

    private static boolean note(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("SELECTIVITY")) {
            context.number();
            return true;
        }
        if (cursor.accept("COMMENT")) {
            column.comment(cursor.accept("NULL") ? "" : context.string());
            return true;
        }
        return false;
    }

    /** Takes where a new column stands; the order of columns is never a difference. */
    private static boolean position(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("BEFORE") || cursor.accept("AFTER")) {
            context.name();
            return true;
        }
        if (cursor.accept("USING")) {
            Texts.until(cursor, STOPS);
            return true;
        }
        return cursor.accept("FIRST");
    }
}
