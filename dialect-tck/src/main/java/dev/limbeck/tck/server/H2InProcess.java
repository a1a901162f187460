package dev.limbeck.tck.server;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** H2 in memory, in this JVM. */
final class H2InProcess implements ServerSource {
    private static final String USER = "sa";

    @Override
    public RunningServer start(Engine engine) throws UnavailableException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:", USER, "")) {
            DatabaseMetaData data = connection.getMetaData();
            return new InProcess(
                    data.getDatabaseProductName() + " " + data.getDatabaseProductVersion());
        } catch (SQLException e) {
            if ("08001".equals(e.getSQLState())) {
                throw new UnavailableException("H2's driver is not on the class path");
            }
            throw e;
        }
    }

    private record InProcess(String version) implements RunningServer {
        @Override
        public String origin() {
            return "in this process";
        }

        @Override
        public TestDatabase newDatabase() {
            String url =
                    "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
            return new TestDatabase(url, USER, "", () -> shutDown(url));
        }

        private static void shutDown(String url) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url, USER, "");
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
            }
        }

        @Override
        public void close() {}
    }
}
