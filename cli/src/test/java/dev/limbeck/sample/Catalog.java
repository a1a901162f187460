package dev.limbeck.sample;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The questions that lay open what a database of one product holds, the ledger left out.
 *
 * <p>Each is a file in {@code catalog/<product>/} of the test resources. A line {@code -- without:
 * REGEX} in it leaves out the rows whose first column matches.
 */
public final class Catalog {
    private static final Pattern WITHOUT = Pattern.compile("(?m)^-- without: (.*)$");

    private final List<Question> questions;

    private Catalog(List<Question> questions) {
        this.questions = questions;
    }

    private record Question(String name, String query, Predicate<String> left) {}

    /** Returns the questions for a product. */
    public static Catalog of(String product) throws IOException {
        try (Stream<Path> files = Files.list(folder(product))) {
            var questions = new ArrayList<Question>();
            for (Path file : files.sorted().toList()) {
                questions.add(question(file));
            }
            return new Catalog(questions);
        }
    }

    private static Path folder(String product) throws IOException {
        // The two have the same catalog.
        String name = "/catalog/" + (product.equals("mariadb") ? "mysql" : product);
        try {
            return Path.of(Objects.requireNonNull(Catalog.class.getResource(name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static Question question(Path file) throws IOException {
        String query = Files.readString(file);
        Matcher without = WITHOUT.matcher(query);
        return new Question(
                file.getFileName().toString().replace(".sql", ""),
                query,
                without.find() ? Pattern.compile(without.group(1)).asPredicate() : row -> false);
    }

    /** Returns what a database holds, a line a thing, sorted. */
    public List<String> read(Connection connection) throws SQLException {
        var lines = new ArrayList<String>();
        try (Statement statement = connection.createStatement()) {
            for (Question question : questions) {
                try (ResultSet rows = statement.executeQuery(question.query())) {
                    while (rows.next()) {
                        if (!question.left().test(rows.getString(1))) {
                            lines.add(line(question.name(), rows));
                        }
                    }
                }
            }
        }
        return lines.stream().sorted().toList();
    }

    private static String line(String name, ResultSet row) throws SQLException {
        var line = new StringJoiner(" | ", name + ": ", "");
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            line.add(String.valueOf(row.getString(i)));
        }
        return line.toString();
    }
}
