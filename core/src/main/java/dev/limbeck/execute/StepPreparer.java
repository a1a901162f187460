package dev.limbeck.execute;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.PlanException;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.interpret.ParseBudget;
import dev.limbeck.interpret.ScriptCheck;
import dev.limbeck.interpret.ScriptRules;
import dev.limbeck.plan.Plan;
import dev.limbeck.plan.PlanStep;
import dev.limbeck.plan.VersionChange;
import dev.limbeck.revision.Revision;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Irreversible;
import dev.limbeck.script.Migration;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Reads every script of a plan and refuses the whole plan before the first of them runs. */
final class StepPreparer {
    private static final String HEADER_ID = "revision";

    /**
     * In a plan of more scripts the parser looks at none: they make a database anew from what ran
     * elsewhere before, and parsing them would take longer than everything else.
     */
    private static final int PARSED_SCRIPTS = 100;

    private static final int IN_A_ROW = 100;

    private final KnownRevisions revisions;
    private final Dialect dialect;
    private final Map<String, String> variables;
    private final List<String> variants;
    private final ScriptCheck check;
    private final Depth depth;

    private final List<Diagnostic> refusals = new ArrayList<>();
    private final List<Diagnostic> faults = new ArrayList<>();
    private final List<Diagnostic> warnings = new ArrayList<>();

    private StepPreparer(
            KnownRevisions revisions,
            Dialect dialect,
            DatabaseProduct product,
            Map<String, String> variables,
            Depth depth,
            ParseBudget budget) {
        this.depth = depth;
        this.revisions = revisions;
        this.dialect = dialect;
        this.variables = variables;
        this.variants = dialect.variants(product);
        this.check = new ScriptCheck(ScriptRules.of(dialect, product), budget);
    }

    /** What the steps are for. */
    enum Purpose {
        /** They run. */
        RUN,
        /** They are only told of. */
        TELL
    }

    /** How much of each script is read. */
    private enum Depth {
        WHOLE,
        OUTLINE
    }

    /**
     * What will run.
     *
     * @param steps the plan's steps, fit to run
     * @param warnings what may be wrong with their scripts, and what nobody looked at
     */
    record Prepared(List<PreparedStep> steps, List<Diagnostic> warnings) {
        Prepared {
            steps = List.copyOf(steps);
            warnings = List.copyOf(warnings);
        }
    }

    /** Prepares a plan's steps; throws everything that is wrong with them together. */
    static Prepared prepare(
            Plan plan,
            Purpose purpose,
            KnownRevisions revisions,
            Dialect dialect,
            DatabaseProduct product,
            Map<String, String> variables) {
        BiFunction<Depth, ParseBudget, StepPreparer> preparer =
                (depth, budget) ->
                        new StepPreparer(revisions, dialect, product, variables, depth, budget);
        if (plan.steps().size() <= PARSED_SCRIPTS) {
            return prepareFew(plan, budget -> preparer.apply(Depth.WHOLE, budget));
        }
        Depth depth = purpose == Purpose.RUN ? Depth.WHOLE : Depth.OUTLINE;
        return prepareMany(plan, () -> preparer.apply(depth, ParseBudget.none()));
    }

    private static Prepared prepareFew(Plan plan, Function<ParseBudget, StepPreparer> with) {
        ParseBudget budget = ParseBudget.ofOneRun();
        StepPreparer preparer = with.apply(budget);
        List<PreparedStep> steps = plan.steps().stream().map(preparer::step).toList();
        return prepared(steps, List.of(preparer), budget.finding());
    }

    /** Thousands of small files are read side by side, some in a row. */
    private static Prepared prepareMany(Plan plan, Supplier<StepPreparer> makePreparer) {
        record Row(StepPreparer preparer, List<PreparedStep> steps) {}
        List<PlanStep> all = plan.steps();
        List<Row> rows =
                IntStream.iterate(0, from -> from < all.size(), from -> from + IN_A_ROW)
                        .mapToObj(from -> all.subList(from, Math.min(from + IN_A_ROW, all.size())))
                        .toList()
                        .parallelStream()
                        .map(
                                steps -> {
                                    StepPreparer preparer = makePreparer.get();
                                    return new Row(
                                            preparer, steps.stream().map(preparer::step).toList());
                                })
                        .toList();
        Diagnostic notParsed =
                Diagnostic.info(
                                ErrorCode.NOT_VALIDATED,
                                "these " + all.size() + " scripts are not parsed before they run")
                        .withHint("'limbeck validate' looks at all but the longest statements");
        return prepared(
                rows.stream().flatMap(row -> row.steps().stream()).toList(),
                rows.stream().map(Row::preparer).toList(),
                Optional.of(notParsed));
    }

    private static Prepared prepared(
            List<PreparedStep> steps,
            List<StepPreparer> preparers,
            Optional<Diagnostic> notParsed) {
        List<Diagnostic> refusals = all(preparers, preparer -> preparer.refusals);
        if (!refusals.isEmpty()) {
            throw new PlanException(refusals);
        }
        List<Diagnostic> faults = all(preparers, preparer -> preparer.faults);
        if (!faults.isEmpty()) {
            throw new ScriptException(faults);
        }
        List<Diagnostic> warnings = new ArrayList<>(all(preparers, preparer -> preparer.warnings));
        notParsed.ifPresent(warnings::add);
        return new Prepared(steps, warnings);
    }

    private static List<Diagnostic> all(
            List<StepPreparer> preparers, Function<StepPreparer, List<Diagnostic>> kind) {
        return preparers.stream().map(kind).flatMap(List::stream).toList();
    }

