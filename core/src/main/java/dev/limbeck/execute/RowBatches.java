package dev.limbeck.execute;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Brings statements that only change rows to the server without waiting for the answer to each.
 * Each batch has a savepoint: what is refused goes back to it, and its statements go one by one
 * then, which finds the culprit.
 */
final class RowBatches {
    private static final int MOST = 500;
    private static final int LONGEST = 1 << 18;
    private static final Set<String> VERBS = Set.of("INSERT", "UPDATE", "DELETE");
    private static final String GIVES_ROWS = "RETURNING";

    private final Connection connection;
    private final Dialect dialect;
    private final StatementSender sender;
    private final Cancellation cancellation;

    RowBatches(
            Connection connection,
            Dialect dialect,
            StatementSender sender,
            Cancellation cancellation) {
        this.connection = connection;
        this.dialect = dialect;
        this.sender = sender;
        this.cancellation = cancellation;
    }

    /** Returns whether a statement may travel with others: it changes rows and gives none. */
    static boolean takes(Statement statement) {
        if (statement.hasInlineData()) {
            return false;
        }
        String text = statement.text();
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return VERBS.contains(text.substring(0, end).toUpperCase(Locale.ROOT))
                && !containsIgnoringCase(text, GIVES_ROWS);
    }

    private static boolean containsIgnoringCase(String text, String word) {
        for (int at = 0; at <= text.length() - word.length(); at++) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether so much is a batch. */
    static boolean isFull(int statements, int characters) {
        return statements >= MOST || characters >= LONGEST;
    }

    /**
     * Sends texts; returns false where the server refused one of them, and nothing of them is left.
     */
    boolean send(List<String> texts) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            sender.sendTogether(texts);
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException refused) {
            if (cancellation.isRequested()
                    || dialect.describe(refused).kind() == ServerError.Kind.CONNECTION) {
                throw refused;
            }
            goBack(before, refused);
            return false;
        }
    }

    private void goBack(Savepoint before, SQLException refused) throws SQLException {
        try {
            connection.rollback(before);
        } catch (SQLException e) {
            refused.addSuppressed(e);
            throw refused;
        }
    }
}
