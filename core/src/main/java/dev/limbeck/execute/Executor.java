package dev.limbeck.execute;

import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.ConnectionSource;
import dev.limbeck.dialect.DatabaseErrors;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.dialect.SessionState;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.PlanException;
import dev.limbeck.error.Severity;
import dev.limbeck.error.StatementFailedException;
import dev.limbeck.execute.Precautions.DataLoss;
import dev.limbeck.execute.StepPreparer.Purpose;
import dev.limbeck.ledger.JournalRun;
import dev.limbeck.ledger.Ledger;
import dev.limbeck.plan.Plan;
import dev.limbeck.plan.PlanStep;
import dev.limbeck.plan.VersionChange;
import dev.limbeck.report.MovementReport;
import dev.limbeck.report.StepReport;
import dev.limbeck.report.StepReport.State;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs plans on one connection, one transaction a revision where the database's DDL is
 * transactional.
 *
 * <p>A run plans and validates without the lock, so that a mistake is told at once; then it takes
 * the lock, and where the ledger has moved meanwhile it plans anew. Nothing runs that was not
 * planned from the rows as they stand under the lock.
 */
public final class Executor {
    private final DatabaseSession session;
    private final ConnectionSource further;
    private final MovementRules rules;
    private final RunSettings settings;
    private final Connection connection;
    private final Dialect dialect;
    private final Ledger ledger;
    private final LedgerRetry retry;

    /**
     * Makes an executor.
     *
     * @param further opens connections beside the session's, for locks that need their own
     */
    public Executor(DatabaseSession session, ConnectionSource further, RunSettings settings) {
        this.session = session;
        this.further = further;
        this.settings = settings;
        this.rules = new MovementRules(session, settings.migrations(), settings.folders());
        this.connection = session.connection();
        this.dialect = session.dialect();
        this.ledger = session.ledger();
        this.retry = new LedgerRetry(dialect::describe, Pauses.SYSTEM);
    }

    /** What would run, and what would be refused; runs and writes nothing, takes no lock. */
    public MovementReport dryRun(Planning planning) {
        Ready ready = retry.retrying(() -> prepare(planning, Purpose.TELL));
        List<Diagnostic> notices = new ArrayList<>(ready.report().notices());
        Preflight.lacking(session, ready.steps())
                .forEach(lack -> notices.add(lack.withSeverity(Severity.WARNING)));
        return ready.report().withNotices(notices);
    }

    /** Runs a plan to its end, or throws at the first step that fails. */
    public MovementReport run(Planning planning, Duration lockWait) {
        Ready ready = retry.retrying(() -> prepare(planning, Purpose.RUN));
        settings.listener().planned(ready.report());
        if (ready.steps().isEmpty()) {
            return ready.report();
        }
        List<Diagnostic> lacking = Preflight.lacking(session, ready.steps());
        if (!lacking.isEmpty()) {
            throw new PlanException(lacking);
        }
        return underLock(
                lockWait,
                domain -> {
                    Ready current = ready;
                    if (!retry.retrying(() -> ready.stillHolds(ledger))) {
                        current = retry.retrying(() -> prepare(planning, Purpose.RUN));
                        settings.listener().planned(current.report());
                    }
                    return run(current, domain, lockWait);
                });
    }

    /**
     * What is about to run, and the state of the ledger it was made from.
     *
     * @param lastNumber the history's last number at that time
     * @param unfinished the scripts that stood half way at that time
     */
    private record Ready(
            Plan plan,
            List<PreparedStep> steps,
            MovementReport report,
            long lastNumber,
            List<JournalRun> unfinished) {
        boolean stillHolds(Ledger ledger) {
            return ledger.rows().heads().equals(plan.from())
                    && ledger.lastNumber() == lastNumber
                    && ledger.journal().open().equals(unfinished);
        }
    }

