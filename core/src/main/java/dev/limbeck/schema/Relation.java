package dev.limbeck.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Something rows can be selected from, with the parts that hang on it. */
public sealed interface Relation extends SchemaObject permits Table, View, MaterializedView {
    /** Returns its name. */
    QualifiedName name();

    /** Returns its constraints, indexes, triggers, policies and attachments, sorted. */
    List<TablePart> parts();

    /** Returns the same relation with other parts. */
    Relation withParts(Collection<? extends TablePart> newParts);

    @Override
    Relation withName(QualifiedName newName);

    /** Returns the names of its columns; of a view those that are known. */
    List<String> columnNames();

    /** Returns the part of a kind that bears a name. */
    default Optional<TablePart> part(PartKind kind, String partName) {
        return parts().stream()
                .filter(part -> part.kind() == kind && part.name().value().equals(partName))
                .findFirst();
    }

    /** Returns its indexes. */
    default List<Index> indexes() {
        return parts(Index.class);
    }

    /** Returns its triggers. */
    default List<Trigger> triggers() {
        return parts(Trigger.class);
    }

    /** Returns its parts of one class. */
    default <P extends TablePart> List<P> parts(Class<P> type) {
        return parts().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
