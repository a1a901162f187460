package dev.limbeck.execute;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Decides whether what a server refused is worth another attempt, and pauses before it: longer each
 * time, with a share of chance, so that two that met don't meet again.
 */
final class ConflictRetry {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final int retries;
    private final Function<SQLException, ServerError> describe;
    private final Pauses pauses;
    private final ExecutionListener listener;

    ConflictRetry(
            int retries,
            Function<SQLException, ServerError> describe,
            Pauses pauses,
            ExecutionListener listener) {
        this.retries = retries;
        this.describe = describe;
        this.pauses = pauses;
        this.listener = listener;
    }

    /**
     * Returns whether to try again, after a pause.
     *
     * @param attempt the 1-based number of the attempt that failed
     */
    boolean again(SQLException error, int attempt) {
        ServerError said = describe.apply(error);
        if (attempt > retries || !mayPass(said.kind())) {
            return false;
        }
        Duration pause = pauseAfter(attempt);
        listener.retrying(said.message(), attempt + 1, retries + 1, pause);
        try {
            pauses.pause(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    Diagnostic.error(
                            ErrorCode.INTERRUPTED, "interrupted while waiting for another attempt"),
                    e);
        }
        return true;
    }

    private static boolean mayPass(ServerError.Kind kind) {
        return kind == ServerError.Kind.LOCK_TIMEOUT || kind == ServerError.Kind.CONFLICT;
    }

    private static Duration pauseAfter(int attempt) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
        Duration pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis()));
    }
}
