package dev.limbeck;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Something that is done in a thread of its own while its caller does something else.
 *
 * @param <T> what it gives
 */
final class Meanwhile<T> {
    private final FutureTask<T> task;

    private Meanwhile(FutureTask<T> task) {
        this.task = task;
    }

    /** Begins with it. */
    static <T> Meanwhile<T> begin(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "limbeck-meanwhile");
        thread.setDaemon(true);
        thread.start();
        return new Meanwhile<>(task);
    }

    /**
     * Does something else in the meantime and returns what that gives. Where that fails, this is
     * waited for all the same, and its own failure goes along with the other as a suppressed one.
     */
    <R> R during(Supplier<R> other) {
        try {
            return other.get();
        } catch (RuntimeException | Error failure) {
            try {
                get();
            } catch (RuntimeException | Error second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    /** Returns what it gave, or throws what it threw. */
    T get() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("a supplier throws nothing that is checked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a side was read", e);
        }
    }
}
