package dev.limbeck.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.diff.ChangeSet;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.oracle.grammar.OtherGrammar;
import dev.limbeck.oracle.server.OracleVersion;
import dev.limbeck.oracle.text.OracleLexicon;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves without a server that the script generated for two schemas leads from one to the other and
 * back: read back, it does; and another grammar of Oracle takes every statement.
 */
final class OfflineProof {
    private static final Path SHOWN = Path.of("schema.sql");

    private final SchemaSupport support = OracleSchemas.of(OracleVersion.NEWEST);

    /** Returns the changes and both scripts, as sections of a golden case. */
    Map<String, String> prove(String before, String after) {
        Schema from = normal(read(before, Schema.empty()));
        Schema to = normal(read(after, Schema.empty()));
        ChangeSet changes = SchemaDiff.between(from, to, support.diffOptions());
        List<RenderedStatement> up = support.renderer().render(from, changes.changes());
        List<RenderedStatement> down = support.renderer().render(to, changes.undo());
        Schema plain = to.withRenameHints(Set.of());
        Schema reached = follow(from.withRenameHints(Set.of()), up, "up", plain);
        follow(reached, down, "down", from);
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put(
                "changes",
                changes.changes().stream()
                        .map(change -> change.kind() + " " + change.object() + "\n")
                        .collect(Collectors.joining()));
        sections.put("upgrade", script(up));
        sections.put("downgrade", script(down));
        return sections;
    }

    SchemaSupport support() {
        return support;
    }

    Schema normal(Schema schema) {
        return support.normalizer().normalize(schema);
    }

    /** Returns the schema that statements lead to, each of them right to another grammar too. */
    Schema follow(Schema start, List<RenderedStatement> statements, String way, Schema goal) {
        Schema schema = start;
        for (RenderedStatement statement : statements) {
            assertThat(OtherGrammar.objection(statement.sql())).as(statement.sql()).isEmpty();
            schema = read(script(List.of(statement)), schema, script(statements));
        }
        Schema reached = normal(schema);
        assertThat(
                        SchemaDiff.between(reached, goal, support.diffOptions()).changes().stream()
                                .map(change -> change.summary() + " " + change)
                                .toList())
                .as("left to do after the way " + way + ":\n" + script(statements))
                .isEmpty();
        assertThat(reached).as("after the way " + way + ":\n" + script(statements)).isEqualTo(goal);
        return reached;
    }

    private Schema read(String script, Schema start) {
        return read(script, start, script);
    }

    /** Returns the schema that a script leads to; whatever there is to say of it fails the test. */
    private Schema read(String script, Schema start, String whole) {
        DdlInterpreter interpreter = DdlInterpreter.begin(support.ddl(), OracleLexicon.LEXICON);
        Schema schema = start;
        for (Statement statement :
                StatementSplitter.split(script, OracleLexicon.LEXICON, SHOWN).statements()) {
            if (statement.isSent()) {
                DdlInterpreter.Step step = interpreter.apply(schema, statement, SHOWN);
                assertThat(step.findings()).as(statement.text() + "\nof\n" + whole).isEmpty();
                schema = step.schema();
                interpreter = step.next();
            }
        }
        return schema;
    }

    /** Returns statements as SQL*Plus takes them. */
    static String script(List<RenderedStatement> statements) {
        StringBuilder text = new StringBuilder();
        for (RenderedStatement statement : statements) {
            statement.notes().forEach(note -> text.append("-- ").append(note).append('\n'));
            boolean program = statement.sql().endsWith(";");
            text.append(statement.sql()).append(program ? "\n/\n" : ";\n");
        }
        return text.toString();
    }
}
