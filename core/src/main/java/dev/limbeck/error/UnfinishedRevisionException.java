package dev.limbeck.error;

import java.util.Optional;

/** A script stopped half way in an earlier run, and nobody has settled it since. */
public final class UnfinishedRevisionException extends ExecutionException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<String> statement;

    public UnfinishedRevisionException(Diagnostic diagnostic, Optional<String> statement) {
        super(diagnostic, null);
        this.statement = statement;
    }

    @Override
    public Optional<String> statement() {
        return statement;
    }
}
