package dev.limbeck.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * An object that is not modelled: known by its name and its text, compared by its text, reported,
 * made and replaced by its text.
 *
 * @param name its name; where a vendor tells such objects apart by more, that stands behind the
 *     name as the vendor's {@code DROP} writes it: {@code sum(integer)}
 * @param type its kind in the vendor's words, lower case: {@code aggregate}, {@code package body}
 * @param definition the whole statement that makes it, with what it refers to
 * @param details its comment, owner and grants
 */
public record OpaqueObject(QualifiedName name, String type, Expression definition, Details details)
        implements SchemaObject {
    public static OpaqueObject of(QualifiedName name, String type, Expression definition) {
        return new OpaqueObject(name, type, definition, Details.none());
    }

    @Override
    public ObjectId id() {
        return new ObjectId(ObjectKind.OPAQUE, name, type);
    }

    /** Returns 16 hexadecimal digits that stand for its canonical text in listings. */
    public String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(definition.canonical().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public OpaqueObject withDefinition(Expression newDefinition) {
        return new OpaqueObject(name, type, newDefinition, details);
    }

    @Override
    public OpaqueObject withDetails(Details newDetails) {
        return new OpaqueObject(name, type, definition, newDetails);
    }

    @Override
    public OpaqueObject withName(QualifiedName newName) {
        return new OpaqueObject(newName, type, definition, details);
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> found = Parts.namespaceOf(name);
        found.addAll(definition.references());
        return found;
    }

    @Override
    public <R> R accept(SchemaObjectVisitor<R> visitor) {
        return visitor.opaque(this);
    }
}
