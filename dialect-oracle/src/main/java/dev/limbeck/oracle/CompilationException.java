package dev.limbeck.oracle;

import dev.limbeck.dialect.ServerError;
import java.sql.SQLException;

/** That a unit was made, but does not compile. */
final class CompilationException extends SQLException {
    private static final long serialVersionUID = 1L;

    /** What SQL*Plus says of such a unit. */
    private static final int CODE = 24344;

    private final transient ServerError described;

    CompilationException(ServerError described) {
        super(described.message(), null, CODE);
        this.described = described;
    }

    /** Returns what is wrong, where, and what to do about it. */
    ServerError described() {
        return described;
    }
}
