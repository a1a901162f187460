package dev.limbeck.autogenerate;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.diff.ChangeEffect;
import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.SchemaChange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The comments a generated script opens with: what it does, and what about it can hurt. */
final class Preface {
    private static final int LONGEST_LIST = 40;

    private final Strictness strictness;
    private final List<String> lines = new ArrayList<>();

    private Preface(Strictness strictness) {
        this.strictness = strictness;
    }

    /** Returns the comments of an up script. */
    static String up(RevisionScript script, List<String> backfills, Strictness strictness) {
        Preface preface = new Preface(strictness);
        preface.changes(script.changes());
        preface.section(
                "Data is lost for good, the down script brings back the definition only:",
                preface.reasons(script.changes(), script.up(), Hazard.Kind.DATA_LOSS));
        preface.section(
                "Fails where rows don't fit:",
                preface.reasons(script.changes(), script.up(), Hazard.Kind.MAY_FAIL_ON_DATA));
        preface.section(
                "To fill the rows that are there already, before a column holds no nulls, write"
                        + " instead:",
                backfills);
        preface.section(
                "Each statement is committed on its own:",
                preface.reasons(script.changes(), script.up(), Hazard.Kind.NEEDS_OWN_TRANSACTION));
        return preface.text();
    }

    /** Returns the comments of a down script. */
    static String down(RevisionScript script, Strictness strictness) {
        List<SchemaChange> undo = SchemaChange.undo(script.changes());
        Preface preface = new Preface(strictness.inverse());
        preface.section(
                "Data is lost for good:",
                preface.reasons(undo, script.down(), Hazard.Kind.DATA_LOSS));
        preface.section(
                "Fails where rows don't fit:",
                preface.reasons(undo, script.down(), Hazard.Kind.MAY_FAIL_ON_DATA));
        return preface.text();
    }

    private void changes(List<SchemaChange> changes) {
        List<String> shown = new ArrayList<>();
        for (SchemaChange change : changes.subList(0, Math.min(changes.size(), LONGEST_LIST))) {
            shown.add(ChangeEffect.of(change).sign() + " " + change.summary());
        }
        if (changes.size() > LONGEST_LIST) {
            shown.add("… and " + (changes.size() - LONGEST_LIST) + " more");
        }
        shown.forEach(this::line);
    }

    private void section(String title, List<String> entries) {
        if (entries.isEmpty()) {
            return;
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        line(title);
        entries.forEach(entry -> entry.lines().forEach(part -> line("  " + part)));
    }

    private void line(String text) {
        // What names and comments hold must not end the comment.
        lines.add(text.replace('\n', ' ').replace('\r', ' '));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line.isEmpty() ? "--" : "-- " + line).append('\n');
        }
        return text.toString();
    }

    /** Returns the reasons of a kind, each once. */
    private List<String> reasons(
            List<SchemaChange> changes, List<RenderedStatement> statements, Hazard.Kind kind) {
        Set<String> reasons = new LinkedHashSet<>();
        for (SchemaChange change : changes) {
            change.hazards().stream()
                    .filter(hazard -> hazard.kind() == kind)
                    .flatMap(hazard -> strictness.reason(change, hazard).stream())
                    .forEach(reasons::add);
        }
        for (RenderedStatement statement : statements) {
            statement.hazards().stream()
                    .filter(hazard -> hazard.kind() == kind)
                    .map(Hazard::reason)
                    .forEach(reasons::add);
        }
        return List.copyOf(reasons);
    }
}
