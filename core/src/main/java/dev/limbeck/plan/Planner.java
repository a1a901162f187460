package dev.limbeck.plan;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.PlanException;
import dev.limbeck.error.RevisionException;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRange;
import dev.limbeck.revision.RevisionRef;
import dev.limbeck.revision.RevisionRefParser;
import dev.limbeck.revision.UnknownRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Turns a graph, the rows of a database and a target into a {@link Plan}. Pure functions.
 *
 * <p>Each throws {@code RevisionException} where a name is not usable, and {@code PlanException}
 * where the rows don't allow what is asked.
 */
public final class Planner {
    private Planner() {}

    /** Plans the way up: what the target requires and is not applied, in the graph's order. */
    public static Plan upgrade(RevisionGraph graph, HeadSet rows, String target) {
        return upgrade(graph, rows, RevisionRefParser.parseTarget(target));
    }

    private static Plan upgrade(RevisionGraph graph, HeadSet rows, RevisionRef target) {
        requireKnown(graph, rows);
        Overlap.refuse(graph, rows);
        if (target.stepsFromCurrent() < 0) {
            throw wrongWay(target, "an upgrade goes up", "downgrade");
        }
        return UpgradePlanner.plan(graph, rows, target);
    }

    /**
     * Plans the way down: every applied revision above the target, with all that depends on it. The
     * target itself stays.
     */
    public static Plan downgrade(RevisionGraph graph, HeadSet rows, String target) {
        return downgrade(graph, rows, RevisionRefParser.parseTarget(target));
    }

    private static Plan downgrade(RevisionGraph graph, HeadSet rows, RevisionRef target) {
        requireKnown(graph, rows);
        if (target.stepsFromCurrent() > 0) {
            throw wrongWay(target, "a downgrade goes down", "upgrade");
        }
        requireStart(rows, target);
        return DowngradePlanner.plan(graph, rows, target);
    }

    /** Plans a change of rows that runs no script. */
    public static Plan stamp(RevisionGraph graph, HeadSet rows, List<String> targets) {
        return stampRefs(graph, rows, parseTargets(targets));
    }

    private static Plan stampRefs(RevisionGraph graph, HeadSet rows, List<RevisionRef> targets) {
        requireKnown(graph, rows);
        targets.forEach(target -> requireStart(rows, target));
        return StampPlanner.plan(graph, rows, targets);
    }

    /** Plans to empty the version table, whatever stands in it, and to write the targets. */
    public static Plan purgeAndStamp(RevisionGraph graph, HeadSet rows, List<String> targets) {
        List<RevisionRef> refs = parseTargets(targets);
        if (refs.stream().anyMatch(RevisionRef::needsApplied)) {
            requireKnown(graph, rows);
        }
        return StampPlanner.planPurge(graph, rows, refs);
    }

    /** Plans the way up without a database: {@code FROM:TO}, or {@code TO} from an empty one. */
    public static Plan upgradeOffline(RevisionGraph graph, String range) {
        if (!RevisionRefParser.isRange(range)) {
            return upgrade(graph, HeadSet.empty(), range);
        }
        RevisionRange ends = offlineRange(range);
        RevisionRef head = new RevisionRef.Head(Optional.empty());
        return upgrade(graph, start(graph, ends), ends.upper().orElse(head));
    }

    /** Plans the way down without a database: {@code FROM:TO}. */
    public static Plan downgradeOffline(RevisionGraph graph, String range) {
        if (!RevisionRefParser.isRange(range)) {
            throw invalidRange(
                    "'" + range + "' says where to go, but not from where",
                    "without a database a downgrade is written FROM:TO, for example 'head:"
                            + range
                            + "'");
        }
        RevisionRange ends = offlineRange(range);
        RevisionRef base = new RevisionRef.Base(Optional.empty());
        return downgrade(graph, start(graph, ends), ends.upper().orElse(base));
    }

    /**
     * Plans a change of rows without a database: {@code FROM:TO}, or {@code TO} for an empty one;
     * where there are several, all have one FROM.
     */
    public static Plan stampOffline(RevisionGraph graph, List<String> ranges) {
        List<RevisionRef> targets = new ArrayList<>();
        List<HeadSet> starts = new ArrayList<>();
        for (String range : ranges) {
            if (RevisionRefParser.isRange(range)) {
                RevisionRange ends = offlineRange(range);
                starts.add(start(graph, ends));
                targets.add(
                        ends.upper()
                                .orElseThrow(
                                        () ->
                                                invalidRange(
                                                        "'" + range + "' has no end",
                                                        "a stamp without a database is written"
                                                                + " FROM:TO or TO")));
            } else {
                starts.add(HeadSet.empty());
                targets.add(RevisionRefParser.parseTarget(range));
            }
        }
        if (starts.stream().distinct().count() > 1) {
            throw invalidRange(
                    "the ranges " + String.join(" ", ranges) + " begin at different revisions",
                    "one database has one state to begin with: give all ranges the same FROM");
        }
        return stampRefs(graph, starts.stream().findFirst().orElse(HeadSet.empty()), targets);
    }

