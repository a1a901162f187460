package dev.limbeck.mysql;

import dev.limbeck.dialect.SpellingProbe;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.type.MySqlTypes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a temporary table whose defaults, computed columns or checks hold both texts, and reads how
 * the server has kept them. Nobody else sees the table, it commits nothing and is dropped at once.
 *
 * <p>There are no temporary views, so about queries a server can't be asked.
 */
final class MySqlSpellingProbe implements SpellingProbe {
    /** A name that no schema has: the table is there for the length of one question. */
    private static final String TABLE = "limbeck_spelling";

    private static final String ONE = "limbeck_spelling_1";
    private static final String OTHER = "limbeck_spelling_2";

    /** What a value is made of whose type nobody tells, such as one that is only indexed. */
    private static final String ANY_TYPE = "varchar(255)";

    private final Connection connection;

    MySqlSpellingProbe(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<String> unavailable() throws SQLException {
        try {
            execute("CREATE TEMPORARY TABLE " + TABLE + " (a int)");
            execute("DROP TEMPORARY TABLE " + TABLE);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(
                    "the user may make no temporary tables (GRANT CREATE TEMPORARY TABLES): "
                            + e.getMessage());
        }
    }

    @Override
    public List<Answer> ask(List<Pair> pairs) throws SQLException {
        List<Answer> answers = new ArrayList<>();
        for (Pair pair : pairs) {
            answers.add(ask(pair));
        }
        return answers;
    }

    private Answer ask(Pair pair) throws SQLException {
        Optional<String> actions = actions(pair);
        if (actions.isEmpty()) {
            return Answer.refused("the server keeps no temporary copy of such a text");
        }
        try {
            execute(
                    "CREATE TEMPORARY TABLE "
                            + TABLE
                            + pair.relation()
                                    .map(owner -> " LIKE " + MySqlIdentifiers.write(owner))
                                    .orElse(" (limbeck_spelling int)"));
            execute("ALTER TABLE " + TABLE + " " + actions.get());
            List<String> kept = definition().lines().map(String::strip).toList();
            return Answer.of(line(kept, ONE).equals(line(kept, OTHER)));
        } catch (SQLException e) {
            return Answer.refused(String.valueOf(e.getMessage()));
        } finally {
            execute("DROP TEMPORARY TABLE IF EXISTS " + TABLE);
        }
    }

    /** Returns what puts both texts into the table; empty where no table can hold them. */
    private static Optional<String> actions(Pair pair) {
        return switch (pair.use()) {
            case CONDITION ->
                    Optional.of(
                            "ADD CONSTRAINT %s CHECK (%s), ADD CONSTRAINT %s CHECK (%s)"
                                    .formatted(ONE, pair.before(), OTHER, pair.after()));
            case VALUE -> {
                String type = pair.type().map(MySqlTypes::render).orElse(ANY_TYPE);
                String column =
                        pair.relation().isPresent()
                                ? "ADD COLUMN %s " + type + " GENERATED ALWAYS AS (%s) VIRTUAL"
                                : "ADD COLUMN %s " + type + " DEFAULT (%s)";
                yield Optional.of(
                        column.formatted(ONE, pair.before())
                                + ", "
                                + column.formatted(OTHER, pair.after()));
            }
            case QUERY, DOMAIN_CONDITION, TRIGGER_CONDITION, BODY, ATTACHMENT -> Optional.empty();
        };
    }

    private String definition() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + TABLE)) {
            row.next();
            return row.getString(2);
        }
    }

    /** Returns the line about a name without that name; each stands on a line of its own. */
    private static String line(List<String> definition, String name) {
        String quoted = MySqlIdentifiers.INSTANCE.quote(name);
        return definition.stream()
                .filter(line -> line.contains(quoted))
                .map(line -> line.replace(quoted, "").replaceFirst(",$", ""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the server kept no " + name));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
