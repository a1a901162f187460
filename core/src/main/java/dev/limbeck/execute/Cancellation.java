package dev.limbeck.execute;

import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish that a run may stop: the statement that runs is cancelled, what waits wakes up,
 * and nothing more is begun. Once asked for, it stays so.
 */
public final class Cancellation implements Pauses {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wish = lock.newCondition();
    private boolean requested;
    private boolean running;
    private @Nullable Canceller current;

    /** Makes the server give up what it runs. */
    @FunctionalInterface
    interface Canceller {
        void cancel() throws SQLException;
    }

    /** Returns whether somebody wants the run to stop. */
    public boolean isRequested() {
        lock.lock();
        try {
            return requested;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Asks the run to stop. May be called on any thread, any number of times. Returns false where
     * nothing runs that could stop by itself.
     */
    public boolean request() {
        lock.lock();
        try {
            requested = true;
            wish.signalAll();
            cancelCurrent();
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void cancelCurrent() {
        Canceller canceller = current;
        if (canceller != null) {
            try {
                canceller.cancel();
            } catch (SQLException gone) {
                // The connection is gone, and with it what ran on it; the run hears of that itself.
                current = null;
            }
        }
    }

    /** A movement begins, or is over. */
    void movement(boolean begins) {
        lock.lock();
        try {
            running = begins;
        } finally {
            lock.unlock();
        }
    }

    /** A statement is about to run; throws {@code INTERRUPTED} where the run shall stop. */
    void begin(Statement statement) {
        begin(statement::cancel);
    }

    /** Something is about to run that can be cancelled. */
    void begin(Canceller canceller) {
        lock.lock();
        try {
            check();
            current = canceller;
        } finally {
            lock.unlock();
        }
    }

    /** What ran is over. */
    void end() {
        lock.lock();
        try {
            current = null;
        } finally {
            lock.unlock();
        }
    }

    /** Throws {@code INTERRUPTED} where the run shall stop. */
    void check() {
        if (isRequested()) {
            throw interrupted(Optional.empty());
        }
    }

    /** Returns what is told of a run that stopped because it was asked to. */
    static DatabaseException interrupted(Optional<Throwable> cause) {
        return new DatabaseException(
                Diagnostic.error(ErrorCode.INTERRUPTED, "interrupted")
                        .withHint(
                                "'limbeck status' shows where it stopped, 'limbeck upgrade' goes on"),
                cause.orElse(null));
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void pause(Duration duration) {
        lock.lock();
        try {
            long left = duration.toNanos();
            while (!requested && left > 0) {
                left = wish.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(Optional.of(e));
        } finally {
            lock.unlock();
        }
        check();
    }
}
