package dev.limbeck.proof;

import dev.limbeck.autogenerate.SchemaReading;
import dev.limbeck.autogenerate.ScriptReadings;
import dev.limbeck.proof.MergeFinding.Verdict;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionSet;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.Migration;
import dev.limbeck.script.Migrations;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Replays two lines in either order, from where they part. */
public final class MergeCheck {
    private static final int MOST_SHOWN = 5;

    private final Migrations migrations;
    private final ScriptReadings readings;

    public MergeCheck(Migrations migrations, ScriptReadings readings) {
        this.migrations = migrations;
        this.readings = readings;
    }

    /** Returns whether the lines that end at some revisions can be joined, each with each. */
    public MergeFinding of(List<RevisionId> heads) {
        Verdict gravest = Verdict.COMMUTES;
        Set<String> reasons = new LinkedHashSet<>();
        for (int i = 0; i < heads.size(); i++) {
            for (RevisionId other : heads.subList(i + 1, heads.size())) {
                MergeFinding pair = pair(heads.get(i), other);
                if (pair.verdict().compareTo(gravest) > 0) {
                    gravest = pair.verdict();
                    reasons.clear();
                }
                if (pair.verdict() == gravest) {
                    reasons.addAll(pair.reasons());
                }
            }
        }
        return finding(gravest, List.copyOf(reasons));
    }

    private MergeFinding finding(Verdict verdict, List<String> reasons) {
        return new MergeFinding(verdict, reasons, readings.dialect().variants().get(0));
    }

    private MergeFinding pair(RevisionId one, RevisionId other) {
        RevisionGraph graph = migrations.graph();
        RevisionSet ofOne = graph.ancestors(Set.of(one));
        RevisionSet ofOther = graph.ancestors(Set.of(other));
        Schema parting = replay(Schema.empty(), ofOne.and(ofOther)).schema();
        RevisionSet left = ofOne.minus(ofOther);
        RevisionSet right = ofOther.minus(ofOne);
        SchemaReading leftAlone = replay(parting, left);
        SchemaReading rightAlone = replay(parting, right);
        SchemaReading leftFirst = replay(leftAlone.schema(), right);
        SchemaReading rightFirst = replay(rightAlone.schema(), left);
        List<String> failures = new ArrayList<>(newFailures(leftFirst, rightAlone));
        failures.addAll(newFailures(rightFirst, leftAlone));
        if (!failures.isEmpty()) {
            return finding(Verdict.CONFLICTS, failures);
        }
        Optional<String> unread =
                Doubts.first(leftAlone.findings()).or(() -> Doubts.first(rightAlone.findings()));
        if (unread.isPresent()) {
            return finding(Verdict.UNKNOWN, List.of(unread.get()));
        }
        List<String> apart =
                Gap.between(leftFirst.schema(), rightFirst.schema(), readings.dialect());
        return apart.isEmpty()
                ? finding(Verdict.COMMUTES, List.of())
                : finding(
                        Verdict.CONFLICTS,
                        List.of(
                                "the order decides: "
                                        + one
                                        + " first and "
                                        + other
                                        + " first differ by "
                                        + apart.stream()
                                                .limit(MOST_SHOWN)
                                                .collect(Collectors.joining(", "))));
    }

    private SchemaReading replay(Schema start, RevisionSet revisions) {
        List<Migration> chosen =
                migrations.all().stream()
                        .filter(migration -> revisions.contains(migration.revision().id()))
                        .toList();
        return ChainWalk.from(start, chosen, readings).reached();
    }

    /** What goes wrong behind the other line and not without it. */
    private static List<String> newFailures(SchemaReading behind, SchemaReading alone) {
        return behind.findings().stream()
                .filter(Doubts::isCertain)
                .filter(finding -> !alone.findings().contains(finding))
                .limit(MOST_SHOWN)
                .map(Doubts::said)
                .toList();
    }
}
