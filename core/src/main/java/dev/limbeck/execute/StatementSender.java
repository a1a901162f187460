package dev.limbeck.execute;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.InlineDataLoader;
import java.io.IOException;
import java.io.Reader;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Sends single statements and takes in whatever the server answers. */
final class StatementSender {
    /** Rows a driver may hold at once of a result that nobody reads. */
    private static final int FETCH_SIZE = 500;

    private final Connection connection;
    private final Dialect dialect;
    private final LimitedSession limited;
    private final ServerNotices notices;
    private final Cancellation cancellation;

    /**
     * Makes a sender.
     *
     * @param limited tells how long a statement may take where the driver has to see to it
     * @param notices tells what the server says besides
     * @param cancellation asked before each statement, and told what runs
     */
    StatementSender(
            Connection connection,
            Dialect dialect,
            LimitedSession limited,
            ServerNotices notices,
            Cancellation cancellation) {
        this.connection = connection;
        this.dialect = dialect;
        this.limited = limited;
        this.notices = notices;
        this.cancellation = cancellation;
    }

    /**
     * Sends a text with the data that follows it.
     *
     * @param data up to its end
     */
    void sendWithData(String text, Reader data) throws SQLException, IOException {
        InlineDataLoader through =
                dialect.inlineDataLoader()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "a lexicon with inline data, a dialect without"
                                                        + " loader"));
        cancellation.begin(() -> through.cancel(connection));
        try {
            through.load(connection, text, data);
        } finally {
            cancellation.end();
        }
    }

    /** Sends a text that has no data. */
    void send(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // The text is the server's language, not JDBC's: braces and question marks are its own.
            statement.setEscapeProcessing(false);
            statement.setFetchSize(FETCH_SIZE);
            limit(statement);
            cancellation.begin(statement);
            notices.begin(statement);
            try {
                drain(statement, statement.execute(text));
            } catch (SQLException e) {
                notices.endDespite(e);
                throw e;
            } finally {
                cancellation.end();
            }
            notices.end();
        }
        dialect.confirm(connection, text);
    }

    /**
     * Sends texts that give no rows, none waiting for the answer to the one before; throws what the
     * server said of the first that it refused.
     */
    void sendTogether(List<String> texts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String text : texts) {
                statement.addBatch(text);
            }
            limit(statement);
            cancellation.begin(statement);
            notices.begin(statement);
            try {
                statement.executeBatch();
            } catch (BatchUpdateException e) {
                SQLException refusal = e.getNextException();
                SQLException told = refusal == null ? e : refusal;
                notices.endDespite(told);
                throw told;
            } finally {
                cancellation.end();
            }
            notices.end();
        }
    }

    private void limit(Statement statement) throws SQLException {
        int seconds = limited.secondsOfDriver();
        // Zero isn't set: some drivers take that for a change of the session.
        if (seconds > 0) {
            statement.setQueryTimeout(seconds);
        }
    }

    private void drain(Statement statement, boolean firstHasRows) throws SQLException {
        boolean hasRows = firstHasRows;
        while (hasRows || statement.getUpdateCount() != -1) {
            if (hasRows) {
                // Every row is read: with a cursor, rows that nobody fetches are never computed.
                try (ResultSet rows = statement.getResultSet()) {
                    boolean more = rows.next();
                    while (more) {
                        more = rows.next();
                    }
                }
            }
            hasRows = statement.getMoreResults();
        }
    }
}
