package dev.limbeck.interpret;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import java.util.Optional;

/**
 * How much text one run gives to the parser, and what did not get its turn.
 *
 * <p>The parser needs about a second for 300 KB, and the server checks every statement anyway; so a
 * run that only wants to be warned stops there and says so.
 */
public final class ParseBudget {
    private static final int ONE_RUN = 300_000;

    private long left;
    private long skipped;
    private Optional<SourceLocation> firstSkipped = Optional.empty();

    private ParseBudget(long characters) {
        this.left = characters;
    }

    /** Returns what a run may spend before its first statement runs. */
    public static ParseBudget ofOneRun() {
        return new ParseBudget(ONE_RUN);
    }

    /** Returns a budget that never ends, for a command that is there to look at everything. */
    public static ParseBudget unlimited() {
        return new ParseBudget(Long.MAX_VALUE);
    }

    /** Returns what a run of hundreds of scripts may spend: nothing. */
    public static ParseBudget none() {
        return new ParseBudget(0);
    }

    /** Takes a statement's share; false where too little is left. */
    boolean spend(int characters) {
        if (characters > left) {
            return false;
        }
        left -= characters;
        return true;
    }

    /** Remembers a statement that was not parsed. */
    void skip(SourceLocation where) {
        skipped++;
        if (firstSkipped.isEmpty()) {
            firstSkipped = Optional.of(where);
        }
    }

    /** Returns what is to be told of the statements that were not parsed; empty where all were. */
    public Optional<Diagnostic> finding() {
        return firstSkipped.map(
                where ->
                        Diagnostic.info(
                                        ErrorCode.NOT_VALIDATED,
                                        skipped == 1
                                                ? "this statement is not parsed before it runs"
                                                : skipped
                                                        + " statements, of which this is the first,"
                                                        + " are not parsed before they run",
                                        where)
                                .withHint("'limbeck validate' looks at all but the longest"));
    }
}
