package dev.limbeck.oracle;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.tck.DatabaseUnderTest;
import dev.limbeck.tck.GeneratedSchemas;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Oracle as the contract sees it.
 *
 * @param server makes a new database
 */
record OracleUnderTest(TestServer server) implements DatabaseUnderTest {
    @Override
    public Dialect dialect() {
        return Dialects.installed().byName("oracle");
    }

    @Override
    public TestDatabase newDatabase() throws SQLException {
        return server.newDatabase();
    }

    @Override
    public List<FailingStatement> failingStatements() {
        return List.of(
                new FailingStatement("SELECT «nam» FROM item"),
                new FailingStatement("INSERT INTO «itme» (id) VALUES (1)"));
    }

    @Override
    public List<SessionChange> sessionChanges() {
        return List.of(
                new SessionChange(
                        "ALTER SESSION SET CURRENT_SCHEMA = SYSTEM",
                        "SELECT SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') FROM dual"),
                new SessionChange(
                        "ALTER SESSION SET NLS_DATE_FORMAT = 'DD/MM/YY'",
                        "SELECT value FROM nls_session_parameters"
                                + " WHERE parameter = 'NLS_DATE_FORMAT'"),
                new SessionChange(
                        "ALTER SESSION SET TIME_ZONE = '+05:30'",
                        "SELECT SESSIONTIMEZONE FROM dual"));
    }

    @Override
    public Optional<GeneratedSchemas> generatedSchemas() {
        return Optional.of(MadeUpSchemas.SCHEMAS);
    }

    @Override
    public String slowQuery() {
        return "SELECT COUNT(*) FROM all_objects a, all_objects b, all_objects c";
    }
}
