package dev.limbeck.postgres.normal;

import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;

/** Which names are taken in the schema of a relation, for what is added to that relation. */
final class TakenNames {
    private final Schema schema;
    private final Relation owner;
    private final PartName own;

    /**
     * Looks around one relation.
     *
     * @param owner the relation as it is by now; the schema may hold an earlier state of it
     * @param own the name of the part a name is sought for; it does not stand in its own way
     */
    TakenNames(Schema schema, Relation owner, PartName own) {
        this.schema = schema;
        this.owner = owner;
        this.own = own;
    }

    /** Returns whether a table, a view, a sequence, an index or a key has the name. */
    boolean relation(String name) {
        return owner.name().name().equals(name)
                || relation(schema, owner.name().sibling(name), this::isOther)
                || owner.parts().stream()
                        .anyMatch(
                                part ->
                                        part.name().value().equals(name)
                                                && isIndex(part)
                                                && isOther(owner, part));
    }

    /** Returns whether a constraint of some table in the schema has the name. */
    boolean constraint(String name) {
        QualifiedName qualified = owner.name().sibling(name);
        for (ObjectId id : schema.ownersOf(PartKind.CONSTRAINT, qualified)) {
            Relation relation = (Relation) schema.find(id).orElseThrow();
            if (relation.part(PartKind.CONSTRAINT, name)
                    .filter(part -> isOther(relation, part))
                    .isPresent()) {
                return true;
            }
        }
        boolean ofColumn =
                owner instanceof Table table
                        && table.columns().stream()
                                .flatMap(column -> column.notNull().stream())
                                .anyMatch(notNull -> notNull.name().value().equals(name));
        return ofColumn
                || ofOtherColumn(schema, qualified)
                || owner.part(PartKind.CONSTRAINT, name)
                        .filter(part -> isOther(owner, part))
                        .isPresent();
    }

    /** Returns whether a constraint of some table has the name. */
    static boolean constraint(Schema schema, QualifiedName name) {
        return !schema.ownersOf(PartKind.CONSTRAINT, name).isEmpty() || ofOtherColumn(schema, name);
    }

    /**
     * Returns whether a column that holds no nulls gave its constraint the name: it begins with the
     * name of its table.
     */
    private static boolean ofOtherColumn(Schema schema, QualifiedName name) {
        String text = name.name();
        for (int i = text.indexOf('_'); i > 0; i = text.indexOf('_', i + 1)) {
            boolean found =
                    schema.table(name.sibling(text.substring(0, i))).stream()
                            .flatMap(table -> table.columns().stream())
                            .flatMap(column -> column.notNull().stream())
                            .anyMatch(notNull -> notNull.name().value().equals(text));
            if (found) {
                return true;
            }
        }
        return false;
    }

    private boolean isOther(Relation relation, TablePart part) {
        return !(relation.id().equals(owner.id())
                && !own.value().isEmpty()
                && part.name().value().equals(own.value()));
    }

    private static boolean isIndex(TablePart part) {
        return part.kind() == PartKind.INDEX
                || part instanceof PrimaryKey
                || part instanceof Unique
                || part instanceof Exclusion;
    }

    /** Returns whether a name is taken among tables, views, sequences, indexes and keys. */
    static boolean relation(Schema schema, QualifiedName name) {
        return relation(schema, name, (relation, part) -> true);
    }

    private interface PartTest {
        boolean counts(Relation relation, TablePart part);
    }

    private static boolean relation(Schema schema, QualifiedName name, PartTest test) {
        if (schema.relation(name).isPresent()
                || schema.sequence(name).isPresent()
                || schema.find(ObjectId.of(ObjectKind.COMPOSITE_TYPE, name)).isPresent()) {
            return true;
        }
        for (PartKind kind : new PartKind[] {PartKind.INDEX, PartKind.CONSTRAINT}) {
            for (ObjectId id : schema.ownersOf(kind, name)) {
                Relation relation = (Relation) schema.find(id).orElseThrow();
                if (relation.part(kind, name.name())
                        .filter(part -> isIndex(part) && test.counts(relation, part))
                        .isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }
}
