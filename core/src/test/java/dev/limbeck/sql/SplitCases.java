package dev.limbeck.sql;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.SourceLocation;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Golden cases of splitting: an {@code input} section and the {@code statements} it holds. */
public final class SplitCases {
    private SplitCases() {}

    /** Splits the input of a case, checks what holds for every script, and shows the result. */
    public static Map<String, String> compute(Map<String, String> sections, SqlLexicon lexicon) {
        String input = sections.getOrDefault("input", "");
        SplitLaw.check(input, lexicon);
        return Map.of("statements", show(input, lexicon));
    }

    /** Returns what a script holds, for people to read. */
    public static String show(String script, SqlLexicon lexicon) {
        StringBuilder shown = new StringBuilder();
        try (StatementReader reader =
                StatementSplitter.open(new StringReader(script), lexicon, Path.of("script.sql"))) {
            for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
                statement(next.get(), reader, shown);
            }
            directives(reader.trailingDirectives(), shown);
            findings(reader.findings(), shown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shown.toString();
    }

    private static void statement(Statement statement, StatementReader reader, StringBuilder shown)
            throws IOException {
        directives(statement.directives(), shown);
        SourceSpan span = statement.span();
        shown.append(
                String.format(
                        Locale.ROOT,
                        "[%s %d:%d]\n",
                        statement.getClass().getSimpleName(),
                        span.line(),
                        span.column()));
        shown.append(statement.text()).append('\n');
        if (statement instanceof Statement.Copy copy) {
            shown.append("[data ").append(copy.dataLine()).append("]\n");
            shown.append(read(reader.inlineData()));
        }
    }

    private static String read(Reader data) throws IOException {
        StringWriter text = new StringWriter();
        data.transferTo(text);
        return text.toString();
    }

    private static void directives(List<Directive> directives, StringBuilder shown) {
        for (Directive directive : directives) {
            shown.append(
                    String.format(
                            Locale.ROOT,
                            "[directive %d:%d] %s | %s (%d)\n",
                            directive.span().line(),
                            directive.span().column(),
                            directive.name(),
                            directive.argument(),
                            directive.argumentColumn()));
        }
    }

    private static void findings(List<Diagnostic> findings, StringBuilder shown) {
        for (Diagnostic finding : findings) {
            SourceLocation where = finding.where().orElseThrow();
            shown.append(
                    String.format(
                            Locale.ROOT,
                            "[%s %s %d:%d] %s%s\n",
                            finding.severity().name().toLowerCase(Locale.ROOT),
                            finding.code().id(),
                            where.line(),
                            where.column(),
                            finding.message(),
                            finding.hint().map(hint -> " (" + hint + ")").orElse("")));
        }
    }
}
