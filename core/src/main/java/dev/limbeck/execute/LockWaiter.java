package dev.limbeck.execute;

import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Waits for the migration lock by asking again and again; nothing waits inside the server, where a
 * waiting session would hold up others.
 */
final class LockWaiter {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final Pauses pauses;
    private final Consumer<String> waiting;

    /**
     * Makes a waiter.
     *
     * @param waiting hears who holds the lock, once for each holder
     */
    LockWaiter(Pauses pauses, Consumer<String> waiting) {
        this.pauses = pauses;
        this.waiting = waiting;
    }

    /** Takes the lock, waiting as long as allowed; throws {@code LOCK_TIMEOUT} after that. */
    void acquire(MigrationLock lock, Duration patience) throws SQLException {
        long deadline = pauses.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        String told = "";
        while (!lock.tryAcquire()) {
            String holder = lock.holder().map(LockHolder::describe).orElse("another session");
            if (!patience.isZero() && !holder.equals(told)) {
                told = holder;
                waiting.accept(holder);
            }
            long left = deadline - pauses.nanoTime();
            if (left <= 0) {
                throw timedOut(holder, patience);
            }
            pause(pause.toNanos() < left ? pause : Duration.ofNanos(left));
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
    }

    private void pause(Duration duration) {
        try {
            pauses.pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    Diagnostic.error(
                            ErrorCode.INTERRUPTED, "interrupted while waiting for the lock"),
                    e);
        }
    }

    private static DatabaseException timedOut(String holder, Duration patience) {
        String waited = patience.isZero() ? "" : " for " + words(patience);
        return new DatabaseException(
                Diagnostic.error(
                                ErrorCode.LOCK_TIMEOUT,
                                "the migration lock was not free" + waited + "; held by " + holder)
                        .withHint(
                                "another run is at work on this database: wait for it with"
                                        + " '--wait 60s', or end its session"));
    }

    private static String words(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }
}
