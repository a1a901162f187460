package dev.limbeck.execute;

import dev.limbeck.report.MovementReport;
import dev.limbeck.report.StepReport;
import dev.limbeck.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers how far a run came, and passes on to another listener all that it hears. */
public final class Proceedings implements ExecutionListener {
    private final ExecutionListener next;
    private final List<StepReport> ended = new ArrayList<>();
    private @Nullable MovementReport plan;

    public Proceedings(ExecutionListener next) {
        this.next = next;
    }

    /** Returns what was planned, where it came so far. */
    public Optional<MovementReport> plan() {
        return Optional.ofNullable(plan);
    }

    /** Returns the steps that ended, and after them the planned ones that never began. */
    public List<StepReport> steps() {
        List<StepReport> all = new ArrayList<>(ended);
        plan().map(MovementReport::steps)
                .filter(planned -> planned.size() > ended.size())
                .ifPresent(planned -> all.addAll(planned.subList(ended.size(), planned.size())));
        return List.copyOf(all);
    }

    @Override
    public void planned(MovementReport plan) {
        this.plan = plan;
        ended.clear();
        next.planned(plan);
    }

    @Override
    public void stepStarted(StepReport step, int number, int of) {
        next.stepStarted(step, number, of);
    }

    @Override
    public void statementStarted(StepReport step, int ordinal, Statement statement) {
        next.statementStarted(step, ordinal, statement);
    }

    @Override
    public void resuming(StepReport step, int done) {
        next.resuming(step, done);
    }

    @Override
    public void settling(String sql) {
        next.settling(sql);
    }

    @Override
    public void stepFinished(StepReport step) {
        ended.add(step);
        next.stepFinished(step);
    }

    @Override
    public void stepFailed(StepReport step) {
        ended.add(step);
        next.stepFailed(step);
    }

    @Override
    public void serverMessage(String message) {
        next.serverMessage(message);
    }

    @Override
    public void waitingForConnection(String reason) {
        next.waitingForConnection(reason);
    }

    @Override
    public void waitingForSession(String session) {
        next.waitingForSession(session);
    }

    @Override
    public void waitingForLock(String holder) {
        next.waitingForLock(holder);
    }

    @Override
    public void retrying(String reason, int attempt, int of, Duration pause) {
        next.retrying(reason, attempt, of, pause);
    }

    @Override
    public void hookSaid(String hook, String line) {
        next.hookSaid(hook, line);
    }
}
