package dev.limbeck.tck.server;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL server, wherever it came from.
 *
 * @param address where its databases are, for example {@code jdbc:postgresql://localhost:5432/}
 * @param parameters what follows the database in a URL, with its question mark, or nothing
 * @param maintenance the database from which others are made
 */
record PostgresServer(
        String version,
        int major,
        String origin,
        String address,
        String parameters,
        String maintenance,
        String user,
        String password,
        Runnable stop)
        implements RunningServer {
    private static final Pattern URL =
            Pattern.compile("(jdbc:postgresql://[^/?]*/)([^?]*)(\\?.*)?", Pattern.CASE_INSENSITIVE);

    /** Connects to a server and asks its version. */
    static PostgresServer at(String url, String user, String password, String origin, Runnable stop)
            throws SQLException {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "not of the form jdbc:postgresql://host:port/database");
        }
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            DatabaseMetaData data = connection.getMetaData();
            String parameters = parts.group(3) == null ? "" : parts.group(3);
            return new PostgresServer(
                    data.getDatabaseProductName() + " " + data.getDatabaseProductVersion(),
                    data.getDatabaseMajorVersion(),
                    origin,
                    parts.group(1),
                    parameters,
                    parts.group(2),
                    user,
                    password,
                    stop);
        }
    }

    @Override
    public TestDatabase newDatabase() throws SQLException {
        String name = "limbeck_test_" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE " + name + " TEMPLATE template0" + strategy());
        return new TestDatabase(
                address + name + parameters,
                user,
                password,
                () -> execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
    }

    /** From 15 on the other strategy is the default, which writes every page to the log. */
    private String strategy() {
        return major < 15 ? "" : " STRATEGY file_copy";
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                address + maintenance + parameters, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
