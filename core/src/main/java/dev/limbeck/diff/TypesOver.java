package dev.limbeck.diff;

import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The types that are made of a type: domains over it, composite types with it, and theirs. */
final class TypesOver {
    private static final Set<ObjectKind> TYPES =
            Set.of(ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE, ObjectKind.OPAQUE);

    private final Schema schema;
    private final Set<ObjectId> found = new LinkedHashSet<>();

    private TypesOver(Schema schema) {
        this.schema = schema;
    }

    /** Returns the types made of one, near and far, each before those it is made of. */
    static List<ObjectId> of(Schema schema, ObjectId type) {
        TypesOver over = new TypesOver(schema);
        over.collect(type);
        over.found.remove(type);
        return List.copyOf(over.found);
    }

    private void collect(ObjectId type) {
        for (ObjectId user : schema.dependents(type)) {
            if (TYPES.contains(user.kind()) && !found.contains(user)) {
                collect(user);
            }
        }
        found.add(type);
    }
}
