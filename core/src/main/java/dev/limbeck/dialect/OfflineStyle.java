package dev.limbeck.dialect;

import dev.limbeck.sql.Statement;
import java.util.List;

/** How a script is written for the command-line client that people of this database run. */
public interface OfflineStyle {
    /**
     * Returns the lines a script opens with: a comment that says how to run it, and what makes the
     * client stop at the first error.
     */
    List<String> opening();

    /** Returns the command that opens a transaction, as a whole line. */
    String begin();

    /** Returns the command that ends a transaction well, as a whole line. */
    String commit();

    /**
     * Returns the text with which the client sends a statement: its terminator, and whatever has to
     * stand around it; no line end after it.
     *
     * @param statement the statement as the script has it
     * @param text its text with variables replaced
     */
    String sent(Statement statement, String text);

    /** Returns the line that ends the data of a statement, as the client wants it. */
    default String endOfData() {
        return "\\.";
    }

    /** Returns an expression that makes its query fail unless a condition holds. */
    default String failingUnless(String condition) {
        return "1 / CASE WHEN " + condition + " THEN 1 ELSE 0 END";
    }

    /** Returns a text as a literal. */
    String literal(String text);

    /** Returns the expression for this moment in UTC, for a ledger column. */
    String now();

    /** Returns the expression for the session's user. */
    String currentUser();

    /**
     * Returns commands, as whole lines, that undo what a revision's script may have set for the
     * session, so that the next one starts where it would have started alone.
     */
    List<String> resetSession();
}
