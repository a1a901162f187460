package dev.limbeck.execute;

import dev.limbeck.sql.SqlToken;
import java.util.List;

/** Follows the transactions that a script begins and ends by itself. */
final class TransactionWatch {
    private boolean open;

    /** Takes in a statement's tokens. */
    void saw(List<SqlToken> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        SqlToken first = tokens.get(0);
        if (first.is("START") || (first.is("BEGIN") && isPlain(tokens))) {
            open = true;
        } else if (first.is("COMMIT") || first.is("END") || first.is("ABORT")) {
            open = false;
        } else if (first.is("ROLLBACK") && tokens.stream().noneMatch(token -> token.is("TO"))) {
            open = false;
        }
    }

    private static boolean isPlain(List<SqlToken> tokens) {
        return tokens.size() == 1 || !tokens.get(tokens.size() - 1).is("END");
    }

    /** Returns whether a transaction of the script's own is open. */
    boolean isOpen() {
        return open;
    }
}
