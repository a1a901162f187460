package dev.limbeck.mysql.render;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SchemaException;
import dev.limbeck.mysql.server.ServerVersion;

/** That a server has no such thing. */
final class Refusal {
    private Refusal() {}

    /**
     * Returns what to throw.
     *
     * @param what what the server hasn't got, with its name
     */
    static SchemaException of(ServerVersion server, String what) {
        return new SchemaException(
                Diagnostic.error(ErrorCode.NOT_IN_DATABASE, server + " has no " + what)
                        .withHint(
                                "leave it out of the desired schema for "
                                        + server.flavor().shown()
                                        + ", for example in a file of its own for the other"
                                        + " database"));
    }
}
