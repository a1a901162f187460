package dev.limbeck.schema;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SchemaException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The exceptions that refuse a step, worded. */
final class Refusals {
    private Refusals() {}

    static SchemaException exists(String what) {
        return new SchemaException(
                Diagnostic.error(ErrorCode.OBJECT_EXISTS, what + " exists already"));
    }

    static SchemaException taken(String what, String by) {
        return new SchemaException(
                Diagnostic.error(
                        ErrorCode.OBJECT_EXISTS, "the name of " + what + " is taken by " + by));
    }

    static SchemaException missing(Schema schema, ObjectId id) {
        Diagnostic diagnostic = Diagnostic.error(ErrorCode.OBJECT_MISSING, id + " does not exist");
        List<String> known = new ArrayList<>();
        schema.objects(id.kind()).forEach(object -> known.add(object.id().name().toString()));
        return new SchemaException(withSuggestion(diagnostic, id.name().toString(), known));
    }

    static SchemaException missingTarget(Schema schema, String from, QualifiedName relation) {
        Diagnostic diagnostic =
                Diagnostic.error(
                        ErrorCode.OBJECT_MISSING,
                        from + " refers to " + relation + ", which does not exist");
        List<String> known = new ArrayList<>();
        schema.tables().forEach(table -> known.add(table.name().toString()));
        return new SchemaException(withSuggestion(diagnostic, relation.toString(), known));
    }

    static SchemaException missingNamespace(ObjectId id) {
        return new SchemaException(
                Diagnostic.error(
                        ErrorCode.OBJECT_MISSING,
                        "schema " + id.name().schema() + " of " + id + " does not exist"));
    }

    static SchemaException missingColumn(Relation relation, String column) {
        return new SchemaException(
                withSuggestion(
                        Diagnostic.error(
                                ErrorCode.OBJECT_MISSING,
                                "column " + column + " of " + relation.id() + " does not exist"),
                        column,
                        relation.columnNames()));
    }

    static SchemaException missingColumn(Relation relation, TablePart part, String column) {
        return new SchemaException(
                withSuggestion(
                        Diagnostic.error(
                                ErrorCode.OBJECT_MISSING,
                                part.kind().label()
                                        + " "
                                        + part.name()
                                        + " of "
                                        + relation.id()
                                        + " uses column "
                                        + column
                                        + ", which does not exist"),
                        column,
                        relation.columnNames()));
    }

    static SchemaException missingPart(Relation relation, TablePart part) {
        return new SchemaException(
                withSuggestion(
                        Diagnostic.error(
                                ErrorCode.OBJECT_MISSING,
                                part.kind().label()
                                        + " "
                                        + part.name()
                                        + " of "
                                        + relation.id()
                                        + " does not exist"),
                        part.name().value(),
                        relation.parts().stream()
                                .filter(other -> other.kind() == part.kind())
                                .map(other -> other.name().value())
                                .toList()));
    }

    static SchemaException stillReferenced(String what, Collection<ObjectId> by) {
        return new SchemaException(
                Diagnostic.error(
                        ErrorCode.STILL_REFERENCED,
                        what
                                + " is still referred to by "
                                + by.stream()
                                        .map(ObjectId::toString)
                                        .collect(Collectors.joining(", "))));
    }

    static SchemaException differs(String what) {
        return new SchemaException(
                Diagnostic.error(
                        ErrorCode.DEFINITION_DIFFERS,
                        what + " is not defined as the change expects"));
    }

    private static Diagnostic withSuggestion(
            Diagnostic diagnostic, String name, List<String> known) {
        return Nearest.to(name, known)
                .map(near -> diagnostic.withHint("did you mean " + near + "?"))
                .orElse(diagnostic);
    }
}
