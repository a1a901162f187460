package dev.limbeck.postgres;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.tck.DatabaseUnderTest;
import dev.limbeck.tck.DialectContract;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

@ParameterizedClass
@EngineSource("postgres")
class PostgresContractTest extends DialectContract {
    @Parameter TestServer server;

    @Override
    protected DatabaseUnderTest subject() {
        return new Subject(server);
    }

    private record Subject(TestServer server) implements DatabaseUnderTest {
        @Override
        public Dialect dialect() {
            return Dialects.installed().byName("postgres");
        }

        @Override
        public TestDatabase newDatabase() throws SQLException {
            return server.newDatabase();
        }

        @Override
        public List<String> outsideTransactions() {
            return List.of(
                    "CREATE INDEX CONCURRENTLY item_id ON item (id)",
                    "REINDEX INDEX CONCURRENTLY item_id",
                    "DROP INDEX CONCURRENTLY item_id",
                    "VACUUM item");
        }

        @Override
        public List<FailingStatement> failingStatements() {
            return List.of(
                    new FailingStatement("CREATE «TABEL» x (id integer)"),
                    new FailingStatement("SELECT id\n  FROM item\n WHERE «nam» = 'größe 😀'"),
                    new FailingStatement("SELECT '😀', «nam» FROM item"),
                    new FailingStatement("CREATE INDEX i ON item (lower(«emial»))"),
                    new FailingStatement("INSERT INTO «itme» (id) VALUES (1)"));
        }

        @Override
        public List<SessionChange> sessionChanges() {
            return List.of(
                    new SessionChange("SET search_path = pg_catalog, public", "SHOW search_path"),
                    new SessionChange(
                            "SELECT set_config('search_path', '', false)", "SHOW search_path"),
                    new SessionChange("SET ROLE pg_monitor", "SELECT current_user"),
                    new SessionChange(
                            "SET SESSION AUTHORIZATION pg_monitor", "SELECT session_user"),
                    new SessionChange("SET lock_timeout = '7s'", "SHOW lock_timeout"),
                    new SessionChange(
                            "SET check_function_bodies = off", "SHOW check_function_bodies"),
                    new SessionChange("SET TIME ZONE 'Asia/Tokyo'", "SHOW timezone"),
                    new SessionChange(
                            "SET standard_conforming_strings = off",
                            "SHOW standard_conforming_strings"));
        }

        @Override
        public String slowQuery() {
            return "SELECT pg_sleep(60)";
        }

        @Override
        public String inlineDataStatement() {
            return "COPY item (id, name) FROM STDIN";
        }
    }
}
