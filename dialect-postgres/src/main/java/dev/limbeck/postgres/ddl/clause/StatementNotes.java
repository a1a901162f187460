package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import java.util.Optional;

/** What is said of statements whose effect isn't kept in full. */
public final class StatementNotes {
    private StatementNotes() {}

    /** Says that something isn't kept in the model. */
    public static void notModelled(DdlContext context, int offset, String what) {
        context.find(
                offset,
                new Diagnostic(
                        Severity.INFO,
                        ErrorCode.NOT_MODELLED,
                        what + " is not kept in the schema, so it is not compared",
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Says that the effect of a statement isn't known. */
    public static void unknown(DdlContext context, int offset, String reason) {
        context.find(
                offset,
                Diagnostic.warning(
                                ErrorCode.EFFECT_UNKNOWN,
                                reason + ", which only the server can tell")
                        .withHint("say what it does with '-- limbeck: effect DDL' before it"));
    }
}
