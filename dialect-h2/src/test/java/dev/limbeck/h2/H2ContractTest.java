package dev.limbeck.h2;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.tck.DatabaseUnderTest;
import dev.limbeck.tck.DialectContract;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

@ParameterizedClass
@EngineSource("h2")
class H2ContractTest extends DialectContract {
    @Parameter TestServer server;

    @Override
    protected DatabaseUnderTest subject() {
        return new Subject(server);
    }

    private record Subject(TestServer server) implements DatabaseUnderTest {
        @Override
        public Dialect dialect() {
            return Dialects.installed().byName("h2");
        }

        @Override
        public TestDatabase newDatabase() throws SQLException {
            return server.newDatabase();
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
        public String slowQuery() {
            return "SELECT count(*) FROM SYSTEM_RANGE(1, 100000) a, SYSTEM_RANGE(1, 100000) b";
        }
    }
}
