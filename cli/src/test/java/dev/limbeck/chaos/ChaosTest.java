package dev.limbeck.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** A few blows in each build; {@code -Pcampaign} deals out many. */
@Order(1)
final class ChaosTest {
    private static final int KILLS = Integer.getInteger("limbeck.kills", 4);
    private static final int ROUNDS = Integer.getInteger("limbeck.rounds", 1);
    private static final long SEED = Long.getLong("limbeck.seed", 7);
    private static final int PROCESSES = Integer.getInteger("limbeck.processes", 3);

    @TempDir private Path folder;

    /** Only a long campaign tells as it goes. */
    private static void progress(String survived) {
        if (KILLS > 10) {
            tell("survived", survived);
        }
    }

    private static void tell(String campaign, Object result) {
        System.out.println("[chaos] " + campaign + ": " + result);
    }

    @Test
    void killedOnAnH2File() throws Exception {
        ChaosProject.writeTwenty(folder);
        KillCampaign campaign =
                new KillCampaign(
                        folder,
                        KillCampaign.h2Files(Files.createDirectory(folder.resolve("files"))),
                        KillCampaign.PROCESS,
                        SEED,
                        ChaosTest::progress);

        KillCampaign.Result result = campaign.run(KILLS);

        tell("H2 file, processes killed", result);
        assertThat(result.undisturbed()).contains("event | applied | aaa1 | up | 20");
    }

    @ParameterizedTest
    @EngineSource("postgres")
    void killedOnPostgres(TestServer server) throws Exception {
        ChaosProject.writeMixed(folder);
        KillCampaign campaign =
                new KillCampaign(
                        folder,
                        server::newDatabase,
                        KillCampaign.PROCESS,
                        SEED,
                        ChaosTest::progress);

        KillCampaign.Result result = campaign.run(KILLS);

        tell(server.version() + ", processes killed", result);
        assertThat(result.undisturbed()).doesNotContain("invalid").contains("version | ddd4");
        assertThat(result.resumptions()).isPositive();
    }

    @ParameterizedTest
    @EngineSource({"mysql", "mariadb"})
    void killedOnMySql(TestServer server) throws Exception {
        ChaosProject.writeTwenty(folder);
        KillCampaign campaign =
                new KillCampaign(
                        folder,
                        server::newDatabase,
                        KillCampaign.PROCESS,
                        SEED,
                        ChaosTest::progress);

        KillCampaign.Result result = campaign.run(KILLS);

        tell(server.version() + ", processes killed", result);
        assertThat(result.undisturbed()).contains("event | applied | aaa1 | up | 20");
        assertThat(result.resumptions()).isPositive();
    }

    /** A server process that dies takes the whole server with it, which then recovers its log. */
    @ParameterizedTest
    @EngineSource("postgres")
    void serverCrashes(TestServer server) throws Exception {
        ChaosProject.writeMixed(folder);
        KillCampaign campaign =
                new KillCampaign(
                        folder, server::newDatabase, ChaosTest::crash, SEED, ChaosTest::progress);

        KillCampaign.Result result = campaign.run(Math.max(1, KILLS / 5));

        tell(server.version() + ", crashes", result);
        assertThat(result.undisturbed()).doesNotContain("invalid").contains("version | ddd4");
    }

    private static int endOfARunWithoutServer(Worker worker) throws IOException {
        int code = worker.end(line -> {});
        assertThat(code).as("exit code of a run whose server crashed").isIn(0, 11, 20, 21);
        return code;
    }

    private static int crash(Worker worker, TestDatabase database)
            throws IOException, SQLException, InterruptedException {
        Optional<Long> session = session(database);
        session.flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
        int code = endOfARunWithoutServer(worker);
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (!answers(database)) {
            assertThat(Instant.now()).as("the server did not come back").isBefore(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return code;
    }

    private static Optional<Long> session(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT pid FROM pg_stat_activity WHERE datname ="
                                        + " current_database() AND application_name = 'limbeck'")) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    private static boolean answers(TestDatabase database) {
        try (Connection connection = database.connection()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** The server's process is killed and started again on the files that it left. */
    @Test
    void anH2ServerIsKilled() throws Exception {
        ChaosProject.writeTwenty(folder);
        try (H2ServerProcess server =
                H2ServerProcess.start(Files.createDirectory(folder.resolve("server")))) {
            KillCampaign campaign =
                    new KillCampaign(
                            folder,
                            server::newDatabase,
                            (worker, database) -> {
                                server.killAndRestart();
                                return endOfARunWithoutServer(worker);
                            },
                            SEED,
                            ChaosTest::progress);

            KillCampaign.Result result = campaign.run(Math.max(2, KILLS / 5));

            tell("H2 server killed", result);
            assertThat(result.undisturbed()).contains("event | applied | aaa1 | up | 20");
        }
    }

    @Test
    void severalProcessesOnAnH2Server() throws Exception {
        ChaosProject.writeTwenty(folder);
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (RaceCampaign campaign =
                new RaceCampaign(
                        folder,
                        () ->
                                new TestDatabase(
                                        "jdbc:h2:tcp://localhost:"
                                                + server.getPort()
                                                + "/mem:"
                                                + UUID.randomUUID()
                                                + ";DB_CLOSE_DELAY=-1",
                                        "sa",
                                        "",
                                        () -> {}),
                        PROCESSES)) {
            assertThat(campaign.run(ROUNDS)).containsOnlyOnce("event | applied | aaa1 | up | 20");
            tell("H2 server, " + PROCESSES + " processes at once", ROUNDS + " rounds");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @EngineSource({"mysql", "mariadb"})
    void severalProcessesOnMySql(TestServer server) throws Exception {
        ChaosProject.writeTwenty(folder);
        try (RaceCampaign campaign = new RaceCampaign(folder, server::newDatabase, PROCESSES)) {
            assertThat(campaign.run(ROUNDS)).containsOnlyOnce("event | applied | aaa1 | up | 20");
            tell(server.version() + ", " + PROCESSES + " processes at once", ROUNDS + " rounds");
        }
    }

    @ParameterizedTest
    @EngineSource("postgres")
    void severalProcessesOnPostgres(TestServer server) throws Exception {
        ChaosProject.writeMixed(folder);
        try (RaceCampaign campaign = new RaceCampaign(folder, server::newDatabase, PROCESSES)) {
            assertThat(campaign.run(ROUNDS)).containsOnlyOnce("event | applied | bbb2 | up");
            tell(server.version() + ", " + PROCESSES + " processes at once", ROUNDS + " rounds");
        }
    }
}