    private Ready prepare(Planning planning, Purpose purpose) {
        long lastNumber = ledger.lastNumber();
        MovementRules.Ground ground = rules.ground(planning.unknownRevisions());
        Resumption resumption =
                new Resumption(
                        ground.unfinished(), new UnfinishedScripts(session, settings.migrations()));
        Plan plan =
                resumption.inOrder(
                        ground.recorded().graph(),
                        planning.plan(ground.recorded().graph(), ground.rows()));
        StepPreparer.Prepared prepared =
                StepPreparer.prepare(
                        plan,
                        purpose,
                        new KnownRevisions(settings.migrations(), ground.recorded()),
                        dialect,
                        session.product(),
                        settings.variables());
        var notices = new ArrayList<>(plan.notices());
        notices.addAll(ground.notices());
        notices.addAll(prepared.warnings());
        List<PreparedStep> steps = resumption.attach(prepared.steps(), dialect.lexicon());
        notices.addAll(lossesOf(steps));
        List<StepReport> reports =
                steps.stream().map(step -> step.report(State.PLANNED, Duration.ZERO)).toList();
        return new Ready(
                plan,
                steps,
                new MovementReport(plan.from(), plan.to(), reports, notices),
                lastNumber,
                ground.unfinished());
    }

    /** Returns what is lost, to be told; throws where it must not be. */
    private List<Diagnostic> lossesOf(List<PreparedStep> steps) {
        DataLoss dataLoss = settings.precautions().dataLoss();
        if (dataLoss == DataLoss.ALLOWED) {
            return List.of();
        }
        List<Diagnostic> losses = DestructiveScripts.find(steps, dialect.lexicon());
        if (dataLoss == DataLoss.REFUSED && !losses.isEmpty()) {
            throw new PlanException(losses);
        }
        return losses.stream().map(loss -> loss.withSeverity(Severity.WARNING)).toList();
    }

    private MovementReport run(Ready ready, Domain domain, Duration patience) {
        if (ready.steps().isEmpty()) {
            return ready.report();
        }
        settings.precautions().beforeFirstStep().run(ready.report());
        createLedger();
        try (ServerNotices notices = notices()) {
            return run(ready, domain, patience, notices);
        }
    }

    private ServerNotices notices() {
        Consumer<String> messages = settings.listener()::serverMessage;
        return dialect.capabilities(session.product()).contains(Capability.LIVE_NOTICES)
                ? ServerNotices.meanwhile(messages)
                : ServerNotices.afterwards(messages);
    }

    private MovementReport run(
            Ready ready, Domain domain, Duration patience, ServerNotices notices) {
        StepRunners runners = stepRunners(ready.plan().from(), domain.limited(), notices);
        if (ready.steps().stream().anyMatch(step -> !runners.inTransaction(step))) {
            retry.retrying(
                    () -> {
                        ledger.journal().create();
                        return ledger;
                    });
        }
        int number = 0;
        List<StepReport> done = new ArrayList<>();
        for (PreparedStep step : ready.steps()) {
            number++;
            settings.cancellation().check();
            domain.lock().assure();
            PreparedStep settled =
                    step.resumed().isPresent()
                            ? runners.settle(step, ready.plan().from(), patience)
                            : step;
            done.add(run(settled, number, ready.steps().size(), runners.of(settled)));
        }
        return new MovementReport(
                ready.plan().from(), ready.plan().to(), done, ready.report().notices());
    }

    private StepReport run(PreparedStep step, int number, int of, StepRunner runner) {
        ExecutionListener listener = settings.listener();
        StepReport planned = step.report(State.PLANNED, Duration.ZERO);
        listener.stepStarted(planned, number, of);
        step.resumed().ifPresent(run -> listener.resuming(planned, run.done()));
        Stopwatch watch = Stopwatch.start(settings.clock());
        try {
            runner.run(step);
        } catch (SQLException e) {
            listener.stepFailed(step.report(State.FAILED, watch.elapsed()));
            throw DatabaseErrors.failed(dialect, "run revision " + step.revision().id(), e);
        } catch (StatementFailedException e) {
            listener.stepFailed(step.report(State.FAILED, watch.elapsed()));
            throw new NameAdvice(session).on(e, step);
        } catch (RuntimeException e) {
            listener.stepFailed(step.report(State.FAILED, watch.elapsed()));
            throw e;
        }
        StepReport finished = step.report(step.ended(), watch.elapsed());
        listener.stepFinished(finished);
        return finished;
    }

