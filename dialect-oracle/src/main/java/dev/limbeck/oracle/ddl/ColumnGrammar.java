package dev.limbeck.oracle.ddl;

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
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Generated.Storage;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.Identity.Generation;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.SequenceOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads columns and the constraints of tables. */
final class ColumnGrammar {
    /** The type of a computed column that says none: only the server knows what it comes to. */
    static final ColumnType UNSAID = ColumnType.of("?");

    /** Words at which a default ends, beside those that every database has. */
    private static final Set<String> STOPS =
            Set.of(
                    "ENABLE",
                    "DISABLE",
                    "VALIDATE",
                    "NOVALIDATE",
                    "RELY",
                    "NORELY",
                    "USING",
                    "VISIBLE",
                    "INVISIBLE",
                    "ENCRYPT",
                    "DECRYPT",
                    "SORT",
                    "ANNOTATIONS");

    private final ConstraintReader constraints =
            new ConstraintReader(ConstraintStates::tail, KeyTail.none());

    private final ColumnReader reader =
            new ColumnReader(
                    constraints,
                    ConstraintStates::tail,
                    STOPS,
                    new ColumnReader.Habits(true),
                    List.of(
                            this::onNull,
                            ColumnGrammar::numbered,
                            ColumnGrammar::computed,
                            ColumnGrammar::setting));

    /** Takes a constraint of a table, if one comes next. */
    Optional<PartDraft> constraint(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean next =
                cursor.at("CONSTRAINT")
                        || cursor.at("PRIMARY", "KEY")
                        || cursor.at("FOREIGN", "KEY")
                        || cursor.at("CHECK", "(")
                        || cursor.at("UNIQUE", "(");
        if (!next) {
            return Optional.empty();
        }
        int offset = cursor.offset();
        Optional<PartName> name = ConstraintReader.name(context);
        Optional<PartDraft> part = constraints.table(context, offset, name);
        if (part.isEmpty()) {
            throw cursor.unexpected();
        }
        return part;
    }

    /** Takes a column: its name, its type and what follows. */
    ColumnDraft column(DdlContext context, TableDraft table) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        String name = context.name();
        boolean untyped = cursor.at("AS") || cursor.at("GENERATED", "ALWAYS", "AS", "(");
        ColumnType type = untyped ? UNSAID : context.tools().types().read(context);
        ColumnDraft column = new ColumnDraft(name, offset, type);
        table.add(column);
        reader.clauses(context, table, column);
        return column;
    }

    /** Takes one clause of a column, which must come next. */
    void clause(DdlContext context, TableDraft table, ColumnDraft column) {
        reader.clause(context, table, column);
    }

    private boolean onNull(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        if (!cursor.accept("DEFAULT", "ON", "NULL")) {
            return false;
        }
        boolean update = cursor.accept("FOR", "INSERT", "AND", "UPDATE");
        if (!update) {
            cursor.accept("FOR", "INSERT", "ONLY");
        }
        column.option(Options.DEFAULT_ON_NULL, update ? OracleOptions.FOR_UPDATE_TOO : "");
        column.defaultText(Texts.until(cursor, reader.stops()));
        column.impliedNotNull();
        return true;
    }

    private static boolean numbered(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        int start = cursor.mark();
        if (!cursor.accept("GENERATED")) {
            return false;
        }
        Generation generation = generation(cursor);
        if (!cursor.accept("AS", "IDENTITY")) {
            cursor.go(start);
            return false;
        }
        column.identity(new Identity(generation, counting(context)));
        column.impliedNotNull();
        return true;
    }

    private static Generation generation(TokenCursor cursor) {
        if (cursor.accept("BY", "DEFAULT", "ON", "NULL")) {
            boolean both = cursor.accept("FOR", "INSERT", "AND", "UPDATE");
            if (!both) {
                cursor.accept("FOR", "INSERT", "ONLY");
            }
            return Generation.BY_DEFAULT_ON_NULL;
        }
        if (cursor.accept("BY", "DEFAULT")) {
            return Generation.BY_DEFAULT;
        }
        cursor.accept("ALWAYS");
        return Generation.ALWAYS;
    }

    /** Takes how an identity counts, in parentheses or not. */
    private static SequenceOptions counting(DdlContext context) {
        TokenCursor cursor = context.cursor();
        SequenceOptions counting = SequenceOptions.defaults();
        boolean enclosed = cursor.accept("(");
        boolean more = true;
        while (more) {
            Optional<SequenceOptions> said = SequenceGrammar.option(context, counting);
            counting = said.orElse(counting);
            more = said.isPresent();
        }
        if (enclosed) {
            cursor.expect(")");
        }
        return counting;
    }

    private static boolean computed(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        boolean whole = cursor.accept("GENERATED", "ALWAYS", "AS");
        if (!whole && !cursor.accept("AS")) {
            return false;
        }
        SourceText text = Texts.parenthesized(cursor);
        cursor.accept("VIRTUAL");
        column.generated(text, Storage.VIRTUAL);
        return true;
    }

    private static boolean setting(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("INVISIBLE")) {
            column.option(Options.INVISIBLE, "");
            return true;
        }
        if (cursor.accept("VISIBLE") || cursor.accept("SORT")) {
            return true;
        }
        int offset = cursor.offset();
        if (cursor.accept("ENCRYPT") || cursor.accept("DECRYPT")) {
            StatementNotes.notModelled(context, offset, "how a column is encrypted");
            while (!cursor.atEnd()
                    && !cursor.at(",")
                    && !cursor.at(")")
                    && isOfEncryption(cursor)) {
                cursor.next();
            }
            return true;
        }
        if (cursor.accept("ANNOTATIONS")) {
            StatementNotes.notModelled(context, offset, "an annotation");
            Texts.pass(cursor);
            return true;
        }
        return false;
    }

    private static boolean isOfEncryption(TokenCursor cursor) {
        return cursor.at("USING")
                || cursor.at("IDENTIFIED")
                || cursor.at("BY")
                || cursor.at("SALT")
                || cursor.at("NO", "SALT")
                || cursor.peek().text().startsWith("'");
    }
}
