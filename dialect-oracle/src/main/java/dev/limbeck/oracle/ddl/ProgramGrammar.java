package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads units of PL/SQL. The server keeps their texts as they are written, and so does the model:
 * of a procedure or function everything behind its name is the body, arguments included, so that
 * one whose arguments change is the same one, replaced in place.
 */
final class ProgramGrammar {
    static final String TYPE = "type";

    private ProgramGrammar() {}

    /** Takes a unit, from the word that names its kind. */
    static void create(DdlContext context, boolean replace) {
        TokenCursor cursor = context.cursor();
        String kind = cursor.word().toLowerCase(Locale.ROOT);
        if ((kind.equals("package") || kind.equals(TYPE)) && cursor.accept("BODY")) {
            kind = kind + " body";
        }
        cursor.name("CREATE " + kind.toUpperCase(Locale.ROOT));
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        QualifiedName name = Made.name(context);
        int from = cursor.offset();
        if (cursor.atEnd() && !kind.equals(TYPE)) {
            throw cursor.unexpected();
        }
        StatementNotes.pass(cursor);
        String text = cursor.slice(from, cursor.lastEnd());
        SchemaObject made =
                kind.equals("procedure") || kind.equals("function")
                        ? routine(context, name, kind, text)
                        : opaque(context, name, kind, text);
        if (!ifNotExists || context.schema().find(made.id()).isEmpty()) {
            Made.put(context, made, replace);
        }
    }

    private static Routine routine(
            DdlContext context, QualifiedName name, String kind, String text) {
        Routine.Type type =
                kind.equals("function") ? Routine.Type.FUNCTION : Routine.Type.PROCEDURE;
        return new Routine(
                name,
                type,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                context.tools().expressions().read(text, context.freeScope()),
                Options.none(),
                Details.none());
    }

    /** What a package uses may go while it stays; a type holds on to the types it is made of. */
    private static OpaqueObject opaque(
            DdlContext context, QualifiedName name, String kind, String text) {
        String definition =
                "CREATE OR REPLACE "
                        + kind.toUpperCase(Locale.ROOT)
                        + " "
                        + OracleIdentifiers.write(name)
                        + (text.startsWith(".") || text.startsWith(";") ? "" : " ")
                        + text;
        Set<Reference> uses = kind.equals(TYPE) ? types(context, name) : Set.of();
        return OpaqueObject.of(name, kind, Expression.of(definition, uses));
    }

    private static Set<Reference> types(DdlContext context, QualifiedName own) {
        Set<Reference> uses = new TreeSet<>();
        for (SqlToken token : context.cursor().tokens()) {
            boolean name =
                    token.kind() == SqlToken.Kind.WORD
                            || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
            if (name) {
                QualifiedName candidate = own.sibling(OracleIdentifiers.read(token.text()));
                ObjectId id = type(candidate);
                if (!candidate.equals(own) && context.schema().find(id).isPresent()) {
                    uses.add(Reference.toType(candidate));
                }
            }
        }
        return uses;
    }

    /** Returns the identity of a type. */
    static ObjectId type(QualifiedName name) {
        return opaque(name, TYPE);
    }

    /** Returns the identity of something that is known by its text. */
    static ObjectId opaque(QualifiedName name, String kind) {
        return new ObjectId(ObjectKind.OPAQUE, name, kind);
    }
}
