package dev.limbeck.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.sql.Statement;
import dev.limbeck.tck.Campaign;
import dev.limbeck.tck.server.Engine;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import dev.limbeck.testing.GoldenFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** What statements do to a schema, told without a server and as a server does it. */
class PostgresDdlReaderTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/ddl");

    /** The version that a case is told for. */
    private static final int TOLD = 18;

    @TestFactory
    Stream<DynamicTest> statementsAreReadAsShown() {
        return GoldenFiles.in(
                "ddl", sections -> Map.of("changes", DdlCases.told(statements(sections), TOLD)));
    }

    /**
     * Runs the scripts of the golden cases; on older servers one of three. After every few
     * statements and at the end the interpreted schema is what the server's catalog holds, and what
     * one refuses the other refuses.
     */
    @ParameterizedTest
    @EngineSource("postgres")
    void serverAgrees(TestServer server) throws Exception {
        List<String> differences = new ArrayList<>();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            int step = server.engine().equals(Engine.postgres(18)) ? 1 : 3;
            for (Path file : Campaign.everyOne(step, files.sorted()).toList()) {
                Map<String, String> sections = GoldenFiles.read(file);
                try (TestDatabase database = server.newDatabase();
                        Connection connection = database.connection();
                        Connection reading = database.connection()) {
                    int major = connection.getMetaData().getDatabaseMajorVersion();
                    int since = Integer.parseInt(sections.getOrDefault("since", "13").strip());
                    if (major >= since && !sections.containsKey("no server")) {
                        compare(
                                file.getFileName().toString(),
                                statements(sections),
                                connection,
                                reading,
                                differences);
                    }
                }
            }
        }
        assertEquals(List.of(), differences);
    }

    private static void compare(
            String file,
            String script,
            Connection connection,
            Connection reading,
            List<String> differences)
            throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        int count = 0;
        Schema schema = Schema.empty();
        DdlInterpreter interpreter = DdlCases.interpreter(major);
        List<Statement> statements = DdlCases.statements(script);
        for (Statement statement : statements) {
            DdlInterpreter.Step step = interpreter.apply(schema, statement, DdlCases.FILE);
            String refused = run(connection, statement.text());
            String place = file + ":" + statement.span().line() + " on " + major + ": ";
            if (step.failed() == refused.isEmpty()) {
                differences.add(place + refused + step.findings());
            }
            schema = step.schema();
            interpreter = step.next();
            count++;
            if (count % 5 == 0 || count == statements.size()) {
                differences(place, schema, reading, major, differences);
            }
        }
    }

    private static String run(Connection connection, String statement) throws SQLException {
        try (java.sql.Statement work = connection.createStatement()) {
            work.execute(statement);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void differences(
            String place, Schema read, Connection connection, int major, List<String> differences)
            throws SQLException {
        PostgresSchemas support = DdlCases.support(major);
        Schema mine = support.normalizer().normalize(read);
        Schema theirs =
                support.normalizer()
                        .normalize(
                                support.introspector(connection).read(ObjectFilter.all()).schema());
        for (SchemaObject object : mine.objects()) {
            if (!theirs.find(object.id()).filter(object::equals).isPresent()) {
                differences.add(place + object + " but " + theirs.find(object.id()));
            }
        }
        for (SchemaObject object : theirs.objects()) {
            if (mine.find(object.id()).isEmpty()) {
                differences.add(place + "unread " + object);
            }
        }
    }

    @Test
    void aThousandRevisionsReplayInSeconds() {
        StringBuilder script = new StringBuilder("CREATE TABLE t0 (id integer PRIMARY KEY);\n");
        for (int i = 1; i < 1000; i++) {
            script.append("CREATE TABLE t")
                    .append(i)
                    .append(" (id serial PRIMARY KEY, before_id")
                    .append(" integer REFERENCES t")
                    .append(i - 1)
                    .append(", note text);\n")
                    .append("CREATE INDEX ON t")
                    .append(i)
                    .append(" (note);\n")
                    .append("ALTER TABLE t")
                    .append(i)
                    .append(" ADD CHECK (note <> '');\n");
        }
        List<Statement> statements = DdlCases.statements(script.toString());
        long start = System.nanoTime();
        Schema schema = Schema.empty();
        DdlInterpreter interpreter = DdlCases.interpreter(TOLD);
        for (Statement statement : statements) {
            DdlInterpreter.Step step = interpreter.apply(schema, statement, DdlCases.FILE);
            assertEquals(List.of(), step.findings());
            schema = step.schema();
            interpreter = step.next();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertEquals(1000, schema.tables().size());
        assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, () -> "it took " + took);
    }

    private static String statements(Map<String, String> sections) {
        return Objects.requireNonNull(sections.get("statements"), "a case needs statements");
    }
}
