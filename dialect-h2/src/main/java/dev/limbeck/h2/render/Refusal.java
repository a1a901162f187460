package dev.limbeck.h2.render;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SchemaException;

/** That H2 has no such thing. */
final class Refusal {
    private Refusal() {}

    /**
     * Returns what to throw.
     *
     * @param what what H2 hasn't got, with its name
     */
    static SchemaException of(String what) {
        return new SchemaException(
                Diagnostic.error(ErrorCode.NOT_IN_DATABASE, "H2 has no " + what)
                        .withHint(
                                "leave it out of the desired schema for H2, for example in a file"
                                        + " of its own for the other database"));
    }
}
