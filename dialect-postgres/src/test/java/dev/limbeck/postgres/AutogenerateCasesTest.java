package dev.limbeck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.diff.ChangeSet;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import dev.limbeck.tck.Campaign;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestServer;
import dev.limbeck.testing.GoldenFiles;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/**
 * Pairs of schemas on a live server: the generated script leads from one to the other and back, and
 * does nothing else.
 *
 * <p>A case is what is there and what shall be; the wanted steps are for the reader. The changes
 * and the scripts shown are those made from the files for the newest server.
 */
@Order(2)
@ParameterizedClass
@EngineSource("postgres")
class AutogenerateCasesTest {
    /** How far apart the cases of an ordinary build are; {@code -Pcampaign} runs all. */
    private static final int THIRD = 3;

    private static final int TWELFTH = 12;

    private static final int NEWEST = 18;

    @Parameter TestServer server;
    private ProvingGround actual;
    private ProvingGround desired;

    /** What a case led to. */
    private record Proof(
            ChangeSet changes, List<RenderedStatement> up, List<RenderedStatement> down) {}

    @BeforeEach
    void open() throws SQLException {
        actual = new ProvingGround(server);
        desired = new ProvingGround(server);
    }

    @AfterEach
    void close() throws SQLException {
        actual.close();
        desired.close();
    }

    @TestFactory
    Stream<DynamicTest> oneDatabaseBecomesLikeAnother() {
        return Campaign.everyOne(TWELFTH, GoldenFiles.in("autogenerate", this::fromDatabases));
    }

    @TestFactory
    Stream<DynamicTest> aDatabaseBecomesWhatFilesDescribe() throws SQLException {
        int step = actual.version() >= NEWEST ? THIRD : TWELFTH;
        return Campaign.everyOne(step, GoldenFiles.in("autogenerate", this::fromFiles));
    }

    /** Both sides are read from databases. */
    Map<String, String> fromDatabases(Map<String, String> sections) throws SQLException {
        build(sections);
        prove(desired.normal());
        return Map.of();
    }

    /** The desired side is read from its files alone, and must be what the server makes of them. */
    Map<String, String> fromFiles(Map<String, String> sections) throws SQLException {
        build(sections);
        Schema described = described(sections.getOrDefault("after", ""));
        assertEqual(
                described.withRenameHints(Set.of()),
                desired.normal(),
                "what the files describe, and what the server makes of them");
        Proof proof = prove(described);
        Map<String, String> computed = new LinkedHashMap<>();
        if (actual.version() >= NEWEST) {
            computed.put("changes", kinds(proof.changes.changes()));
            computed.put("upgrade", script(proof.up));
            computed.put("downgrade", script(proof.down));
        }
        return computed;
    }

    private void build(Map<String, String> sections) throws SQLException {
        int since = Integer.parseInt(sections.getOrDefault("since", "13").strip());
        Assumptions.assumeTrue(
                actual.version() >= since, "the syntax is there since version " + since);
        actual.build(sections.getOrDefault("before", ""));
        desired.build(sections.getOrDefault("after", ""));
    }

    private Proof prove(Schema target) throws SQLException {
        SchemaSupport schemas = actual.schemas();
        Schema start = actual.normal();
        Schema goal = desired.normal();
        ChangeSet changes = SchemaDiff.between(start, target, schemas.diffOptions());
        List<RenderedStatement> up = schemas.renderer().render(changes.changes());
        List<RenderedStatement> down = schemas.renderer().render(changes.undo());
        actual.apply(up);
        assertEqual(actual.normal(), goal, "after the upgrade");
        assertThat(
                        SchemaDiff.between(
                                        actual.normal(),
                                        target.withRenameHints(Set.of()),
                                        schemas.diffOptions())
                                .changes())
                .as("changes once all is done")
                .isEmpty();
        if (!changes.isEmpty()) {
            assertEqual(actual.read(), desired.read(), "as the server spells it");
        }
        actual.apply(down);
        assertEqual(actual.normal(), start, "after the downgrade");
        return new Proof(changes, up, down);
    }

    private Schema described(String script) {
        Path shown = Path.of("schema.sql");
        DdlInterpreter interpreter =
                DdlInterpreter.begin(actual.schemas().ddl(), PostgresLexicon.LEXICON);
        Schema schema = Schema.empty();
        for (Statement statement :
                StatementSplitter.split(script, PostgresLexicon.LEXICON, shown).statements()) {
            DdlInterpreter.Step step = interpreter.apply(schema, statement, shown);
            assertThat(step.findings()).as(statement.text()).isEmpty();
            schema = step.schema();
            interpreter = step.next();
        }
        return actual.schemas().normalizer().normalize(schema);
    }

    static void assertEqual(Schema found, Schema expected, String when) {
        if (!found.equals(expected)) {
            assertThat(lines(found)).as(when).isEqualTo(lines(expected));
            throw new AssertionError(when + ": " + found + " is not " + expected);
        }
    }

    private static String lines(Schema schema) {
        StringBuilder lines = new StringBuilder();
        schema.objects().forEach(object -> lines.append(object).append('\n'));
        schema.taints().forEach(taint -> lines.append(taint).append('\n'));
        return lines.toString().replace(", ", ",\n  ");
    }

    private static String kinds(List<SchemaChange> changes) {
        return changes.stream()
                .map(change -> change.kind() + " " + change.object() + "\n")
                .collect(Collectors.joining());
    }

    private static String script(List<RenderedStatement> statements) {
        return statements.stream()
                .map(
                        statement ->
                                statement.notes().stream()
                                                .map(note -> "-- " + note + "\n")
                                                .collect(Collectors.joining())
                                        + statement.sql()
                                        + ";\n")
                .collect(Collectors.joining());
    }
}
