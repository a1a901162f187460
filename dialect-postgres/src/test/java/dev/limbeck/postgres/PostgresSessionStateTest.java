package dev.limbeck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.SessionState;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

@ParameterizedClass
@EngineSource("postgres")
class PostgresSessionStateTest {
    @Parameter TestServer server;

    @Test
    void aSettingOfTheProgramsOwnIsNotForgotten() throws SQLException {
        try (TestDatabase database = server.newDatabase();
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET app.tenant = 'acme'");
            PostgresSessionState.of(connection).restore();
            assertThat(answer(statement, "SHOW app.tenant")).isEqualTo("acme");
        }
    }

    @Test
    void aHostileSearchPathDoesNotGetInTheWay() throws SQLException {
        try (TestDatabase database = server.newDatabase();
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            SessionState remembered = PostgresSessionState.of(connection);
            statement.execute(
                    "CREATE FUNCTION public.set_config(text, text, boolean) RETURNS text"
                            + " LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''mine''; END'");
            statement.execute("CREATE VIEW public.pg_settings AS SELECT 1 AS one");
            statement.execute("SET search_path = public, pg_catalog");
            remembered.restore();
            assertThat(answer(statement, "SHOW search_path")).isEqualTo("\"$user\", public");
        }
    }

    private static String answer(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
