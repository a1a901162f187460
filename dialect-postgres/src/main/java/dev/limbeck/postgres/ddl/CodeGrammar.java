package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.Strings;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Table;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads statements that run code, or take rows: what they may do to the schema. */
final class CodeGrammar {
    /** The words without which code leaves the schema alone. */
    private static final Set<String> CHANGING =
            Set.of("CREATE", "ALTER", "DROP", "COMMENT", "GRANT", "REVOKE", "EXECUTE", "IMPORT");

    /** Functions of widespread extensions that make or change tables. */
    private static final Set<String> KNOWN_CHANGERS =
            Set.of(
                    "addgeometrycolumn",
                    "dropgeometrycolumn",
                    "dropgeometrytable",
                    "updategeometrysrid",
                    "create_hypertable",
                    "create_distributed_table",
                    "create_reference_table",
                    "create_parent");

    /** Takes a {@code DO} block, from behind the word. */
    void block(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("DO");
        String code = "";
        while (!cursor.atEnd()) {
            if (cursor.accept("LANGUAGE")) {
                cursor.next();
            } else {
                code = context.string();
            }
        }
        if (mayChange(context, code)) {
            taint(context, "this DO block may change anything");
        }
    }

    /** Takes a {@code CALL}, from behind the word. */
    void call(DdlContext context) {
        WrittenName written = context.written();
        QualifiedName name = context.existingOf(written, kind -> kind == ObjectKind.ROUTINE);
        List<Routine> routines = context.schema().routines(name);
        Rest.pass(context.cursor());
        boolean changes =
                routines.isEmpty()
                        || routines.stream().anyMatch(routine -> changes(context, routine));
        if (changes) {
            taint(context, "procedure " + name + " may change anything");
        }
    }

    /** Takes a prepared statement that runs, or any other text that isn't here. */
    void unknown(DdlContext context, String what) {
        Rest.pass(context.cursor());
        taint(context, what + " may change anything");
    }

    /** Takes a query or a change of rows: it changes the schema only through what it calls. */
    void rows(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean query = cursor.at("SELECT") || cursor.at("WITH");
        int depth = 0;
        while (!cursor.atEnd()) {
            SqlToken token = cursor.next();
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (token.is("INSERT") || token.is("MERGE")) {
                query = false;
            }
            if (query && depth == 0 && token.is("INTO")) {
                intoTable(context);
            } else if (PostgresTypes.isName(token) && cursor.at("(")) {
                called(context, token);
            }
        }
    }

    /**
     * Takes the table that {@code SELECT … INTO} makes, of which only the server knows the columns.
     */
    private static void intoTable(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean temporary = cursor.accept("TEMPORARY") || cursor.accept("TEMP");
        cursor.accept("UNLOGGED");
        cursor.accept("TABLE");
        WrittenName written = context.written();
        if (temporary) {
            context.session(context.session().withTemporary(written.name()));
            return;
        }
        context.at(written.offset());
        Table table = Table.of(context.made(written), List.of());
        context.element(0, table.id());
        context.change(new ObjectChange.Create(table));
        StatementNotes.unknown(
                context,
                Optional.of(table.id()),
                "the columns of table " + table.name() + " come from a query");
    }

    private void called(DdlContext context, SqlToken token) {
        String name = context.names().of(token);
        if (name.equals("set_config")) {
            SessionGrammar.setConfig(context);
            return;
        }
        boolean changes = KNOWN_CHANGERS.contains(name);
        for (String schema : context.session().path()) {
            for (Routine routine : context.schema().routines(QualifiedName.of(schema, name))) {
                changes |= changes(context, routine);
            }
        }
        if (changes) {
            taint(context, "function " + name + " may change anything");
        }
    }

    private static boolean changes(DdlContext context, Routine routine) {
        return mayChange(context, routine.body().source());
    }

    /** Returns whether code holds a word that changes schemas, or that runs made-up statements. */
    private static boolean mayChange(DdlContext context, String code) {
        for (SqlToken token : SqlTokenizer.significant(code, context.tools().lexicon())) {
            boolean word =
                    token.kind() == SqlToken.Kind.WORD
                            && CHANGING.contains(token.text().toUpperCase(Locale.ROOT));
            boolean nested =
                    token.kind() == SqlToken.Kind.STRING
                            && token.text().startsWith("$")
                            && mayChange(context, Strings.value(token.text()));
            if (word || nested) {
                return true;
            }
        }
        return false;
    }

    private static void taint(DdlContext context, String reason) {
        StatementNotes.unknown(context, Optional.empty(), reason);
    }
}
