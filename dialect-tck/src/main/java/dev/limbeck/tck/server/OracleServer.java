package dev.limbeck.tck.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An Oracle server, wherever it came from. What other products call a database is a user here.
 *
 * @param user may make users, and give them what the tests need
 */
record OracleServer(
        String version, String origin, String url, String user, String password, Runnable stop)
        implements RunningServer {
    private static final String PASSWORD = "Limbeck1";

    private static final String RIGHTS =
            "CREATE SESSION, ALTER SESSION, CREATE TABLE, CREATE VIEW, CREATE MATERIALIZED VIEW,"
                    + " CREATE SEQUENCE, CREATE SYNONYM, CREATE PROCEDURE, CREATE TRIGGER, CREATE TYPE";

    /** Connects to a server and asks its version. */
    static OracleServer at(String url, String user, String password, String origin, Runnable stop)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            String version =
                    connection
                            .getMetaData()
                            .getDatabaseProductVersion()
                            .lines()
                            .findFirst()
                            .orElse("");
            return new OracleServer(version, origin, url, user, password, stop);
        }
    }

    @Override
    public TestDatabase newDatabase() throws SQLException {
        String name = "LIMBECK_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE USER "
                            + name
                            + " IDENTIFIED BY \""
                            + PASSWORD
                            + "\" QUOTA UNLIMITED ON USERS");
            statement.execute("GRANT " + RIGHTS + " TO " + name);
            statement.execute("GRANT EXECUTE ON SYS.DBMS_LOCK TO " + name);
            statement.execute("GRANT SELECT ON SYS.V_$LOCK TO " + name);
            statement.execute("GRANT SELECT ON SYS.V_$SESSION TO " + name);
        }
        return new TestDatabase(url, name, PASSWORD, () -> drop(name));
    }

    /** A user that is connected can't be dropped. */
    private void drop(String name) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            List<String> sessions = new ArrayList<>();
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT sid || ',' || serial# FROM v$session WHERE username = '"
                                    + name
                                    + "'")) {
                while (row.next()) {
                    sessions.add(row.getString(1));
                }
            }
            for (String session : sessions) {
                statement.execute("ALTER SYSTEM DISCONNECT SESSION '" + session + "' IMMEDIATE");
            }
            statement.execute("DROP USER " + name + " CASCADE");
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public void close() {
        stop.run();
    }
}
