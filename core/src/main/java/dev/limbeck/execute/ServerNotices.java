package dev.limbeck.execute;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the server says besides its answers: where the driver hands it out by then, while the
 * statement that it is about still runs.
 */
final class ServerNotices implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Consumer<String> messages;
    private final @Nullable ScheduledExecutorService looking;
    private @Nullable Future<?> looks;
    private @Nullable Statement current;
    private int told;

    private ServerNotices(Consumer<String> messages, @Nullable ScheduledExecutorService looking) {
        this.messages = messages;
        this.looking = looking;
    }

    /** Tells once a statement is over. */
    static ServerNotices afterwards(Consumer<String> messages) {
        return new ServerNotices(messages, null);
    }

    /** Tells while a statement runs, on a thread of its own, and never two things at once. */
    static ServerNotices meanwhile(Consumer<String> messages) {
        ScheduledExecutorService looking =
                Executors.newSingleThreadScheduledExecutor(
                        work -> {
                            Thread thread = new Thread(work, "limbeck server notices");
                            thread.setDaemon(true);
                            return thread;
                        });
        ServerNotices notices = new ServerNotices(messages, looking);
        notices.looks =
                looking.scheduleWithFixedDelay(
                        notices::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return notices;
    }

    /** A statement is about to run. */
    synchronized void begin(Statement statement) {
        current = statement;
        told = 0;
    }

    /** It is over; what is still to be told is told. */
    synchronized void end() throws SQLException {
        Statement ended = current;
        current = null;
        if (ended != null) {
            tellNew(ended);
        }
    }

    /** It failed with an error, which nothing must hide. */
    void endDespite(SQLException error) {
        try {
            end();
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
    }

    private synchronized void look() {
        Statement running = current;
        if (running == null) {
            return;
        }
        try {
            tellNew(running);
        } catch (SQLException e) {
            // Whatever is wrong with the statement, the thread that runs it hears of it as well.
            current = null;
        }
    }

    private void tellNew(Statement statement) throws SQLException {
        int seen = 0;
        for (SQLWarning warning = statement.getWarnings();
                warning != null;
                warning = warning.getNextWarning()) {
            seen++;
            if (seen > told) {
                told = seen;
                messages.accept(warning.getMessage());
            }
        }
    }

    @Override
    public void close() {
        if (looks != null) {
            looks.cancel(true);
        }
        if (looking != null) {
            looking.shutdownNow();
        }
    }
}
