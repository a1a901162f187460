package dev.limbeck.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.config.Secret;
import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.LockKey;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.report.MovementReport;
import dev.limbeck.tck.TemporaryProject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.jdbc.JdbcSQLNonTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes at one database. */
class H2ProcessesTest {
    private static final LockKey KEY = new LockKey("PUBLIC", "limbeck_version");
    private static final String READY = "ready";

    @TempDir Path folder;
    private @Nullable Process other;

    @AfterEach
    void endOther() throws InterruptedException {
        if (other != null) {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void aFileThatAnotherProcessHasOpenIsInUse() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("db");
        startOther(url);
        ServerError error = new H2Dialect().describe(failure(url));
        assertThat(error.kind()).isEqualTo(ServerError.Kind.IN_USE);
        assertThat(error.message()).contains("in use");
        assertThat(error.hint().orElseThrow()).contains("another process").contains("AUTO_SERVER");
    }

    @Test
    void theLockOfAKilledProcessIsFree() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("db") + ";AUTO_SERVER=TRUE";
        Process killed = startOther(url);
        try (Connection work = DriverManager.getConnection(url, "sa", "");
                MigrationLock lock = new H2Dialect().lock(work, () -> connect(url), KEY)) {
            assertThat(lock.tryAcquire()).isFalse();
            LockHolder holder = lock.holder().orElseThrow();
            assertThat(holder.application()).hasValue("process " + killed.pid());
        }
        killed.destroyForcibly().waitFor();

        Instant end = Instant.now().plusSeconds(60);
        while (!locks(url)) {
            assertThat(Instant.now()).as("still locked").isBefore(end);
            Thread.sleep(50);
        }
    }

    @Test
    void aRunWaitsForAFileThatAnotherProcessHasOpen() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("db");
        Process holder = startOther(url);
        var project =
                new TemporaryProject(folder.resolve("project"))
                        .revision("one1", "", "CREATE TABLE one (id integer);\n", "");
        var heard = new CountDownLatch(1);
        var listener =
                new ExecutionListener() {
                    @Override
                    public void waitingForConnection(String reason) {
                        heard.countDown();
                        holder.destroyForcibly();
                    }
                };
        try (Limbeck limbeck =
                Limbeck.configure()
                        .project(project.config())
                        .database(url, "sa", new Secret(""))
                        .listener(listener)
                        .build()) {
            assertThat(
                            catchThrowableOfType(
                                            LimbeckException.class,
                                            () -> limbeck.upgrade(MovementRequest.to("head")))
                                    .code())
                    .isEqualTo(ErrorCode.CONNECTION_FAILED);
            var request = MovementRequest.to("head").waiting(Duration.ofSeconds(60));
            assertThat(limbeck.upgrade(request).steps()).hasSize(1);
        }
        assertThat(heard.getCount()).isZero();
    }

    /** The process that serves the file ends after the run has planned. */
    @Test
    void aRunBeginsAnewWhereTheFilePassesToAnotherProcess() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("db") + ";AUTO_SERVER=TRUE";
        Process server = startOther(url);
        var project =
                new TemporaryProject(folder.resolve("project"))
                        .revision("one1", "", "CREATE TABLE one (id integer);\n", "");
        var planned = new CountDownLatch(1);
        var listener =
                new ExecutionListener() {
                    @Override
                    public void planned(MovementReport plan) {
                        planned.countDown();
                        server.destroyForcibly().onExit().join();
                    }
                };
        try (Limbeck limbeck =
                Limbeck.configure()
                        .project(project.config())
                        .database(url, "sa", new Secret(""))
                        .listener(listener)
                        .build()) {
            var request = MovementRequest.to("head").waiting(Duration.ofSeconds(60));
            assertThat(limbeck.upgrade(request).steps()).hasSize(1);
        }
        assertThat(planned.getCount()).isZero();
    }

    @Test
    void onlyAFileThatSeveralProcessesShareChangesHands() {
        H2Dialect dialect = new H2Dialect();
        SQLException left =
                new JdbcSQLNonTransientConnectionException(
                        "Connection is broken",
                        "",
                        "90067",
                        org.h2.api.ErrorCode.CONNECTION_BROKEN_1,
                        null,
                        "");
        assertThat(dialect.changesHands("jdbc:h2:file:./db;auto_server=true", left)).isTrue();
        assertThat(dialect.changesHands("jdbc:h2:file:./db", left)).isFalse();
        assertThat(dialect.changesHands("jdbc:h2:tcp://host/db", left)).isFalse();
        assertThat(
                        dialect.changesHands(
                                "jdbc:h2:file:./db;AUTO_SERVER=TRUE", new SQLException("else")))
                .isFalse();
    }

    /** Sixty milliseconds are too short for several that make tables at the same time. */
    @Test
    void runsThatStartAtOnceGetOverTheDatabasesOwnLocks() throws Exception {
        var project =
                new TemporaryProject(folder)
                        .revision("one1", "", "CREATE TABLE one (id integer);\n", "")
                        .revision("two2", "one1", "CREATE TABLE two (id integer);\n", "");
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60";
        var start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try (Connection open = connect(url)) {
            assertThat(open.isValid(1)).isTrue();
            List<Future<Integer>> runs = new ArrayList<>();
            for (int run = 0; run < 6; run++) {
                runs.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return upgrade(project, url);
                                }));
            }
            start.countDown();
            int steps = 0;
            for (Future<Integer> run : runs) {
                steps += run.get(120, TimeUnit.SECONDS);
            }
            assertThat(steps).isEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int upgrade(TemporaryProject project, String url) {
        try (Limbeck limbeck =
                Limbeck.configure()
                        .project(project.config())
                        .database(url, "sa", new Secret(""))
                        .build()) {
            return limbeck.upgrade(MovementRequest.to("head").waiting(Duration.ofMinutes(1)))
                    .steps()
                    .size();
        }
    }

    private static boolean locks(String url) throws SQLException {
        try (Connection work = connect(url);
                MigrationLock lock = new H2Dialect().lock(work, () -> connect(url), KEY)) {
            return lock.tryAcquire();
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "sa", "");
    }

    private static SQLException failure(String url) {
        try (Connection connection = connect(url)) {
            throw new AssertionError("connected to " + connection);
        } catch (SQLException e) {
            return e;
        }
    }

    private Process startOther(String url) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Other.class.getName(),
                                url)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        other = process;
        var output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.readLine()).isEqualTo(READY);
        return process;
    }

    /** A process that has the database open and its lock, until it is killed. */
    static final class Other {
        public static void main(String[] arguments) throws Exception {
            String url = arguments[0];
            try (Connection work = connect(url);
                    MigrationLock lock = new H2Dialect().lock(work, () -> connect(url), KEY)) {
                if (lock.tryAcquire()) {
                    System.out.println(READY);
                    Thread.sleep(600_000);
                }
            }
        }
    }
}
