package dev.limbeck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;

/** What the contract can't ask of every database: bodies of functions and blocks. */
@ParameterizedClass
@EngineSource("postgres")
class PostgresErrorsTest {
    private final TestServer server;
    private final TestDatabase database;

    PostgresErrorsTest(TestServer server) throws SQLException {
        this.server = server;
        database = server.newDatabase();
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        database.close();
    }

    @Test
    void aSyntaxErrorInAFunctionsBodyIsFoundInTheStatement() {
        pointsAt(
                """
                /* 😀 */ CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $body$
                BEGIN
                  PERFORM 'größe 😀';
                  «IFF» true THEN NULL; END IF;
                END $body$""");
    }

    @Test
    void aSyntaxErrorInAnSqlFunctionsBodyIsFoundInTheStatement() {
        pointsAt(
                """
                CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS $$
                  SELECT '😀', «nam» FROM pg_class
                $$""");
    }

    @Test
    void anErrorInAQueryOfABlockIsFoundInTheStatement() {
        pointsAt(
                """
                DO $$
                BEGIN
                  CREATE TABLE made (id integer);
                  INSERT INTO «itme» VALUES ('größe 😀');
                END $$""");
    }

    @Test
    void anErrorOfABlockIsFoundByItsLine() {
        ServerError error =
                error(
                        """
                        -- 😀
                        DO
                        $$
                        DECLARE
                          name text := 'x';
                        BEGIN
                          RAISE EXCEPTION 'no such tenant: %', name USING HINT = 'add it first';
                        END $$""");
        assertThat(error.place().line()).hasValue(7);
        assertThat(error.message()).isEqualTo("no such tenant: x");
        assertThat(error.hint()).hasValue("add it first");
    }

    @Test
    void ofSeveralStatementsInOneTextTheOneThatFailedIsFound() {
        pointsAt("SELECT 'größe 😀'; SELECT «nam» FROM pg_class; SELECT 1");
        pointsAt("SELECT «nam» FROM pg_class; SELECT 1;");
    }

    @Test
    void ofVeryManyStatementsTheOneThatFailedIsFound() {
        pointsAt("SELECT '😀';\n".repeat(5_000) + "SELECT «nam» FROM pg_class;\nSELECT 1");
    }

    @Test
    void ofSeveralStatementsNoneIsBlamedWhereItIsNotTold() {
        assertThat(error("SELECT 1; SELECT 1 +").place()).isEqualTo(ServerError.Place.UNKNOWN);
    }

    @Test
    void whereTheServerTellsNoPlaceTheNameItComplainsOfTells() {
        pointsAt("CREATE TABLE made (id integer);\nCREATE INDEX ON made («emial»)");
        pointsAt("/* 😀 */ DROP TABLE «\"No Such\"»");
        assertThat(error("DROP TABLE gone, \"gone\"").place()).isEqualTo(ServerError.Place.UNKNOWN);
    }

    @Test
    void anSqlFunctionOfSeveralStatementsIsOneStatement() {
        Assumptions.assumeFalse(
                server.version().startsWith("PostgreSQL 13"),
                "BEGIN ATOMIC is newer than PostgreSQL 13");
        pointsAt(
                """
                CREATE FUNCTION f() RETURNS integer BEGIN ATOMIC
                  SELECT 1;
                  SELECT «nam» FROM pg_class;
                END""");
    }

    @Test
    void detailAndHintAreKeptApart() {
        ServerError error =
                error(
                        "CREATE TABLE a (id integer PRIMARY KEY); INSERT INTO a VALUES (1);"
                                + " INSERT INTO a VALUES (1)");
        assertThat(error.message())
                .isEqualTo("duplicate key value violates unique constraint \"a_pkey\"");
        assertThat(error.detail()).hasValue("Key (id)=(1) already exists.");
    }

    @Test
    void anEnumValueThatIsNotCommittedYetIsExplained() {
        ServerError error =
                error(
                        "CREATE TYPE colour AS ENUM ('red'); COMMIT;"
                                + " ALTER TYPE colour ADD VALUE 'blue'; SELECT 'blue'::colour");
        assertThat(error.message()).contains("unsafe use of new value \"blue\"");
        assertThat(error.hint().orElseThrow()).contains("must be committed");
    }

    @Test
    void aDatabaseThatIsNotThereIsALoginThatFails() {
        String url = database.url().replaceFirst("limbeck_test_\\w+", "no_such_database");
        assertThat(connecting(url).kind()).isEqualTo(ServerError.Kind.LOGIN);
    }

    @Test
    void aServerThatIsNotThereIsAConnectionThatFails() {
        assertThat(connecting("jdbc:postgresql://127.0.0.1:1/db").kind())
                .isEqualTo(ServerError.Kind.CONNECTION);
    }

    private ServerError connecting(String url) {
        try (Connection connection =
                DriverManager.getConnection(url, database.user(), database.password())) {
            throw new AssertionError("connected to " + connection);
        } catch (SQLException e) {
            return PostgresErrors.describe(e, "");
        }
    }

    private void pointsAt(String marked) {
        String sent = marked.replace("«", "").replace("»", "");
        ServerError error = error(sent);
        assertThat(error.place().offset()).hasValue(marked.indexOf('«'));
        assertThat(error.place().token())
                .hasValue(marked.substring(marked.indexOf('«') + 1, marked.indexOf('»')));
    }

    private ServerError error(String sent) {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sent);
        } catch (SQLException e) {
            return PostgresErrors.describe(e, sent);
        }
        throw new AssertionError("should have failed: " + sent);
    }
}
