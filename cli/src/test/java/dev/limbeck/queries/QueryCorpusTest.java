package dev.limbeck.queries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.Limbeck;
import dev.limbeck.ValidationRequest;
import dev.limbeck.config.ConfigReader;
import dev.limbeck.config.ConfigRequest;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statements that a server takes have no findings, and each fault of others is found where it
 * stands.
 */
final class QueryCorpusTest {
    private static final String EXPECTED = "-- LMB-";
    private static final int HEADER_LINES = 5;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "mysql", "mariadb", "h2", "oracle"})
    void whatAServerTakesHasNoFindings(String dialect) throws IOException {
        String family = dialect.equals("mariadb") ? "mysql" : dialect;
        String valid = corpus(family + ".valid.sql");
        assertThat(valid.lines().filter(line -> line.endsWith(";")).count()).isGreaterThan(35);

        assertThat(findings(dialect, corpus(family + ".schema.sql"), valid))
                .extracting(QueryCorpusTest::said)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "mysql", "h2", "oracle"})
    void eachFaultIsFoundWhereItStands(String dialect) throws IOException {
        List<String> lines = corpus(dialect + ".bad.sql").lines().toList();
        List<String> expected = new ArrayList<>();
        for (int at = 0; at + 1 < lines.size(); at += 2) {
            String[] words = lines.get(at).split(" ", 3);
            assertThat(lines.get(at)).startsWith(EXPECTED);
            expected.add(words[1] + " " + (at + 2) + ":" + column(lines.get(at + 1), words[2]));
        }
        List<String> found =
                findings(dialect, corpus(dialect + ".schema.sql"), String.join("\n", lines))
                        .stream()
                        .map(
                                finding ->
                                        finding.code().id()
                                                + " "
                                                + finding.where().orElseThrow().line()
                                                + ":"
                                                + finding.where().orElseThrow().column())
                        .toList();

        assertThat(found).containsExactlyElementsOf(expected);
    }

    /** A fault stands behind the bar in a text, else where the text begins. */
    private static int column(String line, String marked) {
        int at = line.indexOf(marked.replace("|", ""));
        assertThat(at).as(marked + " in " + line).isNotNegative();
        return at + Math.max(0, marked.indexOf('|')) + 1;
    }

    private List<Diagnostic> findings(String dialect, String schema, String statements)
            throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("limbeck.toml"), "migrations = [\"migrations\"]\n");
        Files.writeString(
                folder.resolve("migrations/a1b2_made.up.sql"),
                "-- made\n--\n-- revision: a1b2\n-- revises:\n\n" + schema);
        Files.writeString(folder.resolve("migrations/a1b2_made.down.sql"), "");
        Files.writeString(folder.resolve("migrations/c3d4_used.up.sql"), header() + statements);
        Files.writeString(folder.resolve("migrations/c3d4_used.down.sql"), "");
        try (Limbeck limbeck =
                Limbeck.configure().project(ConfigReader.read(ConfigRequest.in(folder))).build()) {
            return limbeck
                    .validate(ValidationRequest.standard().on(List.of(dialect)))
                    .findings()
                    .stream()
                    .filter(finding -> finding.code() != ErrorCode.NOT_VALIDATED || isOwn(finding))
                    .map(QueryCorpusTest::withoutHeader)
                    .toList();
        }
    }

    private static String header() {
        return "-- used\n--\n-- revision: c3d4\n-- revises: a1b2\n\n";
    }

    private static Diagnostic withoutHeader(Diagnostic finding) {
        return new Diagnostic(
                finding.severity(),
                finding.code(),
                finding.message(),
                finding.where()
                        .map(
                                where ->
                                        new SourceLocation(
                                                where.file(),
                                                Math.max(0, where.line() - HEADER_LINES),
                                                where.column())),
                finding.hint());
    }

    /** That a statement's names are not checked is a gap of the analysis. */
    private static boolean isOwn(Diagnostic finding) {
        return finding.severity() == Severity.INFO && finding.message().contains("names");
    }

    private static String said(Diagnostic finding) {
        return finding.where().orElseThrow() + ": " + finding.code().id() + " " + finding.message();
    }

    private static String corpus(String name) throws IOException {
        try (InputStream in = QueryCorpusTest.class.getResourceAsStream("/queries/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
