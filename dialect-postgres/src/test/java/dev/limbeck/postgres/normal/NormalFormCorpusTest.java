package dev.limbeck.postgres.normal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Holds texts as people write them against what a live server makes of them: the normal forms of
 * both are one, and those of texts that mean different things are not.
 */
class NormalFormCorpusTest {
    private record Case(String kind, String text) {}

    private record Score(int cases, List<String> apart, List<String> refused) {}

    @ParameterizedTest
    @EngineSource("postgres")
    void whatThePersonWroteIsWhatTheServerStored(TestServer server) throws Exception {
        try (TestDatabase database = server.newDatabase();
                Connection connection = database.connection()) {
            StoredTexts texts = prepared(connection);
            Map<String, Score> scores = new LinkedHashMap<>();
            scores.put("defaults", score(texts, typed("default", "defaults.txt")));
            scores.put("checks", score(texts, plain("check", "checks.txt")));
            scores.put("indexes", score(texts, plain("index", "indexes.txt")));
            scores.put("generated", score(texts, typed("generated", "generated.txt")));
            scores.put("views", score(texts, plain("view", "views.txt")));
            report(server, scores);
            assertAll(
                    scores.entrySet().stream()
                            .map(
                                    entry ->
                                            () ->
                                                    assertEquals(
                                                            List.of(),
                                                            unexpected(entry.getValue()),
                                                            entry.getKey())));
        }
    }

    @ParameterizedTest
    @EngineSource("postgres")
    void whatMeansSomethingElseStaysApart(TestServer server) throws Exception {
        try (TestDatabase database = server.newDatabase();
                Connection connection = database.connection()) {
            StoredTexts texts = prepared(connection);
            List<String> equal = new ArrayList<>();
            int pairs = 0;
            for (String line : lines("different.txt")) {
                String[] fields = line.split(" \\| ");
                assertEquals(3, fields.length, line);
                pairs++;
                List<String> one = spellings(texts, fields[0], fields[1]);
                List<String> other = spellings(texts, fields[0], fields[2]);
                if (one.stream().anyMatch(other::contains)) {
                    equal.add(line);
                }
            }
            System.out.println(server + ": " + pairs + " pairs, false equals: " + equal.size());
            assertTrue(pairs >= 60, "pairs: " + pairs);
            assertEquals(List.of(), equal);
        }
    }

    /**
     * Returns what stays apart beyond what is known to: differences that only the server settles.
     */
    private static List<String> unexpected(Score score) throws IOException {
        List<String> known = lines("apart.txt");
        return score.apart().stream()
                .filter(text -> known.stream().noneMatch(each -> text.startsWith(each + "\n")))
                .toList();
    }

    /** Returns the normal forms of a text as written and as stored. */
    private static List<String> spellings(StoredTexts texts, String kind, String text)
            throws SQLException {
        return List.of(
                texts.canonical(kind, text), texts.canonical(kind, texts.stored(kind, text)));
    }

    private static StoredTexts prepared(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(String.join("\n", lines("fixture.sql")));
        }
        return new StoredTexts(
                connection,
                new PostgresNormalizer(DatabaseProduct.of(connection)),
                FixtureSchema.read(connection));
    }

    private static Score score(StoredTexts texts, List<Case> cases) {
        List<String> apart = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Case each : cases) {
            String stored;
            try {
                stored = texts.stored(each.kind(), each.text());
            } catch (SQLException e) {
                refused.add(each.kind() + ": " + each.text() + " (" + e.getMessage() + ")");
                continue;
            }
            String written = texts.canonical(each.kind(), each.text());
            String kept = texts.canonical(each.kind(), stored);
            if (!written.equals(kept)) {
                apart.add(
                        each.kind()
                                + ": "
                                + each.text()
                                + "\n     stored:  "
                                + stored
                                + "\n     written: "
                                + written
                                + "\n     kept:    "
                                + kept
                                + "\n");
            }
        }
        return new Score(cases.size(), apart, refused);
    }

    private static void report(TestServer server, Map<String, Score> scores) {
        scores.forEach(
                (name, score) -> {
                    int accepted = score.cases() - score.refused().size();
                    System.out.printf(
                            "%s: %s %d of %d%n",
                            server, name, accepted - score.apart().size(), accepted);
                    score.apart().forEach(line -> System.out.println("  apart: " + line));
                    score.refused().forEach(line -> System.out.println("  refused: " + line));
                });
    }

    private static List<Case> plain(String kind, String file) throws IOException {
        return lines(file).stream().map(line -> new Case(kind, line)).toList();
    }

    private static List<Case> typed(String kind, String file) throws IOException {
        return lines(file).stream()
                .map(line -> line.split(" \\| ", 2))
                .map(fields -> new Case(kind + " " + fields[0], fields[1]))
                .toList();
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream stream =
                NormalFormCorpusTest.class.getResourceAsStream("/normal/" + file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n"))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
