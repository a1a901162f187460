package dev.limbeck.postgres;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.schema.RenameHint;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Scripts that the reader of DDL and a server both take. */
final class DdlCases {
    static final Path FILE = Path.of("script.sql");

    private DdlCases() {}

    static PostgresSchemas support(int major) {
        return new PostgresSchemas(
                new DatabaseProduct("PostgreSQL", Integer.toString(major), major, 0));
    }

    static DdlInterpreter interpreter(int major) {
        return DdlInterpreter.begin(support(major).ddl(), PostgresLexicon.LEXICON);
    }

    static List<Statement> statements(String script) {
        return StatementSplitter.split(script, PostgresLexicon.LEXICON, FILE).statements();
    }

    /** Returns what each statement changes, one line a change, and what is found in it. */
    static String told(String script, int major) {
        StringBuilder text = new StringBuilder();
        Schema schema = Schema.empty();
        DdlInterpreter interpreter = interpreter(major);
        for (Statement statement : statements(script)) {
            DdlInterpreter.Step step = interpreter.apply(schema, statement, FILE);
            text.append(statement.span().line()).append(":\n");
            step.changes()
                    .forEach(
                            change ->
                                    text.append("  ")
                                            .append(change.kind())
                                            .append(": ")
                                            .append(change.summary())
                                            .append('\n'));
            step.findings().forEach(found -> text.append("  ").append(told(found)).append('\n'));
            schema = step.schema();
            interpreter = step.next();
        }
        for (RenameHint hint : schema.renameHints()) {
            text.append("was ")
                    .append(hint.oldName())
                    .append(": ")
                    .append(hint.part().map(part -> part + " of ").orElse(""))
                    .append(hint.object())
                    .append('\n');
        }
        return text.toString();
    }

    private static String told(Diagnostic found) {
        SourceLocation where = found.where().orElseThrow();
        return found.severity().name().toLowerCase(Locale.ROOT)
                + " "
                + where.line()
                + ":"
                + where.column()
                + " "
                + found.message()
                + found.hint().map(hint -> " | " + hint).orElse("");
    }
}
