package dev.limbeck.tck.server;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A MySQL or MariaDB server, wherever it came from.
 *
 * @param address where its databases are, for example {@code jdbc:mysql://localhost:3306/}
 * @param parameters what follows the database in a URL, with its question mark, or nothing
 */
record MySqlServer(
        String version,
        String origin,
        String address,
        String parameters,
        String user,
        String password,
        Runnable stop)
        implements RunningServer {
    private static final Pattern URL =
            Pattern.compile(
                    "(jdbc:(?:mysql|mariadb)://[^/?]*/)([^?]*)(\\?.*)?", Pattern.CASE_INSENSITIVE);

    /** Connects to a server and asks its version. */
    static MySqlServer at(String url, String user, String password, String origin, Runnable stop)
            throws SQLException {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not of the form jdbc:mysql://host:port/database");
        }
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            DatabaseMetaData data = connection.getMetaData();
            // What older MariaDBs put before their version for clients that were made for MySQL 5.
            String numbers = data.getDatabaseProductVersion().replaceFirst("^5\\.5\\.5-", "");
            boolean maria = numbers.toLowerCase(Locale.ROOT).contains("mariadb");
            return new MySqlServer(
                    (maria ? "MariaDB " : "MySQL ") + numbers,
                    origin,
                    parts.group(1),
                    parts.group(3) == null ? "" : parts.group(3),
                    user,
                    password,
                    stop);
        }
    }

    @Override
    public TestDatabase newDatabase() throws SQLException {
        String name = "limbeck_test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        }
        return new TestDatabase(address + name + parameters, user, password, () -> drop(name));
    }

    /** Ends the sessions first: one with a transaction open would let nobody drop its tables. */
    private void drop(String name) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            var sessions = new ArrayList<String>();
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT id FROM information_schema.processlist WHERE db = '"
                                    + name
                                    + "'")) {
                while (row.next()) {
                    sessions.add(row.getString(1));
                }
            }
            for (String session : sessions) {
                kill(statement, session);
            }
            statement.execute("DROP DATABASE IF EXISTS " + name);
        }
    }

    private static void kill(Statement statement, String session) throws SQLException {
        try {
            statement.execute("KILL " + session);
        } catch (SQLException e) {
            // It ended by itself meanwhile: ER_NO_SUCH_THREAD.
            if (e.getErrorCode() != 1094) {
                throw e;
            }
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(address + parameters, user, password);
    }

    @Override
    public void close() {
        stop.run();
    }
}
