package dev.limbeck.execute;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/** Tries for a connection again and again, as long as the trouble is of a kind that may pass. */
final class ConnectionWaiter {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Pauses pauses;
    private final ConnectionPatience patience;
    private final Consumer<String> waiting;

    /** Where connections come from. */
    interface Target {
        /** Asks the driver once. */
        Connection attempt() throws SQLException;

        /** Takes the driver's error apart. */
        ServerError describe(SQLException error);

        /** Returns what the user is told where nothing helped. */
        DatabaseException failed(SQLException error);
    }

    /**
     * Makes a waiter.
     *
     * @param waiting hears what is in the way, once for each reason
     */
    ConnectionWaiter(Pauses pauses, ConnectionPatience patience, Consumer<String> waiting) {
        this.pauses = pauses;
        this.patience = patience;
        this.waiting = waiting;
    }

    /** Returns a connection; throws what the target makes of the last failure. */
    Connection connect(Target target) {
        long start = pauses.nanoTime();
        Duration pause = FIRST_PAUSE;
        String told = "";
        while (true) {
            try {
                return target.attempt();
            } catch (SQLException e) {
                ServerError said = target.describe(e);
                Duration left =
                        patience.with(said.kind())
                                .minus(Duration.ofNanos(pauses.nanoTime() - start));
                if (left.isZero() || left.isNegative()) {
                    throw target.failed(e);
                }
                if (!said.message().equals(told)) {
                    told = said.message();
                    waiting.accept(told);
                }
                pause(pause.compareTo(left) < 0 ? pause : left);
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            }
        }
    }

    private void pause(Duration duration) {
        try {
            pauses.pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    Diagnostic.error(
                            ErrorCode.INTERRUPTED, "interrupted while waiting for the database"),
                    e);
        }
    }
}
