package dev.limbeck.ddl;

import dev.limbeck.diff.UnknownEffect;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Taint;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

    /** Returns the relations that a statement names, in the code inside its strings too. */
    private static Set<ObjectId> named(DdlContext context) {
        StringBuilder words = new StringBuilder();
        unwrap(context, context.cursor().whole(), words);
        Expression read =
                context.expression(new SourceText(words.toString(), 0), context.freeScope());
        Set<ObjectId> named = new TreeSet<>();
        for (Reference reference : read.references()) {
            if (reference.target() == Reference.Target.RELATION) {
                named.addAll(context.schema().resolve(reference));
            }
        }
        return named;
    }

    private static void unwrap(DdlContext context, String text, StringBuilder words) {
        for (SqlToken token : SqlTokenizer.significant(text, context.tools().lexicon())) {
            if (token.kind() == SqlToken.Kind.STRING && !text.equals(token.text())) {
                unwrap(context, Strings.value(token.text()), words);
            } else {
                words.append(token.text()).append(' ');
            }
        }
    }

    /** Says that the effect of a statement isn't known. */
    public static void unknown(DdlContext context, Optional<ObjectId> on, String reason) {
        List<Taint> taints = new ArrayList<>(List.of(new Taint(on, reason)));
        if (on.isEmpty()) {
            named(context).forEach(id -> taints.add(new Taint(Optional.of(id), reason)));
        }
        context.change(new UnknownEffect(taints));
        context.find(
                0,
                Diagnostic.warning(
                                ErrorCode.EFFECT_UNKNOWN,
                                reason + ", which only the server can tell")
                        .withHint("say what it does with '-- limbeck: effect DDL' before it"));
    }
}
