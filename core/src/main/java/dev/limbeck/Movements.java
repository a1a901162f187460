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
import dev.limbeck.execute.OfflineWriter;
import dev.limbeck.execute.Planning;
import dev.limbeck.execute.Precautions;
import dev.limbeck.plan.Plan;
import dev.limbeck.plan.Planner;
import dev.limbeck.report.MovementReport;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
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
        Planning planning = upgrading(request);
        return run(planning, request);
    }

    MovementReport planUpgrade(MovementRequest request) {
        Planning planning = upgrading(request);
        return dryRun(planning, request);
    }

    private MovementReport run(Planning planning, MovementRequest request) {
        connect(request);
        return move(
                request.lockWait(),
                precautions(request),
                executor -> executor.run(planning, request.lockWait()));
    }

    private MovementReport dryRun(Planning planning, MovementRequest request) {
        connect(request);
        return inExecutor(precautions(request), executor -> executor.dryRun(planning));
    }

    private Precautions precautions(MovementRequest request) {
        return limited(request.limits());
    }

    /** What every run heeds: the project's limits, and over them those that were asked for. */
    private Precautions limited(SessionLimits asked) {
        LimitsConfig configured = project.config().limits();
        return new Precautions(
                new SessionLimits(configured.lockTimeout(), configured.statementTimeout())
                        .under(asked),
                configured.lockRetries(),
                Precautions.DataLoss.ALLOWED,
                plan -> {});
    }

    private void connect(MovementRequest request) {
        project.connections().await(request.patience(), project.listener()::waitingForConnection);
    }

    private static Planning upgrading(MovementRequest request) {
        return (graph, rows) -> Planner.upgrade(graph, rows, request.target());
    }

    MovementReport downgrade(MovementRequest request) {
        Planning planning = new Downgrading(request.target(), plan -> allowed(plan, request));
        return run(planning, request);
    }

    MovementReport planDowngrade(MovementRequest request) {
        Planning planning = new Downgrading(request.target(), UnaryOperator.identity());
        return dryRun(planning, request);
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
                limited(SessionLimits.NONE),
                executor ->
                        executor.stamp(
                                (graph, rows) -> Planner.stamp(graph, rows, targets), NO_WAIT));
    }

    MovementReport purgeAndStamp(List<String> targets) {
        return move(
                NO_WAIT,
                limited(SessionLimits.NONE),
                executor ->
                        executor.purgeAndStamp(
                                (graph, rows) -> Planner.purgeAndStamp(graph, rows, targets),
                                NO_WAIT));
    }

    boolean ensureVersionTable() {
        return move(
                NO_WAIT,
                limited(SessionLimits.NONE),
                executor -> executor.ensureVersionTable(NO_WAIT));
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
                project.runSettings(Precautions.NONE),
                out);
    }

    private RevisionGraph graph() {
        return project.migrations().graph();
    }

    /**
     * Lets one thread of this instance at a time move the database: two that waited for the
     * migration lock would each keep the connection that the other needs.
     */
    private <R> R move(Duration patience, Precautions precautions, Function<Executor, R> work) {
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
            return inExecutor(precautions, work);
        } finally {
            oneAtATime.unlock();
        }
    }

    private <R> R inExecutor(Precautions precautions, Function<Executor, R> work) {
        return project.inSession(
                session ->
                        work.apply(
                                new Executor(
                                        session,
                                        project.connections(),
                                        project.runSettings(precautions))));
    }
}
