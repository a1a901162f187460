package org.example.hsqldb;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.tck.DatabaseUnderTest;
import dev.limbeck.tck.server.TestDatabase;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** HSQLDB in this process, as the contract sees it. */
final class HsqldbUnderTest implements DatabaseUnderTest {
    @Override
    public Dialect dialect() {
        return Dialects.installed().byName("hsqldb");
    }

    @Override
    public TestDatabase newDatabase() throws SQLException {
        String url = "jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc";
        DriverManager.getConnection(url, "SA", "").close();
        return new TestDatabase(url, "SA", "", () -> shutdown(url));
    }

    private static void shutdown(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "SA", "");
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
    }

    @Override
    public void kill(Connection victim) throws SQLException {
        String session = dialect().session(victim);
        try (Connection killer =
                        DriverManager.getConnection(victim.getMetaData().getURL(), "SA", "");
                Statement statement = killer.createStatement()) {
            statement.execute("ALTER SESSION " + session + " CLOSE");
        }
    }

    @Override
    public List<FailingStatement> failingStatements() {
        return List.of(
                new FailingStatement("CREATE «TABEL» x (id integer)"),
                new FailingStatement("INSERT INTO item (id)\n  «VALUSE» ('größe 😀')"),
                new FailingStatement("SELECT '😀', «nam» FROM item"),
                new FailingStatement("INSERT INTO «itme» (id) VALUES (1)"));
    }

    @Override
    public List<SessionChange> sessionChanges() {
        return List.of(
                new SessionChange("SET SCHEMA INFORMATION_SCHEMA", "VALUES (CURRENT_SCHEMA)"),
                new SessionChange(
                        "SET TIME ZONE INTERVAL '5:30' HOUR TO MINUTE", "VALUES (TIMEZONE())"));
    }

    @Override
    public boolean tellsOfSessions() {
        return false;
    }

    @Override
    public String slowQuery() {
        return "SELECT count(*) FROM UNNEST(SEQUENCE_ARRAY(1, 100000, 1)) a,"
                + " UNNEST(SEQUENCE_ARRAY(1, 100000, 1)) b";
    }
}
