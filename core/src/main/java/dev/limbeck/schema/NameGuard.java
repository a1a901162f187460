package dev.limbeck.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sees to it that names stay unique where they must be. */
final class NameGuard {
    private final Schema schema;
    private final NameScopes scopes;

    NameGuard(Schema schema, NameScopes scopes) {
        this.schema = schema;
        this.scopes = scopes;
    }

    /** Refuses an object whose name, or the name of a part of it, is taken. */
    void requireFree(SchemaObject object) {
        ObjectId id = object.id();
        if (schema.find(id).isPresent()) {
            throw Refusals.exists(id.toString());
        }
        requireUnshared(id, scopes.relationNames());
        requireUnshared(id, scopes.typeNames());
        if (scopes.relationNames().contains(id.kind())) {
            requireNoIndex(id);
        }
        if (!id.name().inDefaultSchema()
                && schema.find(ObjectId.namespace(id.name().schema())).isEmpty()
                && !schema.hidden().contains(ObjectId.namespace(id.name().schema()))) {
            throw Refusals.missingNamespace(id);
        }
        if (object instanceof Relation relation) {
            requireDistinct(relation);
            relation.parts().forEach(part -> requireFree(relation, part));
        }
    }

    private void requireUnshared(ObjectId id, Set<ObjectKind> sharing) {
        if (!sharing.contains(id.kind())) {
            return;
        }
        for (ObjectKind kind : ObjectKind.values()) {
            if (sharing.contains(kind)) {
                ObjectId other = ObjectId.of(kind, id.name());
                if (schema.find(other).isPresent()) {
                    throw Refusals.taken(id.toString(), other.toString());
                }
            }
        }
    }

    private void requireNoIndex(ObjectId id) {
        if (scopes.indexes() == NameScopes.Scope.RELATION_NAMES) {
            List<ObjectId> owners = schema.ownersOf(PartKind.INDEX, id.name());
            if (!owners.isEmpty()) {
                throw Refusals.taken(id.toString(), "an index of " + owners.get(0));
            }
            if (scopes.keysAreIndexes()) {
                requireNoKey(id.toString(), id.name());
            }
        }
    }

    private void requireNoKey(String what, QualifiedName name) {
        for (ObjectId owner : schema.ownersOf(PartKind.CONSTRAINT, name)) {
            Relation relation = (Relation) schema.find(owner).orElseThrow();
            boolean isKey =
                    relation.parts(Constraint.class).stream()
                            .anyMatch(
                                    constraint ->
                                            constraint.name().value().equals(name.name())
                                                    && isIndexToo(constraint));
            if (isKey) {
                throw Refusals.taken(what, "a constraint of " + owner);
            }
        }
    }

    private boolean isIndexToo(TablePart part) {
        return part instanceof Index
                || (scopes.keysAreIndexes()
                        && (part instanceof PrimaryKey
                                || part instanceof Unique
                                || part instanceof Exclusion));
    }

    /** Refuses a part that a relation shall get and whose name is taken. */
    void requireFreePart(Relation owner, TablePart part) {
        String name = part.name().value();
        if (!name.isEmpty() && owner.part(part.kind(), name).isPresent()) {
            throw Refusals.exists(part.kind().label() + " " + name + " of " + owner.id());
        }
        requireFree(owner, part);
    }

    /** Refuses a relation that, changed, has a part whose name is taken. */
    void requireFreeParts(Relation before, Relation after) {
        requireDistinct(after);
        NameGuard others = new NameGuard(schema.without(before.id()), scopes);
        Set<TablePart> old = new HashSet<>(before.parts());
        for (TablePart part : after.parts()) {
            if (!old.contains(part)) {
                others.requireFree(after, part);
            }
        }
    }

    private static void requireDistinct(Relation relation) {
        Set<String> seen = new HashSet<>();
        if (relation instanceof Table table) {
            for (Column column : table.columns()) {
                if (!seen.add(column.name())) {
                    throw Refusals.exists("column " + column.name() + " of " + table.id());
                }
            }
        }
        Set<List<String>> names = new HashSet<>();
        for (TablePart part : relation.parts()) {
            String name = part.name().value();
            if (!name.isEmpty() && !names.add(List.of(part.kind().label(), name))) {
                throw Refusals.exists(
                        part.kind().label() + " " + part.name() + " of " + relation.id());
            }
        }
    }

    private void requireFree(Relation relation, TablePart part) {
        NameScopes.Scope scope = isIndexToo(part) ? scopes.indexes() : scopes.of(part);
        if (scope == NameScopes.Scope.RELATION || part.name().value().isEmpty()) {
            return;
        }
        QualifiedName name = relation.name().sibling(part.name().value());
        String what = part.kind().label() + " " + part.name() + " of " + relation.id();
        PartKind kind = isIndexToo(part) ? PartKind.INDEX : part.kind();
        for (ObjectId owner : schema.ownersOf(kind, name)) {
            throw Refusals.taken(what, "the " + kind.label() + " of " + owner);
        }
        if (isIndexToo(part) && scopes.keysAreIndexes()) {
            requireNoKey(what, name);
        }
        if (scope == NameScopes.Scope.RELATION_NAMES) {
            for (ObjectKind other : scopes.relationNames()) {
                ObjectId id = ObjectId.of(other, name);
                if (schema.find(id).isPresent()) {
                    throw Refusals.taken(what, id.toString());
                }
            }
        }
    }
}
