package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.diff.ChangeSet;
import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves on a live server that the script generated for two schemas, each described by a script,
 * leads from one to the other and back, and does nothing else.
 *
 * <p>It goes twice: from what the server says of the first schema, and from what its script says.
 */
public final class AutogenerateProof {
    private static final Path SHOWN = Path.of("schema.sql");

    private final DatabaseUnderTest subject;
    private final GeneratedSchemas schemas;

    public AutogenerateProof(DatabaseUnderTest subject) {
        this.subject = subject;
        this.schemas = subject.generatedSchemas().orElseThrow();
    }

    /**
     * Returns the changes and both scripts, as sections of a golden case.
     *
     * @param before the script that makes what is there
     * @param after the script that makes what shall be there
     */
    public Map<String, String> prove(String before, String after) throws SQLException {
        try (SchemaWorkshop actual = workshop();
                SchemaWorkshop desired = workshop()) {
            actual.run(statements(before));
            desired.run(statements(after));
            Schema goal = desired.read();
            Schema wanted = described(actual, after);
            SchemaWorkshop.requireEqual(
                    wanted.withRenameHints(Set.of()),
                    goal,
                    "what the script describes, and what the server makes of it");
            Schema start = actual.read();
            ChangeSet changes = thereAndBack(actual, start, wanted, goal, desired);
            blind(before, wanted, goal);
            return sections(actual, start, wanted, changes);
        }
    }

    private SchemaWorkshop workshop() throws SQLException {
        return new SchemaWorkshop(subject, schemas);
    }

    private ChangeSet thereAndBack(
            SchemaWorkshop actual, Schema start, Schema wanted, Schema goal, SchemaWorkshop desired)
            throws SQLException {
        ChangeSet changes = actual.diff(start, wanted);
        List<String> up = actual.sql(start, changes.changes());
        actual.run(up);
        String done = "after\n" + String.join(";\n", up);
        SchemaWorkshop.requireEqual(actual.read(), goal, done);
        assertThat(actual.diff(actual.read(), wanted.withRenameHints(Set.of())).changes())
                .as("changes once all is done")
                .isEmpty();
        if (!changes.isEmpty()) {
            SchemaWorkshop.requireEqual(actual.raw(), desired.raw(), "as the server spells it");
        }
        List<String> down = actual.sql(wanted, changes.undo());
        actual.run(down);
        SchemaWorkshop.requireEqual(actual.read(), start, "after\n" + String.join(";\n", down));
        return changes;
    }

    /** Makes the changes that the scripts alone lead to, as for a database that nobody asked. */
    private void blind(String before, Schema wanted, Schema goal) throws SQLException {
        try (SchemaWorkshop other = workshop()) {
            other.run(statements(before));
            Schema start = described(other, before);
            SchemaWorkshop.requireEqual(
                    start.withRenameHints(Set.of()),
                    other.read(),
                    "what the first script describes, and what the server makes of it");
            ChangeSet changes = other.diff(start, wanted);
            other.run(other.sql(start, changes.changes()));
            SchemaWorkshop.requireEqual(other.read(), goal, "without having looked, upgraded");
            other.run(other.sql(wanted, changes.undo()));
            SchemaWorkshop.requireEqual(
                    other.read(),
                    start.withRenameHints(Set.of()),
                    "without having looked, downgraded");
        }
    }

    private static Map<String, String> sections(
            SchemaWorkshop workshop, Schema start, Schema wanted, ChangeSet changes) {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put(
                "changes",
                changes.changes().stream()
                        .map(change -> change.kind() + " " + change.object() + "\n")
                        .collect(Collectors.joining()));
        sections.put("upgrade", script(workshop.rendered(start, changes.changes())));
        sections.put("downgrade", script(workshop.rendered(wanted, changes.undo())));
        return sections;
    }

    private static String script(List<RenderedStatement> statements) {
        StringBuilder text = new StringBuilder();
        for (RenderedStatement statement : statements) {
            statement.notes().forEach(note -> text.append("-- ").append(note).append('\n'));
            text.append(statement.sql()).append(";\n");
        }
        return text.toString();
    }

    private Dialect dialect() {
        return subject.dialect();
    }

    private List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        for (Statement statement :
                StatementSplitter.split(script, dialect().lexicon(), SHOWN).statements()) {
            if (!(statement instanceof Statement.ClientCommand)) {
                statements.add(statement.text());
            }
        }
        return statements;
    }

    private Schema described(SchemaWorkshop workshop, String script) {
        DdlInterpreter interpreter =
                DdlInterpreter.begin(workshop.support().ddl(), dialect().lexicon());
        Schema schema = Schema.empty();
        for (Statement statement :
                StatementSplitter.split(script, dialect().lexicon(), SHOWN).statements()) {
            DdlInterpreter.Step step = interpreter.apply(schema, statement, SHOWN);
            assertThat(step.findings()).as(statement.text()).isEmpty();
            schema = step.schema();
            interpreter = step.next();
        }
        return workshop.normal(schema);
    }
}
