package dev.limbeck.execute;

import dev.limbeck.script.RenderedText;
import dev.limbeck.sql.Statement;
import java.sql.SQLException;

/** A statement was refused; what that means for the script is up to the runner. */
final class StatementFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final int ordinal;
    private final transient Statement statement;
    private final transient RenderedText text;
    private final SQLException error;

    /**
     * Tells of a refused statement.
     *
     * @param ordinal its 1-based number
     * @param text what was sent
     */
    StatementFailure(int ordinal, Statement statement, RenderedText text, SQLException error) {
        super(error);
        this.ordinal = ordinal;
        this.statement = statement;
        this.text = text;
        this.error = error;
    }

    int ordinal() {
        return ordinal;
    }

    Statement statement() {
        return statement;
    }

    RenderedText text() {
        return text;
    }

    SQLException error() {
        return error;
    }
}