    /**
     * Returns a plan of the same steps in which one comes first, whose script an earlier run has
     * begun; the order of the others stays.
     */
    public static Plan beginningWith(RevisionGraph graph, Plan plan, RevisionId first) {
        List<PlanStep> steps = new ArrayList<>(plan.steps());
        List<PlanStep> begun =
                steps.stream().filter(step -> revision(step).id().equals(first)).toList();
        steps.removeAll(begun);
        steps.addAll(0, begun);
        RowTracker tracker = new RowTracker(graph, plan.from());
        return new Plan(
                plan.from(),
                plan.to(),
                steps.stream().map(step -> step.accept(new Retracing(tracker))).toList(),
                plan.notices());
    }

    /**
     * Returns the changes of rows that come with applying one revision, whose parents are applied.
     */
    public static List<VersionChange> applying(RevisionGraph graph, HeadSet rows, RevisionId id) {
        return new RowTracker(graph, rows).up(id);
    }

    /** Returns the changes of rows that come with reverting one revision that nothing needs. */
    public static List<VersionChange> reverting(RevisionGraph graph, HeadSet rows, RevisionId id) {
        return new RowTracker(graph, rows).down(id);
    }

    /** Plans to apply one revision alone, whose parents are applied. */
    public static Plan up(RevisionGraph graph, HeadSet rows, Revision revision) {
        RowTracker tracker = new RowTracker(graph, rows);
        PlanStep step = new PlanStep.Upgrade(revision, tracker.up(revision.id()));
        return new Plan(rows, tracker.rows(), List.of(step), List.of());
    }

    /** Plans to revert one revision alone, which nothing needs. */
    public static Plan down(RevisionGraph graph, HeadSet rows, Revision revision) {
        RowTracker tracker = new RowTracker(graph, rows);
        PlanStep step = new PlanStep.Downgrade(revision, tracker.down(revision.id()));
        return new Plan(rows, tracker.rows(), List.of(step), List.of());
    }

    /** Returns the revision whose script a step runs. */
    public static Revision revision(PlanStep step) {
        return step.accept(
                new PlanStep.Visitor<>() {
                    @Override
                    public Revision upgrade(PlanStep.Upgrade up) {
                        return up.revision();
                    }

                    @Override
                    public Revision downgrade(PlanStep.Downgrade down) {
                        return down.revision();
                    }

                    @Override
                    public Revision stamp(PlanStep.Stamp stamp) {
                        throw new IllegalStateException("a stamp runs no script");
                    }
                });
    }

    /** Makes steps anew for the rows as they are when their turn comes. */
    private record Retracing(RowTracker tracker) implements PlanStep.Visitor<PlanStep> {
        @Override
        public PlanStep upgrade(PlanStep.Upgrade up) {
            return new PlanStep.Upgrade(up.revision(), tracker.up(up.revision().id()));
        }

        @Override
        public PlanStep downgrade(PlanStep.Downgrade down) {
            return new PlanStep.Downgrade(down.revision(), tracker.down(down.revision().id()));
        }

        @Override
        public PlanStep stamp(PlanStep.Stamp stamp) {
            return stamp;
        }
    }

    private static RevisionRange offlineRange(String text) {
        RevisionRange range = RevisionRefParser.parseRange(text);
        // bare steps at the upper end count from the lower one
        Predicate<RevisionRef> bareSteps = end -> end.stepsFromCurrent() != 0;
        if (range.lower().filter(RevisionRef::needsApplied).isPresent()
                || range.upper()
                        .filter(RevisionRef::needsApplied)
                        .filter(bareSteps.negate())
                        .isPresent()) {
            throw invalidRange(
                    "'" + text + "' counts from the rows of a database, and none is asked here",
                    "name the revision the database is at, for example 'ae10:+2'");
        }
        return range;
    }

    private static HeadSet start(RevisionGraph graph, RevisionRange range) {
        return HeadSet.of(
                range
                        .lower()
                        .map(lower -> graph.resolve(lower, HeadSet.empty()))
                        .orElse(List.of())
                        .stream()
                        .map(Revision::id)
                        .toList());
    }

    private static List<RevisionRef> parseTargets(List<String> targets) {
        return targets.stream().map(RevisionRefParser::parseTarget).toList();
    }

    private static void requireKnown(RevisionGraph graph, HeadSet rows) {
        List<RevisionId> unknown = graph.unknown(rows);
        if (!unknown.isEmpty()) {
            throw new PlanException(UnknownRows.error(unknown));
        }
    }

    /** Steps down from nothing: a name may count from the head then, a movement can't. */
    private static void requireStart(HeadSet rows, RevisionRef target) {
        if (rows.isEmpty() && target.stepsFromCurrent() < 0) {
            throw new RevisionException(
                    Diagnostic.error(
                                    ErrorCode.RELATIVE_OUT_OF_RANGE,
                                    "'" + target.text() + "' leads below base: nothing is applied")
                            .withHint("'limbeck current' lists what is applied"));
        }
    }

    private static RevisionException wrongWay(RevisionRef target, String rule, String command) {
        return new RevisionException(
                Diagnostic.error(
                                ErrorCode.RELATIVE_OUT_OF_RANGE,
                                "'" + target.text() + "' leads the other way: " + rule)
                        .withHint("did you mean 'limbeck " + command + " " + target.text() + "'?"));
    }

    private static RevisionException invalidRange(String message, String hint) {
        return new RevisionException(
                Diagnostic.error(ErrorCode.INVALID_RANGE, message).withHint(hint));
    }
}
