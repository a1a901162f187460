package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which sequences belong to which columns. */
final class Ownership {
    private Ownership() {}

    /** Returns the sequences that the columns of a table own, sorted; none for other objects. */
    static List<Sequence> sequencesOf(Schema schema, ObjectId table) {
        List<Sequence> found = new ArrayList<>();
        if (table.kind() == ObjectKind.TABLE) {
            for (ObjectId from : schema.dependents(table)) {
                schema.find(from)
                        .filter(object -> belongsTo(object, table))
                        .ifPresent(object -> found.add((Sequence) object));
            }
        }
        return found;
    }

    /** Returns the sequences that a column owns, sorted. */
    static List<Sequence> sequencesOf(Schema schema, QualifiedName table, String column) {
        return sequencesOf(schema, ObjectId.table(table)).stream()
                .filter(
                        sequence ->
                                sequence.ownedBy()
                                        .filter(owner -> owner.column().equals(column))
                                        .isPresent())
                .toList();
    }

    /** Returns whether an object is a sequence that a column of a table owns. */
    static boolean belongsTo(SchemaObject object, ObjectId table) {
        return object instanceof Sequence sequence
                && table.kind() == ObjectKind.TABLE
                && sequence.ownedBy()
                        .filter(owner -> owner.table().equals(table.name()))
                        .isPresent();
    }

    /** Returns the sequence that a column owns and takes its default from. */
    static Optional<Sequence> numbering(Schema schema, QualifiedName table, Column column) {
        if (column.defaultValue().isEmpty()) {
            return Optional.empty();
        }
        return sequencesOf(schema, table, column.name()).stream()
                .filter(
                        sequence ->
                                column.defaultValue().get().references().stream()
                                        .anyMatch(reference -> reference.mayMean(sequence.id())))
                .findFirst();
    }
}
