package dev.limbeck.execute;

import dev.limbeck.report.MovementReport;
import dev.limbeck.report.StepReport;
import dev.limbeck.sql.Statement;
import java.time.Duration;

/** Hears what happens while a plan runs. Called on the thread that runs it. */
public interface ExecutionListener {
    /** Hears nothing. */
    ExecutionListener SILENT = new ExecutionListener() {};

    /** What will run is known; called again where another process moved the rows meanwhile. */
    default void planned(MovementReport plan) {}

    /** A step begins; {@code number} counts from 1. */
    default void stepStarted(StepReport step, int number, int of) {}

    /** A statement is about to be sent; {@code ordinal} counts from 1. */
    default void statementStarted(StepReport step, int ordinal, Statement statement) {}

    /** A script that stopped half way goes on after the statements that are done. */
    default void resuming(StepReport step, int done) {}

    /** What a statement left half done is taken away or finished with {@code sql}. */
    default void settling(String sql) {}

    /** A step ended well. */
    default void stepFinished(StepReport step) {}

    /** A step failed; the exception follows. */
    default void stepFailed(StepReport step) {}

    /**
     * The server said something: a notice or a warning. Where it says so while a statement runs,
     * this is called on another thread, during which nothing else is told.
     */
    default void serverMessage(String message) {}

    /** There is no connection yet; {@code reason} says what is in the way. */
    default void waitingForConnection(String reason) {}

    /** The session that ran a script before is still at work; {@code session} says which. */
    default void waitingForSession(String session) {}

    /** The migration lock is taken; {@code holder} says by whom where that is known. */
    default void waitingForLock(String holder) {}

    /**
     * Something got no lock, or lost against another session, and is tried again.
     *
     * @param reason what the server said
     * @param attempt the number of the attempt to come, from 2
     * @param of how many there are at most
     * @param pause how long until then
     */
    default void retrying(String reason, int attempt, int of, Duration pause) {}

    /**
     * A command of the user's that runs around an upgrade printed a line, or ended in a way that is
     * worth telling.
     *
     * @param hook its name in the configuration, for example {@code before_upgrade}
     */
    default void hookSaid(String hook, String line) {}
}
