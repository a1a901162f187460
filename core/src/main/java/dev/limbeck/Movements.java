package dev.limbeck;

import dev.limbeck.config.LimitsConfig;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SessionLimits;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.execute.Executor;
import dev.limbeck.execute.FreshStart;
import dev.limbeck.execute.OfflineWriter;
import dev.limbeck.execute.Planning;
import dev.limbeck.execute.Precautions;
import dev.limbeck.execute.Precautions.BeforeFirstStep;
import dev.limbeck.execute.Precautions.DataLoss;
import dev.limbeck.execute.Proceedings;
import dev.limbeck.execute.Resolution;
import dev.limbeck.execute.RunSettings;
import dev.limbeck.plan.Plan;
import dev.limbeck.plan.Planner;
import dev.limbeck.report.MovementReport;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What changes a database, or writes the script that would. */
final class Movements {
    private static final Duration NO_WAIT = Duration.ZERO;

    private final Project project;
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    Movements(Project project) {
        this.project = project;
    }

    MovementReport upgrade(MovementRequest request) {
        Run run = new Run("upgrade", upgrading(request), request, refusal(request));
        return run.hooks.after(run.move(run.hooks::before));
    }

    MovementReport planUpgrade(MovementRequest request) {
        DataLoss dataLoss = refusal(request) == DataLoss.REFUSED ? DataLoss.TOLD : DataLoss.ALLOWED;
        return new Run("upgrade", upgrading(request), request, dataLoss).dryRun();
    }

    private DataLoss refusal(MovementRequest request) {
        return project.config().guard().allowDestructive() || request.destructiveAllowed()
                ? DataLoss.ALLOWED
                : DataLoss.REFUSED;
    }

    /** One movement, with all that goes on around it. */
    private final class Run {
        private final Planning planning;
        private final MovementRequest request;
        private final DataLoss dataLoss;
        private final Proceedings proceedings = new Proceedings(project.listener());
        private final Hooks hooks;
        private final AtomicBoolean begun = new AtomicBoolean();

        Run(String command, Planning planning, MovementRequest request, DataLoss dataLoss) {
            this.planning = planning;
            this.request = request;
            this.dataLoss = dataLoss;
            this.hooks = new Hooks(project, command, proceedings);
        }

        MovementReport move(BeforeFirstStep before) {
            try {
                return withConnection(
                        noting(before),
                        settings ->
                                Movements.this.move(
                                        request.lockWait(),
                                        settings,
                                        executor -> executor.run(planning, request.lockWait())));
            } catch (RuntimeException failure) {
                hooks.failed(failure);
                throw failure;
            }
        }

        MovementReport dryRun() {
            return withConnection(
                    plan -> {},
                    settings -> inExecutor(settings, executor -> executor.dryRun(planning)));
        }

        private MovementReport withConnection(
                BeforeFirstStep before, Function<Supplier<RunSettings>, MovementReport> work) {
            return FreshStart.of(project.url(), project.dialects())
                    .whileNothingIsDone(
                            begun::get,
                            () -> {
                                connect(request);
                                return work.apply(() -> settings(before));
                            });
        }

        private BeforeFirstStep noting(BeforeFirstStep before) {
            return plan -> {
                begun.set(true);
                before.run(plan);
            };
        }

        private RunSettings settings(BeforeFirstStep before) {
            return project.runSettings(
                    proceedings, precautions(request.limits(), dataLoss, before));
        }
    }

    /** What a run heeds that nobody asked anything of. */
    private RunSettings settings() {
        return project.runSettings(
                project.listener(), precautions(SessionLimits.NONE, DataLoss.ALLOWED, plan -> {}));
    }

    /** The project's limits, and over them those that were asked for. */
    private Precautions precautions(
            SessionLimits asked, DataLoss dataLoss, BeforeFirstStep before) {
        LimitsConfig configured = project.config().limits();
        return new Precautions(
                new SessionLimits(configured.lockTimeout(), configured.statementTimeout())
                        .under(asked),
                configured.lockRetries(),
                dataLoss,
                before);
    }

    /** Reads the files while the database is being reached: neither has to wait for the other. */
    private void connect(MovementRequest request) {
        FutureTask<Boolean> connecting =
                new FutureTask<>(
                        () ->
                                project.connections()
                                        .await(
                                                request.patience(),
                                                project.listener()::waitingForConnection),
                        true);
        Thread connector = new Thread(connecting, "limbeck-connector");
        connector.setDaemon(true);
        connector.start();
        try {
            project.migrations();
        } catch (RuntimeException unreadable) {
            // No need to wait any longer for the database then.
            connector.interrupt();
            throw unreadable;
        } finally {
            join(connector);
        }
        rethrow(connecting);
    }

