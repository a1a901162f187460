package dev.limbeck.autogenerate;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.SplitScript;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads generated scripts as if somebody else had written them: replayed from the one schema, the
 * up scripts must give the other, and the down scripts must lead back.
 */
final class SelfCheck {
    private static final int MOST_SHOWN = 5;

    private final Comparison comparison;

    SelfCheck(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Returns a warning for each direction that is not proved. */
    List<Diagnostic> of(List<RevisionScript> scripts) {
        List<RenderedStatement> ups = new ArrayList<>();
        List<RenderedStatement> downs = new ArrayList<>();
        for (RevisionScript script : scripts) {
            ups.addAll(script.up());
        }
        List<RevisionScript> backwards = new ArrayList<>(scripts);
        Collections.reverse(backwards);
        backwards.forEach(script -> downs.addAll(script.down()));
        List<Diagnostic> findings = new ArrayList<>();
        SchemaReading above = replay(comparison.from(), ups);
        Comparison.Unsettled unsettled = comparison.unsettled();
        judge(
                "up",
                "the desired schema",
                above,
                List.of(comparison.to(), unsettled.to()),
                findings);
        judge(
                "down",
                "the schema that was there before",
                replay(above.schema(), downs),
                List.of(comparison.from(), unsettled.from()),
                findings);
        return findings;
    }

    private SchemaReading replay(Schema start, List<RenderedStatement> statements) {
        String text = GeneratedText.statements(statements, comparison.dialect());
        Path shown = Path.of("generated.sql");
        SplitScript split =
                StatementSplitter.split(text, comparison.dialect().dialect().lexicon(), shown);
        Schema schema = start;
        DdlInterpreter interpreter = comparison.dialect().interpreter();
        List<Diagnostic> findings = new ArrayList<>();
        for (Statement statement : split.statements()) {
            if (statement.isSent()) {
                DdlInterpreter.Step step = interpreter.apply(schema, statement, shown);
                schema = step.schema();
                interpreter = step.next();
                findings.addAll(step.findings());
            }
        }
        return new SchemaReading(schema, findings);
    }

    /** Reports what leads to none of some schemas that differ in their spelling alone. */
    private void judge(
            String direction,
            String goal,
            SchemaReading reached,
            List<Schema> spellings,
            List<Diagnostic> findings) {
        Schema normal = comparison.dialect().support().normalizer().normalize(reached.schema());
        List<SchemaChange> left = new ArrayList<>(left(normal, spellings.get(0)));
        if (!left.isEmpty()) {
            for (Schema spelling : spellings.subList(1, spellings.size())) {
                Set<String> there =
                        left(normal, spelling).stream()
                                .map(SchemaChange::summary)
                                .collect(Collectors.toSet());
                left.removeIf(change -> !there.contains(change.summary()));
            }
        }
        if (!left.isEmpty()) {
            findings.add(differs(direction, goal, left));
        }
        boolean uncertain =
                !reached.findings().isEmpty() || !normal.taints().equals(spellings.get(0).taints());
        if (uncertain) {
            findings.add(notProved(direction, goal, reached.findings()));
        }
    }

    private List<SchemaChange> left(Schema reached, Schema expected) {
        return SchemaDiff.between(
                        reached.withHidden(expected.hidden()),
                        expected.withRenameHints(Set.of()),
                        comparison.dialect().support().diffOptions())
                .changes();
    }

    private static Diagnostic differs(String direction, String goal, List<SchemaChange> left) {
        String shown =
                left.stream()
                        .limit(MOST_SHOWN)
                        .map(SchemaChange::summary)
                        .collect(Collectors.joining("; "));
        String more = left.size() > MOST_SHOWN ? "; … " + left.size() + " in all" : "";
        return Diagnostic.warning(
                        ErrorCode.SELF_CHECK_DIFFERS,
                        "read back without a database, the "
                                + direction
                                + " script does not lead to "
                                + goal
                                + "; still to do: "
                                + shown
                                + more)
                .withHint("read the script with care and try it on a copy before it runs");
    }

    private static Diagnostic notProved(String direction, String goal, List<Diagnostic> reasons) {
        String shown =
                reasons.stream()
                        .limit(MOST_SHOWN)
                        .map(Diagnostic::message)
                        .distinct()
                        .collect(Collectors.joining("; "));
        return Diagnostic.warning(
                ErrorCode.NOT_PROVED,
                "it is not proved that the "
                        + direction
                        + " script leads to "
                        + goal
                        + (shown.isEmpty() ? "" : ": " + shown));
    }
}
