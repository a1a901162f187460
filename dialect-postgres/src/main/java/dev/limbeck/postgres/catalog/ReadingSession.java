package dev.limbeck.postgres.catalog;

import dev.limbeck.postgres.text.PostgresIdentifiers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A session that is set up for reading: one picture of the catalog, nothing in the search path but
 * the default schema, whose name the model leaves out too, and constants written one way whatever
 * the session prefers. Closing it leaves no trace.
 */
final class ReadingSession implements AutoCloseable {
    private static final Map<String, String> SETTINGS =
            new TreeMap<>(
                    Map.of(
                            "datestyle", "ISO, YMD",
                            "jit", "off",
                            "intervalstyle", "postgres",
                            "timezone", "UTC",
                            "extra_float_digits", "1",
                            "bytea_output", "hex",
                            "quote_all_identifiers", "off",
                            "standard_conforming_strings", "on",
                            "lc_monetary", "C"));

    private final Connection connection;
    private final String defaultSchema;
    private final boolean ownTransaction;
    private final Map<String, String> before = new TreeMap<>();

    private ReadingSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.ownTransaction = connection.getAutoCommit();
        if (ownTransaction) {
            connection.setAutoCommit(false);
            execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        }
        this.defaultSchema = remember();
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.put("search_path", PostgresIdentifiers.INSTANCE.quote(defaultSchema));
        set(settings);
    }

    /** Sets a session up; it is as it was before when this fails. */
    static ReadingSession open(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        try {
            return new ReadingSession(connection);
        } catch (SQLException e) {
            if (autoCommit && !connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            throw e;
        }
    }

    /** Returns the name of the connection's default schema. */
    String defaultSchema() {
        return defaultSchema;
    }

    private String remember() throws SQLException {
        List<String> names = new ArrayList<>(SETTINGS.keySet());
        names.add("search_path");
        StringBuilder question = new StringBuilder("SELECT coalesce(current_schema(), 'public')");
        names.forEach(name -> question.append(", current_setting('").append(name).append("')"));
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question.toString())) {
            answer.next();
            for (int i = 0; i < names.size(); i++) {
                before.put(names.get(i), answer.getString(i + 2));
            }
            return answer.getString(1);
        }
    }

    /** Sets values until the transaction ends. */
    private void set(Map<String, String> values) throws SQLException {
        String each = "pg_catalog.set_config(?, ?, true)";
        String all = String.join(", ", java.util.Collections.nCopies(values.size(), each));
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + all)) {
            int place = 0;
            for (Map.Entry<String, String> value : values.entrySet()) {
                statement.setString(++place, value.getKey());
                statement.setString(++place, value.getValue());
            }
            statement.execute();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        if (ownTransaction) {
            connection.rollback();
            connection.setAutoCommit(true);
        } else {
            set(before);
        }
    }
}
