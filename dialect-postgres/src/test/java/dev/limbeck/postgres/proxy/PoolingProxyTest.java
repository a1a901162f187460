package dev.limbeck.postgres.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.config.Secret;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.postgres.proxy.SwappingProxy.Choice;
import dev.limbeck.report.DoctorReport.Check;
import dev.limbeck.tck.TemporaryProject;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.Pgbouncer;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy that lends sessions for a transaction only is refused, before anything is changed. */
@ParameterizedClass
@EngineSource("postgres")
class PoolingProxyTest {
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

    private Limbeck limbeck(String url) {
        return Limbeck.configure()
                .project(
                        new TemporaryProject(folder)
                                .up("rev1", "", "CREATE TABLE t (id integer);\n")
                                .config())
                .database(url, database.user(), new Secret(database.password()))
                .build();
    }

    private void assertRefused(String url) throws SQLException {
        try (Limbeck limbeck = limbeck(url)) {
            DatabaseException refusal =
                    catchThrowableOfType(
                            DatabaseException.class,
                            () -> limbeck.upgrade(MovementRequest.to("head")));
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo(ErrorCode.POOLING_PROXY);
            assertThat(refusal.hint().orElseThrow()).contains("session pooling");
            assertThat(limbeck.doctor().checks())
                    .filteredOn(check -> check.name().equals("session"))
                    .extracting(Check::answer)
                    .asString()
                    .contains("hands out another session");
        }
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void oneThatInventsNumbersIsRefused(Choice choice) throws Exception {
        try (SwappingProxy proxy = SwappingProxy.before(database, 3, choice)) {
            assertRefused(proxy.url(database));
        }
    }

    @Test
    void oneThatTellsRealNumbersIsRefusedWhenItSwaps() throws Exception {
        try (SwappingProxy proxy =
                SwappingProxy.disguisedBefore(database, 3, Choice.LONGEST_FREE)) {
            assertRefused(proxy.url(database));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "statement"})
    void pgbouncerIsRefusedWhereItTakesSessionsAway(String mode) throws Exception {
        try (Pgbouncer pooler = Pgbouncer.before(database, mode)) {
            assertRefused(pooler.url(database));
        }
    }

    @Test
    void pgbouncerIsNoTroubleWhereItKeepsThem() throws Exception {
        try (Pgbouncer pooler = Pgbouncer.before(database, "session");
                Limbeck limbeck = limbeck(pooler.url(database))) {
            assertThat(limbeck.upgrade(MovementRequest.to("head")).steps()).hasSize(1);
            assertThat(limbeck.doctor().checks())
                    .filteredOn(check -> check.name().equals("session"))
                    .extracting(Check::answer)
                    .asString()
                    .contains("through a proxy that keeps it");
        }
    }

    @Test
    void oneThatOnlyPassesOnIsNoTrouble() throws Exception {
        try (CuttingProxy proxy = CuttingProxy.before(database);
                Limbeck limbeck = limbeck(proxy.url(database))) {
            assertThat(limbeck.upgrade(MovementRequest.to("head")).steps()).hasSize(1);
        }
    }
}
