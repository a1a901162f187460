package dev.limbeck.tck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

@ParameterizedClass
@EngineSource
class TestServerTest {
    @Parameter TestServer server;

    @Test
    void runsTheVersionThatWasAskedFor() {
        String wanted = server.engine().version().map(Pattern::quote).orElse("");
        assertThat(server.version()).containsPattern(" " + wanted + "($|[^0-9])");
    }

    @Test
    void givesEachTestAnEmptyDatabaseOfItsOwn() throws SQLException {
        try (TestDatabase one = server.newDatabase();
                TestDatabase other = server.newDatabase();
                Connection inOne = one.connection();
                Connection inOther = other.connection();
                Statement first = inOne.createStatement();
                Statement second = inOther.createStatement()) {
            first.execute("CREATE TABLE t (id integer)");
            second.execute("CREATE TABLE t (id integer)");
        }
    }

    @Test
    void dropsADatabaseThatIsStillInUse() throws SQLException {
        TestDatabase database = server.newDatabase();
        try (Connection connection = database.connection()) {
            database.close();
            assertThatThrownBy(
                            () -> {
                                try (Statement statement = connection.createStatement()) {
                                    statement.execute("CREATE TABLE t (id integer)");
                                }
                            })
                    .isInstanceOf(SQLException.class);
        }
    }
}
