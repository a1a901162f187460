package dev.limbeck.ddl;

import dev.limbeck.diff.UnknownEffect;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Taint;
import java.util.List;
import java.util.Optional;

/** What is said of statements whose effect isn't kept in full. */
public final class StatementNotes {
    private StatementNotes() {}

    /** Passes over the rest of a statement that changes nothing. */
    public static void pass(TokenCursor cursor) {
        while (!cursor.atEnd()) {
            cursor.next();
        }
    }

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
    public static void unknown(DdlContext context, Optional<ObjectId> on, String reason) {
        context.change(new UnknownEffect(List.of(new Taint(on, reason))));
        context.find(
                0,
                Diagnostic.warning(
                                ErrorCode.EFFECT_UNKNOWN,
                                reason + ", which only the server can tell")
                        .withHint("say what it does with '-- limbeck: effect DDL' before it"));
    }
}