    private static void join(Thread connector) {
        try {
            connector.join();
        } catch (InterruptedException e) {
            connector.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(FutureTask<?> connecting) {
        try {
            connecting.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    Diagnostic.error(
                            ErrorCode.INTERRUPTED, "interrupted while waiting for the database"),
                    e);
        }
    }

    private static Planning upgrading(MovementRequest request) {
        return (graph, rows) -> Planner.upgrade(graph, rows, request.target());
    }

    /** Runs what a caller planned, without hooks. */
    MovementReport run(Planning planning) {
        return move(NO_WAIT, this::settings, executor -> executor.run(planning, NO_WAIT));
    }

    MovementReport downgrade(MovementRequest request) {
        Planning planning = new Downgrading(request.target(), plan -> allowed(plan, request));
        return new Run("downgrade", planning, request, DataLoss.ALLOWED).move(plan -> {});
    }

    MovementReport planDowngrade(MovementRequest request) {
        Planning planning = new Downgrading(request.target(), UnaryOperator.identity());
        return new Run("downgrade", planning, request, DataLoss.ALLOWED).dryRun();
    }

    /** Plans the way down, which the history knows also for what no file has. */
    private record Downgrading(String target, UnaryOperator<Plan> permission) implements Planning {
        @Override
        public Plan plan(RevisionGraph graph, HeadSet rows) {
            return permission.apply(Planner.downgrade(graph, rows, target));
        }

        @Override
        public UnknownRevisions unknownRevisions() {
            return UnknownRevisions.FROM_HISTORY;
        }
    }

    /** Refuses to take a protected environment down to nothing unless it is named. */
    private Plan allowed(Plan plan, MovementRequest request) {
        ProjectConfig config = project.config();
        boolean takesAllDown = !plan.steps().isEmpty() && plan.to().isEmpty();
        if (config.guard().isProtected()
                && takesAllDown
                && !request.confirmedEnvironment().equals(config.environment())) {
            String name = config.environment().orElse("");
            throw new ConfigException(
                    Diagnostic.error(
                                    ErrorCode.PROTECTED_ENVIRONMENT,
                                    "environment '"
                                            + name
                                            + "' is protected: this would take down every revision")
                            .withHint("say so with '--yes " + name + "'"));
        }
        return plan;
    }

    MovementReport stamp(List<String> targets) {
        return move(
                NO_WAIT,
                this::settings,
                executor ->
                        executor.stamp(
                                (graph, rows) -> Planner.stamp(graph, rows, targets), NO_WAIT));
    }

    MovementReport purgeAndStamp(List<String> targets) {
        return move(
                NO_WAIT,
                this::settings,
                executor ->
                        executor.purgeAndStamp(
                                (graph, rows) -> Planner.purgeAndStamp(graph, rows, targets),
                                NO_WAIT));
    }

    RevisionId resolve(String reference, Resolution resolution) {
        return move(NO_WAIT, this::settings, executor -> executor.resolve(reference, resolution));
    }

    Executor.Repair repair(String reference, String reason) {
        return move(NO_WAIT, this::settings, executor -> executor.repair(reference, reason));
    }

    boolean ensureVersionTable() {
        return move(NO_WAIT, this::settings, executor -> executor.ensureVersionTable(NO_WAIT));
    }

    MovementReport upgradeScript(String range, Appendable out) throws IOException {
        Plan plan = Planner.upgradeOffline(graph(), range);
        return writer(out).movement(title("upgrade"), plan);
    }

    MovementReport downgradeScript(String range, Appendable out) throws IOException {
        Plan plan = Planner.downgradeOffline(graph(), range);
        return writer(out).movement(title("downgrade"), plan);
    }

    MovementReport stampScript(List<String> targets, Appendable out) throws IOException {
        Plan plan = Planner.stampOffline(graph(), targets);
        return writer(out).stamp(title("stamp"), plan);
    }

    void ensureVersionTableScript(Appendable out) throws IOException {
        writer(out).versionTable();
    }

    private static String title(String command) {
        return "Limbeck " + ToolVersion.current() + ": " + command;
    }

    private OfflineWriter writer(Appendable out) {
        record Presumed(Dialect dialect, DatabaseProduct product) {}
        Presumed presumed =
                project.url()
                        .map(
                                url -> {
                                    Dialect dialect = project.dialects().byUrl(url);
                                    return new Presumed(dialect, dialect.presumed(url));
                                })
                        // A caller's connections have no URL to tell from.
                        .orElseGet(
                                () ->
                                        project.inSession(
                                                session ->
                                                        new Presumed(
                                                                session.dialect(),
                                                                session.product())));
        return new OfflineWriter(
                presumed.dialect(),
                presumed.product(),
                project.config().ledger(),
                project.runSettings(project.listener(), Precautions.NONE),
                out);
    }

    private RevisionGraph graph() {
        return project.migrations().graph();
    }

    /**
     * Lets one thread of this instance at a time move the database: two that waited for the
     * migration lock would each keep the connection that the other needs.
     */
    private <R> R move(
            Duration patience, Supplier<RunSettings> settings, Function<Executor, R> work) {
        try {
            if (!oneAtATime.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new DatabaseException(
                        Diagnostic.error(
                                ErrorCode.LOCK_TIMEOUT,
                                "another thread of this program is moving the database"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    Diagnostic.error(
                            ErrorCode.INTERRUPTED, "interrupted while waiting for another thread"),
                    e);
        }
        try {
            return inExecutor(settings, work);
        } finally {
            oneAtATime.unlock();
        }
    }

    private <R> R inExecutor(Supplier<RunSettings> settings, Function<Executor, R> work) {
        project.migrations();
        return project.inSession(
                session ->
                        work.apply(new Executor(session, project.connections(), settings.get())));
    }
}
