package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.cli.print.DisplayWidth;
import dev.limbeck.cli.print.RevisionJson;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.compare.Difference;
import dev.limbeck.compare.SchemaComparison;
import dev.limbeck.compare.Verdict;
import dev.limbeck.error.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * On what several schemas don't say the same.
 *
 * @param sides the names of the sides, in the order they were given
 * @param differences in the order of the objects
 */
record DifferencesAnswer(List<String> sides, List<Difference> differences) implements Answer {
    /** How many objects with one trap are named. */
    private static final int EXAMPLES = 5;

    /** Returns the outcome: not clean where they can't be said to agree. */
    static Outcome of(List<String> sides, List<Difference> differences, List<Diagnostic> notices) {
        Outcome outcome = Outcome.of(new DifferencesAnswer(sides, differences)).warning(notices);
        boolean clean =
                SchemaComparison.gravest(differences).filter(Verdict::isDisagreement).isEmpty();
        return clean ? outcome : outcome.endingWith(ExitCode.NOT_CLEAN);
    }

    /** What is graver than a trap has a block each; traps of one kind share a block. */
    @Override
    public void print(TextOutput out) {
        int width = sides.stream().mapToInt(DisplayWidth::of).max().orElse(0);
        Map<String, List<String>> traps = new LinkedHashMap<>();
        for (Difference difference : differences) {
            if (out.isVerbose() || difference.verdict().isDisagreement()) {
                print(difference, width, out);
            } else if (difference.verdict() == Verdict.TRAP) {
                traps.computeIfAbsent(difference.reason(), reason -> new ArrayList<>())
                        .add(difference.object());
            }
        }
        traps.forEach((reason, objects) -> print(reason, objects, out));
        out.report(total(out));
    }

    private static void print(Difference difference, int width, TextOutput out) {
        String reason = difference.reason().isEmpty() ? "" : " (" + difference.reason() + ")";
        out.line(
                out.palette().strong(difference.object())
                        + ", "
                        + difference.kind().words()
                        + ": "
                        + difference.verdict().word()
                        + reason);
        difference
                .values()
                .forEach(
                        (side, value) ->
                                out.line("  " + DisplayWidth.pad(side, width) + "  " + value));
    }

    private static void print(String trap, List<String> objects, TextOutput out) {
        int more = objects.size() - EXAMPLES;
        String examples = String.join(", ", objects.subList(0, Math.min(EXAMPLES, objects.size())));
        out.line(out.palette().strong("trap") + ": " + trap);
        out.line("  " + examples + (more > 0 ? " and " + more + " more" : ""));
    }

    private String total(TextOutput out) {
        Map<Verdict, Long> counts = SchemaComparison.counts(differences);
        List<String> said = new ArrayList<>();
        for (int i = Verdict.values().length - 1; i >= 0; i--) {
            Verdict verdict = Verdict.values()[i];
            Long count = counts.get(verdict);
            if (count != null) {
                said.add(count + " " + verdict.word());
            }
        }
        if (said.isEmpty()) {
            return "no differences";
        }
        boolean more =
                !out.isVerbose()
                        && differences.stream()
                                .anyMatch(difference -> !difference.verdict().isDisagreement());
        return String.join(", ", said) + (more ? "; -v lists them all" : "");
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        RevisionJson.strings(json, "sides", sides);
        json.writeArrayFieldStart("differences");
        for (Difference difference : differences) {
            json.writeStartObject();
            json.writeStringField("object", difference.object());
            json.writeStringField("kind", difference.kind().words());
            json.writeStringField("verdict", difference.verdict().word());
            json.writeStringField("reason", difference.reason());
            json.writeObjectFieldStart("values");
            for (Map.Entry<String, String> value : difference.values().entrySet()) {
                json.writeStringField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
