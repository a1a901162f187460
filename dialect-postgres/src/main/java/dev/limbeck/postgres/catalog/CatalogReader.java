package dev.limbeck.postgres.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks a server the questions of the folder {@code catalog}, one query each, and counts them. Lines
 * of a question that end with {@code -- since 15}, {@code -- before 15} or {@code -- 15 to 16} are
 * for those versions only; each {@code ?} stands for the chosen schemas.
 */
final class CatalogReader {
    private static final Pattern SINCE = Pattern.compile("-- since (\\d+)$");
    private static final Pattern BEFORE = Pattern.compile("-- before (\\d+)$");
    private static final Pattern RANGE = Pattern.compile("-- (\\d+) to (\\d+)$");

    private final Connection connection;
    private final int version;
    private int queries;

    CatalogReader(Connection connection, int version) {
        this.connection = connection;
        this.version = version;
    }

    /** Returns how many queries were sent. */
    int queries() {
        return queries;
    }

    /** Returns the major version of the server. */
    int version() {
        return version;
    }

    /**
     * Returns the answer to a question.
     *
     * @param question the name of its file
     * @param namespaces the numbers of the chosen schemas
     */
    List<CatalogRow> ask(String question, Collection<Long> namespaces) throws SQLException {
        queries++;
        String sql = text(question, version);
        Array chosen = connection.createArrayOf("oid", namespaces.toArray());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            long places = sql.chars().filter(letter -> letter == '?').count();
            for (int i = 1; i <= places; i++) {
                statement.setArray(i, chosen);
            }
            try (ResultSet answer = statement.executeQuery()) {
                return CatalogRow.all(answer);
            }
        } finally {
            chosen.free();
        }
    }

    /** Returns the text of a question as a version understands it. */
    static String text(String question, int version) {
        String file = "questions/" + question + ".sql";
        try (InputStream in = CatalogReader.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--") && isFor(version, line))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private static boolean isFor(int version, String line) {
        Matcher since = SINCE.matcher(line);
        if (since.find()) {
            return version >= Integer.parseInt(since.group(1));
        }
        Matcher before = BEFORE.matcher(line);
        if (before.find()) {
            return version < Integer.parseInt(before.group(1));
        }
        Matcher range = RANGE.matcher(line);
        return !range.find()
                || (version >= Integer.parseInt(range.group(1))
                        && version <= Integer.parseInt(range.group(2)));
    }
}
