package dev.limbeck.execute;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Begins a run anew, on a new connection, where the database passed from one process to another
 * before the run had done anything. Each time takes a moment; after a number of times it is told as
 * it is.
 */
public final class FreshStart {
    /** An attempt may end long after it began, having waited for the lock: so no clock counts. */
    private static final int MOST_ATTEMPTS = 20;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Predicate<SQLException> changesHands;
    private final Pauses pauses;

    /**
     * Returns one for a database.
     *
     * @param url empty where a caller's own data source is used: it does not say whose errors its
     *     are, so they are told at once
     */
    public static FreshStart of(Optional<String> url, Dialects dialects) {
        Predicate<SQLException> never = error -> false;
        return new FreshStart(
                url.map(
                                known -> {
                                    Dialect dialect = dialects.byUrl(known);
                                    return (Predicate<SQLException>)
                                            error -> dialect.changesHands(known, error);
                                })
                        .orElse(never),
                Pauses.SYSTEM);
    }

    FreshStart(Predicate<SQLException> changesHands, Pauses pauses) {
        this.changesHands = changesHands;
        this.pauses = pauses;
    }

    /**
     * Returns what the work returns.
     *
     * @param begun whether the work has done something that must not be done twice
     */
    public <R> R whileNothingIsDone(BooleanSupplier begun, Supplier<R> work) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DatabaseException e) {
                boolean passing =
                        e.getCause() instanceof SQLException sql && changesHands.test(sql);
                if (!passing || begun.getAsBoolean() || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                pause(pause, e);
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            }
        }
    }

    private void pause(Duration duration, DatabaseException reason) {
        try {
            pauses.pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            DatabaseException interrupted =
                    new DatabaseException(
                            Diagnostic.error(
                                    ErrorCode.INTERRUPTED,
                                    "interrupted while waiting for the database"),
                            e);
            interrupted.addSuppressed(reason);
            throw interrupted;
        }
    }
}
