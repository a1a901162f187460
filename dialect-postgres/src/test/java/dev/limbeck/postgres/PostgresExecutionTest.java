package dev.limbeck.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.config.DatabaseConfig;
import dev.limbeck.config.Secret;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.StatementFailedException;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.tck.TemporaryProject;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** What running scripts has to mind on this server beyond the contract. */
@ParameterizedClass
@EngineSource("postgres")
class PostgresExecutionTest {
    @Parameter TestServer server;
    @TempDir Path folder;
    private TestDatabase database;
    private TemporaryProject project;

    @BeforeEach
    void open() throws SQLException {
        database = server.newDatabase();
        project = new TemporaryProject(folder);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private void upgrade(String target) {
        try (Limbeck limbeck = project.on(database)) {
            limbeck.upgrade(MovementRequest.to(target));
        }
    }

    @Test
    void othersSeeWhoIsConnected() throws SQLException {
        project.revision(
                "aaa1",
                "",
                "CREATE TABLE seen AS SELECT application_name FROM pg_stat_activity"
                        + " WHERE pid = pg_backend_pid();\n",
                "DROP TABLE seen;\n");
        upgrade("head");
        assertThat(query("SELECT application_name FROM seen")).isEqualTo("limbeck");
        try (Limbeck limbeck = named("nightly-build")) {
            limbeck.downgrade(MovementRequest.to("base"));
            limbeck.upgrade(MovementRequest.to("head"));
        }
        assertThat(query("SELECT application_name FROM seen")).isEqualTo("nightly-build");
    }

    private Limbeck named(String application) {
        String url = database.url();
        return Limbeck.configure()
                .project(project.config())
                .database(
                        url + (url.contains("?") ? "&" : "?") + "ApplicationName=" + application,
                        database.user(),
                        new Secret(database.password()))
                .build();
    }

    private <E extends LimbeckException> E failure(Class<E> type) {
        return catchThrowableOfType(type, () -> upgrade("head"));
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whatAScriptSetsForItsSessionEndsWithIt() throws SQLException {
        execute("CREATE SCHEMA elsewhere");
        String role = "nobody_" + Integer.toUnsignedString(database.url().hashCode());
        execute("CREATE ROLE " + role);
        project.revision(
                        "aaa1",
                        "",
                        "SELECT pg_catalog.set_config('search_path', '', false);\n"
                                + "SET row_security = off;\nSET ROLE "
                                + role
                                + ";\n",
                        "")
                .revision("bbb2", "aaa1", "CREATE TABLE here (id integer);\n", "")
                .revision("ccc3", "bbb2", "SET search_path = elsewhere;\n", "")
                .revision("ddd4", "ccc3", "CREATE TABLE there (id integer);\n", "");
        try {
            upgrade("head");
            assertThat(query("SELECT to_regclass('public.here') || ' ' || to_regclass('there')"))
                    .isEqualTo("here there");
            assertThat(query("SELECT tableowner FROM pg_tables WHERE tablename = 'here'"))
                    .isEqualTo(database.user());
        } finally {
            execute("DROP ROLE " + role);
        }
    }

    @Test
    void noticesReachTheListenerAlsoOfAStatementThatFails() {
        project.up(
                "aaa1",
                "",
                "DO $$ BEGIN RAISE NOTICE 'one'; RAISE WARNING 'two'; END $$;\n"
                        + "DO $$ BEGIN RAISE NOTICE 'three'; RAISE EXCEPTION 'no'; END $$;\n");
        var heard = new ArrayList<String>();
        var listener =
                new ExecutionListener() {
                    @Override
                    public void serverMessage(String message) {
                        heard.add(message);
                    }
                };
        try (Limbeck limbeck = project.on(database, listener)) {
            assertThatThrownBy(() -> limbeck.upgrade(MovementRequest.to("head")))
                    .isInstanceOf(StatementFailedException.class);
        }
        assertThat(heard).containsExactly("one", "two", "three");
    }

    @Test
    void noticesReachTheListenerWhileTheStatementRuns() {
        project.up(
                "aaa1",
                "",
                "DO $$ BEGIN RAISE NOTICE 'early'; PERFORM pg_sleep(2);"
                        + " RAISE NOTICE 'late'; END $$;\n");
        var heard = new LinkedHashMap<String, Long>();
        var listener =
                new ExecutionListener() {
                    @Override
                    public void serverMessage(String message) {
                        heard.put(message, System.nanoTime());
                    }
                };
        try (Limbeck limbeck = project.on(database, listener)) {
            limbeck.upgrade(MovementRequest.to("head"));
        }
        assertThat(heard.keySet()).containsExactly("early", "late");
        List<Long> moments = List.copyOf(heard.values());
        assertThat(moments.get(1) - moments.get(0))
                .as("nanoseconds between the two")
                .isGreaterThan(TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void aConstraintThatIsCheckedAtTheCommitRollsTheRevisionBack() throws SQLException {
        project.revision(
                        "aaa1",
                        "",
                        "CREATE TABLE parent (id integer PRIMARY KEY);\n"
                                + "CREATE TABLE child (parent integer REFERENCES parent"
                                + " DEFERRABLE INITIALLY DEFERRED);\n",
                        "")
                .up("bbb2", "aaa1", "INSERT INTO child VALUES (7);\n");
        var e = failure(StatementFailedException.class);
        assertThat(e.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
        assertThat(e.getMessage())
                .contains("Key (parent)=(7) is not present in table \"parent\"")
                .contains("committed");
        assertThat(query("SELECT count(*) FROM child")).isEqualTo("0");
        assertThat(query("SELECT version_num FROM limbeck_version")).isEqualTo("aaa1");
    }

    @Test
    void copyLoadsItsDataAndPointsAtTheLineThatIsWrong() throws SQLException {
        project.revision(
                        "aaa1",
                        "",
                        "CREATE TABLE t (id integer, name text);\nCOPY t FROM STDIN;\n"
                                + "1\tgröße; 'x'\n2\t\\N\n3\ta\\tb\\\\c\n\\.\nINSERT INTO t VALUES"
                                + " (4, 'after');\n",
                        "")
                .up("bbb2", "aaa1", "COPY t (id) FROM STDIN;\n1\n2\nthree\n\\.\n");
        var e = failure(StatementFailedException.class);
        assertThat(query("SELECT string_agg(name, '|' ORDER BY id) FROM t"))
                .isEqualTo("größe; 'x'|a\tb\\c|after");
        assertThat(e.where().map(SourceLocation::line)).contains(9);
    }

    @Test
    void aScriptMayOpenTransactionsOfItsOwnOutsideOurs() throws SQLException {
        project.revision(
                        "aaa1",
                        "",
                        "-- limbeck: transaction off\nBEGIN;\nCREATE TABLE a (id integer);\n"
                                + "COMMIT;\nVACUUM a;\n",
                        "")
                .up(
                        "bbb2",
                        "aaa1",
                        "-- limbeck: transaction off\nBEGIN;\nCREATE TABLE b (id integer);\n"
                                + "SELECT 1/0;\nCOMMIT;\n");
        var e = failure(StatementFailedException.class);
        assertThat(e.code()).isEqualTo(ErrorCode.STATEMENT_FAILED_OUTSIDE_TRANSACTION);
        assertThat(e.getSuppressed()).isEmpty();
        assertThat(query("SELECT to_regclass('a')::text || to_regclass('b')")).isEqualTo("null");
        assertThat(query("SELECT max(kind) FROM limbeck_history WHERE revision = 'bbb2'"))
                .isEqualTo("failed");
    }

    @Test
    void waitersDoNotHoldUpAnIndexThatIsBuiltConcurrently() throws Exception {
        project.revision("aaa1", "", "CREATE TABLE a (id integer);\n", "")
                .revision(
                        "bbb2",
                        "aaa1",
                        "-- limbeck: transaction off\nCREATE INDEX CONCURRENTLY a_id ON a (id);\n"
                                + "SELECT pg_sleep(0.5);\n",
                        "-- limbeck: transaction off\nDROP INDEX CONCURRENTLY a_id;\n");
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Callable<Integer> run =
                    () -> {
                        try (Limbeck limbeck = project.on(database)) {
                            return limbeck.upgrade(
                                            MovementRequest.to("head")
                                                    .waiting(Duration.ofMinutes(2)))
                                    .steps()
                                    .size();
                        }
                    };
            List<Future<Integer>> runs =
                    IntStream.range(0, 3).mapToObj(number -> threads.submit(run)).toList();
            int steps = 0;
            for (Future<Integer> each : runs) {
                steps += each.get();
            }
            assertThat(steps).isEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
        assertThat(query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'a_id'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void aResultOfManyRowsIsReadAndDropped() throws SQLException {
        execute("CREATE SEQUENCE s");
        project.revision(
                "aaa1",
                "",
                "SELECT nextval('s'), repeat('x', 1000) FROM generate_series(1, 20000);\n",
                "");
        upgrade("head");
        assertThat(query("SELECT last_value FROM s")).isEqualTo("20000");
    }

    @Test
    void aConnectionThatFailsIsToldAtOnceAndTellsNoPassword() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String secret = "tr0ub4dor";
        for (String url :
                List.of(
                        "jdbc:postgresql://127.0.0.1:" + port + "/app?password=" + secret,
                        database.url().replaceAll("/[^/?]+(\\?.*)?$", "/no_such_database"))) {
            try (Limbeck limbeck =
                    Limbeck.configure()
                            .project(project.config())
                            .database(
                                    DatabaseConfig.ofUrl(url, folder)
                                            .withLogin(database.user(), new Secret(secret)))
                            .build()) {
                long began = System.nanoTime();
                var e =
                        catchThrowableOfType(
                                DatabaseException.class,
                                () -> limbeck.upgrade(MovementRequest.to("head")));
                assertThat(Duration.ofNanos(System.nanoTime() - began))
                        .isLessThan(Duration.ofSeconds(8));
                assertThat(e.code()).isEqualTo(ErrorCode.CONNECTION_FAILED);
                var trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                assertThat(trace.toString()).doesNotContain(secret);
            }
        }
    }

    @Test
    void aProcessKilledInTheMiddleLeavesNothingHalfDone() throws Exception {
        KilledUpgrade.writeRevisions(project);
        for (int statement = 1; statement <= KilledUpgrade.STATEMENTS; statement += 2) {
            Process process = KilledUpgrade.start(folder, database, statement);
            assertThat(process.inputReader().readLine()).isEqualTo(KilledUpgrade.READY);
            process.destroyForcibly().waitFor();
            assertThat(query("SELECT version_num FROM limbeck_version"))
                    .isEqualTo(KilledUpgrade.FIRST);
            assertThat(query("SELECT count(*) FROM limbeck_history")).isEqualTo("1");
        }
        try (Limbeck limbeck = project.on(database)) {
            var report = limbeck.upgrade(MovementRequest.to("head").waiting(Duration.ofMinutes(1)));
            assertThat(report.steps()).hasSize(1);
            assertThat(limbeck.status().upToDate()).isTrue();
            assertThat(limbeck.current().entries().get(0).id()).isEqualTo(KilledUpgrade.SECOND);
        }
        assertThat(query("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'killed%'"))
                .isEqualTo(String.valueOf(KilledUpgrade.STATEMENTS));
        assertThat(query("SELECT string_agg(kind, ' ' ORDER BY event_number) FROM limbeck_history"))
                .isEqualTo("applied applied");
    }

    @Test
    void theDataSourceOfACallerIsGivenBackAsItCame() throws SQLException {
        project.revision("aaa1", "", "CREATE TABLE a (id integer);\n", "");
        try (Connection only = database.connection()) {
            only.setAutoCommit(false);
            try (Statement statement = only.createStatement()) {
                statement.execute("SET app.tenant = 'acme'");
                only.commit();
            }
            var source = new SingleConnection(only);
            try (Limbeck limbeck =
                    Limbeck.configure().project(project.config()).dataSource(source).build()) {
                assertThat(limbeck.upgrade(MovementRequest.to("head")).to().ids())
                        .isEqualTo(List.of(new RevisionId("aaa1")));
                assertThat(limbeck.doctor().checks())
                        .filteredOn(check -> !check.name().equals("schema"))
                        .allSatisfy(
                                check ->
                                        assertThat(check.advice())
                                                .as(check.toString())
                                                .isEqualTo(Optional.empty()));
            }
            assertThat(only.getAutoCommit()).isFalse();
            try (Statement statement = only.createStatement();
                    ResultSet row = statement.executeQuery("SHOW app.tenant")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("acme");
            }
        }
    }
}
