package dev.limbeck.h2;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.tck.DatabaseUnderTest;
import dev.limbeck.tck.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * H2 as the contract sees it.
 *
 * @param databases makes a new database
 */
record H2UnderTest(Databases databases) implements DatabaseUnderTest {
    /** Makes databases of some kind: in memory, in a file, behind a server. */
    @FunctionalInterface
    interface Databases {
        TestDatabase make() throws SQLException;
    }

    @Override
    public Dialect dialect() {
        return Dialects.installed().byName("h2");
    }

    @Override
    public TestDatabase newDatabase() throws SQLException {
        return databases.make();
    }

    @Override
    public void kill(Connection victim) throws SQLException {
        String session = dialect().session(victim);
        String url = victim.getMetaData().getURL();
        try (Connection killer = DriverManager.getConnection(url, "sa", "");
                Statement statement = killer.createStatement()) {
            statement.execute("CALL ABORT_SESSION(" + session + ")");
        }
    }

    @Override
    public List<FailingStatement> failingStatements() {
        return List.of(
                new FailingStatement("CREATE «TABEL» x (id integer)"),
                new FailingStatement("INSERT INTO item (id)\n  «VALUSE» ('größe 😀')"),
                new FailingStatement("SELECT '[*]', «FROM» item"),
                new FailingStatement("SELECT '😀', «nam» FROM item"),
                new FailingStatement("INSERT INTO «itme» (id) VALUES (1)"));
    }

    @Override
    public List<SessionChange> sessionChanges() {
        return List.of(
                new SessionChange("SET SCHEMA INFORMATION_SCHEMA", "SELECT CURRENT_SCHEMA"),
                new SessionChange(
                        "SET SCHEMA_SEARCH_PATH INFORMATION_SCHEMA",
                        "SELECT count(*) FROM INFORMATION_SCHEMA.SESSION_STATE"
                                + " WHERE STATE_COMMAND LIKE '%PATH%INFORMATION_SCHEMA%'"),
                new SessionChange(
                        "SET TIME ZONE '+05:30'",
                        "SELECT EXTRACT(TIMEZONE_MINUTE FROM CURRENT_TIMESTAMP)"),
                new SessionChange("SET LOCK_TIMEOUT 77", "SELECT LOCK_TIMEOUT()"),
                new SessionChange("SET QUERY_TIMEOUT 60000", setting("QUERY_TIMEOUT")),
                new SessionChange("SET NON_KEYWORDS \"VALUE\"", setting("NON_KEYWORDS")));
    }

    private static String setting(String name) {
        return "SELECT max(SETTING_VALUE) FROM INFORMATION_SCHEMA.SETTINGS"
                + " WHERE SETTING_NAME = '"
                + name
                + "'";
    }

    @Override
    public String slowQuery() {
        return "SELECT count(*) FROM SYSTEM_RANGE(1, 100000) a, SYSTEM_RANGE(1, 100000) b";
    }
}
