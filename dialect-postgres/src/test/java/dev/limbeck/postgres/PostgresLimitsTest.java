package dev.limbeck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.tck.TemporaryProject;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** The short limit for locks: when it is set, when it is not, and that it does not stay. */
@ParameterizedClass
@EngineSource("postgres")
class PostgresLimitsTest {
    private static final String SEEN =
            "CREATE TABLE seen AS SELECT current_setting('lock_timeout') AS lock_timeout,"
                    + " current_setting('statement_timeout') AS statement_timeout;\n";

    @Parameter TestServer server;
    @TempDir Path folder;
    private TestDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = server.newDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Limbeck limbeckOn(Connection connection, String script) {
        return Limbeck.configure()
                .project(new TemporaryProject(folder).up("rev1", "", script).config())
                .dataSource(new SingleConnection(connection))
                .build();
    }

    @Test
    void nobodyWaitsLongUnlessAskedAndTheSessionIsGivenBackAsItWas() throws SQLException {
        try (Connection connection = database.connection();
                Limbeck limbeck = limbeckOn(connection, SEEN)) {
            limbeck.upgrade(MovementRequest.to("head"));
            assertThat(query(connection, "SELECT lock_timeout FROM seen")).isEqualTo("5s");
            assertThat(query(connection, "SELECT statement_timeout FROM seen")).isEqualTo("0");
            assertThat(query(connection, "SHOW lock_timeout")).isEqualTo("0");
        }
    }

    @Test
    void aLimitOfTheUsersOwnIsLeftAlone() throws SQLException {
        try (Connection connection = database.connection();
                Limbeck limbeck = limbeckOn(connection, SEEN)) {
            execute(connection, "SET lock_timeout = '77s'");
            limbeck.upgrade(MovementRequest.to("head"));
            assertThat(query(connection, "SELECT lock_timeout FROM seen")).isEqualTo("77s");
            assertThat(query(connection, "SHOW lock_timeout")).isEqualTo("77s");
        }
    }

    @Test
    void aFailedRunGivesTheSessionBackAsItWasToo() throws SQLException {
        try (Connection connection = database.connection();
                Limbeck limbeck = limbeckOn(connection, "SELECT 1/0;\n")) {
            CompletableFuture.runAsync(() -> limbeck.upgrade(MovementRequest.to("head")))
                    .handle((done, failed) -> failed)
                    .join();
            assertThat(query(connection, "SHOW lock_timeout")).isEqualTo("0");
        }
    }

    /** Longer than the short limit, which would leave an invalid index behind. */
    @Test
    void anIndexIsBuiltBesideATransactionThatLastsLonger() throws Exception {
        try (Connection holder = database.connection();
                Connection connection = database.connection();
                Limbeck limbeck =
                        limbeckOn(
                                connection,
                                "-- limbeck: transaction off\n"
                                        + "CREATE INDEX CONCURRENTLY item_id ON item (id);\n"
                                        + SEEN)) {
            execute(connection, "CREATE TABLE item (id integer)");
            holder.setAutoCommit(false);
            execute(holder, "INSERT INTO item VALUES (1)");
            CompletableFuture<Void> run =
                    CompletableFuture.runAsync(() -> limbeck.upgrade(MovementRequest.to("head")));
            TimeUnit.SECONDS.sleep(6);
            assertThat(run).isNotDone();
            holder.commit();
            run.get(20, TimeUnit.SECONDS);
            assertThat(
                            query(
                                    connection,
                                    "SELECT indisvalid FROM pg_index WHERE indexrelid ="
                                            + " 'item_id'::regclass"))
                    .isEqualTo("t");
            assertThat(query(connection, "SELECT lock_timeout FROM seen")).isEqualTo("5s");
        }
    }
}
