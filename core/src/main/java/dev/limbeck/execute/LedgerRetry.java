package dev.limbeck.execute;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does small work on the ledger once more where the server's own locks were in the way: several
 * runs that start at once ask for the same tables. A few attempts, each after a longer pause; the
 * work must be such that nothing is left of an attempt that failed.
 */
final class LedgerRetry {
    private static final int MOST_ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private final Function<SQLException, ServerError> describe;
    private final Pauses pauses;

    LedgerRetry(Function<SQLException, ServerError> describe, Pauses pauses) {
        this.describe = describe;
        this.pauses = pauses;
    }

    <R> R retrying(Supplier<R> work) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DatabaseException e) {
                if (attempt == MOST_ATTEMPTS || !mayPass(e)) {
                    throw e;
                }
                // A share of chance, so that two that met don't meet again.
                pause(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis())));
                pause = pause.multipliedBy(2);
            }
        }
    }

    private boolean mayPass(DatabaseException e) {
        if (!(e.getCause() instanceof SQLException cause)) {
            return false;
        }
        ServerError.Kind kind = describe.apply(cause).kind();
        return kind == ServerError.Kind.LOCK_TIMEOUT
                || kind == ServerError.Kind.CONFLICT
                || kind == ServerError.Kind.IN_USE;
    }

    private void pause(Duration duration) {
        try {
            pauses.pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    Diagnostic.error(
                            ErrorCode.INTERRUPTED, "interrupted while waiting for the ledger"),
                    e);
        }
    }
}