    private StepRunners stepRunners(HeadSet rows, LimitedSession limited, ServerNotices notices) {
        try {
            return new StepRunners(rows, limited, dialect.remember(connection), notices);
        } catch (SQLException e) {
            throw DatabaseErrors.failed(dialect, "look at the session's settings", e);
        }
    }

    /** The two ways to run a step, and which step goes which way. */
    private final class StepRunners {
        private final StepRunner transactional;
        private final StepRunner journaled;
        private final RunTools tools;

        StepRunners(
                HeadSet rows, LimitedSession limited, SessionState state, ServerNotices notices) {
            StatementSender statements =
                    new StatementSender(
                            connection, dialect, limited, notices, settings.cancellation());
            ScriptSender sender =
                    new ScriptSender(
                            statements,
                            batches(statements),
                            settings.variables(),
                            settings.listener());
            tools =
                    new RunTools(
                            connection,
                            state,
                            sender,
                            recorder(rows),
                            limited,
                            new ConflictRetry(
                                    settings.precautions().lockRetries(),
                                    dialect::describe,
                                    settings.cancellation(),
                                    settings.listener()),
                            new StatementErrors(dialect, session.product()),
                            settings.clock(),
                            dialect,
                            session.product(),
                            ledger.journal(),
                            settings.cancellation());
            transactional = new TransactionalRunner(tools);
            journaled = new JournaledRunner(tools);
        }

        private Optional<RowBatches> batches(StatementSender statements) {
            return dialect.capabilities(session.product()).contains(Capability.PIPELINED_BATCHES)
                    ? Optional.of(
                            new RowBatches(
                                    connection, dialect, statements, settings.cancellation()))
                    : Optional.empty();
        }

        boolean inTransaction(PreparedStep step) {
            return step.runsInTransaction(dialect.capabilities(session.product()));
        }

        StepRunner of(PreparedStep step) {
            return inTransaction(step) ? transactional : journaled;
        }

        PreparedStep settle(PreparedStep step, HeadSet rows, Duration patience) {
            return new DoubtSettler(session, tools, settings).settle(step, rows, patience);
        }
    }

    private RevisionGraph graph() {
        return settings.migrations().graph();
    }

    private StepRecorder recorder(HeadSet rows) {
        return recorder(rows, Optional.empty());
    }

    private StepRecorder recorder(HeadSet rows, Optional<String> reason) {
        return new StepRecorder(
                ledger, settings.client().as(session.user()), rows, reason, settings.root());
    }

    /** Sets the version table's rows as a plan of stamps says; runs no script. */
    public MovementReport stamp(Planning planning, Duration lockWait) {
        return underLock(
                lockWait,
                domain -> {
                    Plan plan = planning.plan(graph(), rules.knownRows());
                    List<VersionChange> changes = changes(plan);
                    // Even without a change a stamp settles a script that stopped half way.
                    return changes.isEmpty() && ledger.journal().open().isEmpty()
                            ? withoutSteps(plan)
                            : stamp(plan, plan.from(), changes, () -> {});
                });
    }

    /** Empties the version table, whatever stands in it, and writes the rows after a plan. */
    public MovementReport purgeAndStamp(Planning planning, Duration lockWait) {
        return underLock(
                lockWait,
                domain -> {
                    Plan plan = planning.plan(graph(), ledger.rows().heads());
                    List<VersionChange> inserts =
                            plan.to().ids().stream()
                                    .<VersionChange>map(VersionChange.Insert::new)
                                    .toList();
                    return inserts.isEmpty() && !ledger.hasVersionTable()
                            ? withoutSteps(plan)
                            : stamp(plan, HeadSet.empty(), inserts, ledger::deleteRows);
                });
    }

    private MovementReport stamp(
            Plan plan, HeadSet start, List<VersionChange> changes, Runnable before) {
        createLedger();
        StepRecorder recorder = recorder(start);
        Stopwatch watch = Stopwatch.start(settings.clock());
        inTransaction(
                () -> {
                    before.run();
                    recorder.stamped(changes, watch);
                    closeRuns();
                });
        return withoutSteps(plan);
    }

