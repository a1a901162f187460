package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.DdlSyntaxException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.schema.ObjectId;

/** What the server refuses beyond what every database does. */
public final class Refused {
    private Refused() {}

    /** Returns the refusal to drop what another object needs. */
    public static DdlSyntaxException stillUsed(int offset, String what, ObjectId user) {
        return new DdlSyntaxException(
                offset,
                Diagnostic.error(ErrorCode.STILL_REFERENCED, what + ": " + user + " uses it"));
    }
}