    private PreparedStep step(PlanStep step) {
        return step.accept(
                new PlanStep.Visitor<>() {
                    @Override
                    public PreparedStep upgrade(PlanStep.Upgrade up) {
                        return StepPreparer.this.upgrade(up.revision(), up.versionChanges());
                    }

                    @Override
                    public PreparedStep downgrade(PlanStep.Downgrade down) {
                        return StepPreparer.this.downgrade(down.revision(), down.versionChanges());
                    }

                    @Override
                    public PreparedStep stamp(PlanStep.Stamp stamp) {
                        throw new IllegalStateException("a stamp runs no script");
                    }
                });
    }

    private PreparedStep upgrade(Revision revision, List<VersionChange> changes) {
        Migration migration = revisions.files(revision);
        if (!migration.runsOn(variants)) {
            return recordedOnly(Direction.UP, revision, changes);
        }
        Optional<ScriptFile> file = migration.file(Direction.UP, variants);
        if (file.isEmpty()) {
            faults.add(noVariant(revision));
        }
        return new PreparedStep(
                Direction.UP,
                revision,
                file.map(this::read),
                migration.file(Direction.DOWN, variants),
                changes);
    }

    private PreparedStep downgrade(Revision revision, List<VersionChange> changes) {
        if (revisions.isRecorded(revision.id())) {
            return recordedDowngrade(revision, changes);
        }
        Migration migration = revisions.files(revision);
        if (!migration.runsOn(variants)) {
            return recordedOnly(Direction.DOWN, revision, changes);
        }
        Optional<Irreversible> irreversible =
                migration
                        .file(Direction.UP, variants)
                        .flatMap(up -> Script.read(up, dialect.lexicon()).irreversible());
        Optional<ScriptFile> file = migration.file(Direction.DOWN, variants);
        if (irreversible.isPresent()) {
            refusals.add(irreversible(revision, irreversible.get()));
            file = Optional.empty();
        } else if (file.isEmpty()) {
            refusals.add(downMissing(revision));
        }
        return new PreparedStep(
                Direction.DOWN, revision, file.map(this::read), Optional.empty(), changes);
    }

    /** What no file has is taken down with the script that the history kept. */
    private PreparedStep recordedDowngrade(Revision revision, List<VersionChange> changes) {
        if (revisions.ranNothing(revision.id())) {
            return recordedOnly(Direction.DOWN, revision, changes);
        }
        Optional<Irreversible> irreversible =
                revisions.recordedUp(revision, dialect.lexicon()).flatMap(Script::irreversible);
        ScriptFile origin = KnownRevisions.file(revision, Direction.DOWN);
        Optional<Script> down =
                revisions.recordedDown(revision.id()).map(text -> take(check.read(text, origin)));
        if (irreversible.isPresent()) {
            refusals.add(irreversible(revision, irreversible.get()));
        } else if (down.isEmpty()) {
            refusals.add(downNotKept(revision));
        }
        warnings.add(
                Diagnostic.warning(
                        ErrorCode.UNKNOWN_APPLIED_REVISION,
                        "no file has revision "
                                + revision.id()
                                + ": its down script comes from limbeck_history, as it was when the"
                                + " revision was applied"));
        return new PreparedStep(Direction.DOWN, revision, down, Optional.empty(), changes);
    }

    private static PreparedStep recordedOnly(
            Direction direction, Revision revision, List<VersionChange> changes) {
        return new PreparedStep(direction, revision, Optional.empty(), Optional.empty(), changes);
    }

    private Script read(ScriptFile file) {
        return take(
                depth == Depth.WHOLE
                        ? check.read(file)
                        : check.outline(file, revisions.migrations().source(file)));
    }

    private Script take(ScriptCheck.Checked checked) {
        checked.findings().forEach(this::add);
        faults.addAll(checked.script().undefinedVariables(variables));
        return checked.script();
    }

    /** The parser alone is no judge: what it refuses is a doubt, the server decides. */
    private void add(Diagnostic finding) {
        switch (finding.code() == ErrorCode.SYNTAX ? Severity.WARNING : finding.severity()) {
            case ERROR -> faults.add(finding);
            case WARNING -> warnings.add(finding.withSeverity(Severity.WARNING));
            case INFO -> {
                // What is not checked is told once, with the budget.
            }
        }
    }

    private Diagnostic noVariant(Revision revision) {
        return Diagnostic.error(
                        ErrorCode.NO_VARIANT,
                        "revision "
                                + revision.id()
                                + " has no up script for "
                                + variants.get(0)
                                + " and none for every database",
                        revision.place(HEADER_ID))
                .withHint(
                        "write one, or name the databases it is for in the header:"
                                + " '-- dialects: …'; elsewhere it is then only recorded");
    }

    private static Diagnostic irreversible(Revision revision, Irreversible said) {
        return Diagnostic.error(
                        ErrorCode.IRREVERSIBLE,
                        "revision " + revision.id() + " can't be taken down: " + said.reason(),
                        said.where())
                .withHint("go down to this revision at most, or restore a backup");
    }

    private static Diagnostic downNotKept(Revision revision) {
        return Diagnostic.error(
                        ErrorCode.DOWN_SCRIPT_MISSING,
                        "no file has revision "
                                + revision.id()
                                + ", and limbeck_history kept no down script of it",
                        SourceLocation.of(revision.path()))
                .withHint(
                        "bring back its files, or undo by hand what it did and set the rows with"
                                + " 'stamp --purge REV'");
    }

    private Diagnostic downMissing(Revision revision) {
        return Diagnostic.error(
                        ErrorCode.DOWN_SCRIPT_MISSING,
                        "revision " + revision.id() + " has no down script",
                        revision.place(HEADER_ID))
                .withHint(
                        "write it beside the up script, with the ending .down.sql (an empty one"
                                + " does nothing), or say '-- limbeck: irreversible REASON' in the"
                                + " up script");
    }
}