    /** A stamp is a person's word that the database is at its target. */
    private void closeRuns() {
        ledger.journal()
                .open()
                .forEach(run -> ledger.journal().close(run.number(), settings.clock().instant()));
    }

    /**
     * Settles a revision whose script stopped half way and was finished or undone by hand.
     *
     * @return the revision
     */
    public RevisionId resolve(String reference, Resolution resolution) {
        return underLock(
                Duration.ZERO,
                limited -> {
                    HeadSet rows = ledger.rows().heads();
                    Settlements settlements = new Settlements(session, settings);
                    RevisionId id = settlements.named(reference, rows);
                    write(settlements.resolve(id, rows, resolution), rows, Optional.empty());
                    return id;
                });
    }

    /** What came of accepting an edited file: the revision, and whether there was an edit. */
    public record Repair(RevisionId revision, boolean changed) {}

    /**
     * Accepts a file that was edited after it was applied.
     *
     * @param reason why, for the history
     */
    public Repair repair(String reference, String reason) {
        return underLock(
                Duration.ZERO,
                limited -> {
                    HeadSet rows = ledger.rows().heads();
                    Settlements settlements = new Settlements(session, settings);
                    RevisionId id = settlements.named(reference, rows);
                    Optional<Settlements.Settlement> repair = settlements.repair(id, rows);
                    repair.ifPresent(found -> write(found, rows, Optional.of(reason)));
                    return new Repair(id, repair.isPresent());
                });
    }

    private void write(Settlements.Settlement settlement, HeadSet rows, Optional<String> reason) {
        createLedger();
        Stopwatch watch = Stopwatch.start(settings.clock());
        StepRecorder recorder = recorder(rows, reason);
        inTransaction(
                () -> {
                    recorder.settled(
                            settlement.kind(),
                            settlement.subject(),
                            settlement.script(),
                            settlement.changes(),
                            watch);
                    settlement
                            .run()
                            .ifPresent(
                                    run ->
                                            ledger.journal()
                                                    .close(
                                                            run.number(),
                                                            settings.clock().instant()));
                });
    }

    private static MovementReport withoutSteps(Plan plan) {
        return new MovementReport(plan.from(), plan.to(), List.of(), plan.notices());
    }

    static List<VersionChange> changes(Plan plan) {
        return plan.steps().stream().map(PlanStep::versionChanges).flatMap(List::stream).toList();
    }

    private void inTransaction(Transaction.Work<RuntimeException> work) {
        try {
            Transaction.run(
                    connection,
                    work,
                    error -> DatabaseErrors.failed(dialect, "write the ledger", error));
        } catch (SQLException e) {
            throw DatabaseErrors.failed(dialect, "write the ledger", e);
        }
    }

    private void createLedger() {
        retry.retrying(
                () -> {
                    ledger.create();
                    return ledger;
                });
    }

    /** Makes the version table where it is absent; returns whether it was. */
    public boolean ensureVersionTable(Duration lockWait) {
        return !ledger.hasVersionTable()
                && underLock(lockWait, domain -> retry.retrying(ledger::createVersionTable));
    }

    /**
     * What a run has to itself.
     *
     * @param lock the migration lock
     * @param limited its session
     */
    private record Domain(HeldLock lock, LimitedSession limited) {}

    private <R> R underLock(Duration patience, Function<Domain, R> work) {
        SteadySession.check(session, further);
        LockWaiter waiter =
                new LockWaiter(settings.cancellation(), settings.listener()::waitingForLock);
        settings.cancellation().movement(true);
        try (MigrationLock lock = dialect.lock(connection, further, ledger.lockKey())) {
            waiter.acquire(lock, patience);
            ledger.guard(lock.fence());
            try (LimitedSession limited =
                    LimitedSession.begin(connection, dialect, settings.precautions().limits())) {
                return work.apply(new Domain(HeldLock.of(lock, connection, dialect), limited));
            }
        } catch (SQLException e) {
            throw DatabaseErrors.failed(dialect, "take or give back the migration lock", e);
        } finally {
            ledger.guard(Optional.empty());
            settings.cancellation().movement(false);
        }
    }
}
