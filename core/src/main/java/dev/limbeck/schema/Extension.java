package dev.limbeck.schema;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A packaged set of objects that the server installs as one; its members are not listed.
 *
 * @param name its name
 * @param schema the schema its objects are in, where it isn't the default one
 * @param version its version, where the definition pins it; empty is the server's choice
 * @param details its comment, owner and grants
 */
public record Extension(
        String name, Optional<String> schema, Optional<String> version, Details details)
        implements SchemaObject {
    public static Extension of(String name) {
        return new Extension(name, Optional.empty(), Optional.empty(), Details.none());
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.EXTENSION, QualifiedName.of(name));
    }

    @Override
    public Extension withDetails(Details newDetails) {
        return new Extension(name, schema, version, newDetails);
    }

    @Override
    public Extension withName(QualifiedName newName) {
        return new Extension(newName.name(), schema, version, details);
    }

    public Extension withVersion(Optional<String> newVersion) {
        return new Extension(name, schema, newVersion, details);
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> found = new TreeSet<>();
        schema.filter(named -> !named.isEmpty())
                .ifPresent(named -> found.add(Reference.toNamespace(named)));
        return found;
    }

    @Override
    public <R> R accept(SchemaObjectVisitor<R> visitor) {
        return visitor.extension(this);
    }
}
