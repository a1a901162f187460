package dev.limbeck.revision;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Listing;
import java.util.List;

/** The error about rows of the version table that no file has. */
public final class UnknownRows {
    private UnknownRows() {}

    /** Returns the error; who knows the database and the folders may say more. */
    public static Diagnostic error(List<RevisionId> unknown) {
        boolean one = unknown.size() == 1;
        return Diagnostic.error(
                        ErrorCode.UNKNOWN_APPLIED_REVISION,
                        "the database has "
                                + (one ? "revision " : "revisions ")
                                + Listing.of(unknown.stream().map(id -> "'" + id + "'").toList())
                                + (one ? ", which no file has" : ", which no files have"))
                .withHint(
                        "get the missing files back (another branch may have them), or set the"
                                + " version table to what is really applied with 'limbeck stamp"
                                + " --purge REVISION'");
    }
}
