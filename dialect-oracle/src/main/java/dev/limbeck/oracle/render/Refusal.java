package dev.limbeck.oracle.render;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SchemaException;

/** That Oracle has no such thing. */
final class Refusal {
    private Refusal() {}

    /**
     * Returns what to throw.
     *
     * @param what what Oracle hasn't got, with its name
     */
    static SchemaException of(String what) {
        return new SchemaException(
                Diagnostic.error(ErrorCode.NOT_IN_DATABASE, "Oracle has no " + what)
                        .withHint(
                                "leave it out of the desired schema for Oracle, for example in a"
                                        + " file of its own for the other database"));
    }

    /**
     * Returns what to throw where a change can't be made in place.
     *
     * @param what what can't be changed, with its name
     */
    static SchemaException change(String what, String advice) {
        return new SchemaException(
                Diagnostic.error(ErrorCode.NOT_IN_DATABASE, "Oracle can't change " + what)
                        .withHint(advice));
    }
}
