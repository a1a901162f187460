package dev.limbeck.diff;

import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets views go before anything is renamed. A query that names what was renamed since reads
 * differently from how it was written; a view that goes first comes back last, as it was.
 */
final class ViewsBeforeRenames {
    private final Schema actual;
    private final RenamePhase renames;
    private final List<SchemaChange> back;
    private final Set<ObjectId> gone = new TreeSet<>();
    private final List<SchemaChange> first = new ArrayList<>();
    private final List<SchemaChange> others = new ArrayList<>();

    private ViewsBeforeRenames(Schema actual, RenamePhase renames) {
        this.actual = actual;
        this.renames = renames;
        this.back = SchemaChange.undo(renames.changes());
    }

    /**
     * Returns the renames and what follows them in an order in which they can run.
     *
     * @param actual what is there before the renames
     * @param following the changes after the renames
     */
    static List<SchemaChange> of(Schema actual, RenamePhase renames, List<SchemaChange> following) {
        if (renames.changes().isEmpty()) {
            return following;
        }
        ViewsBeforeRenames order = new ViewsBeforeRenames(actual, renames);
        for (SchemaChange change : following) {
            Optional<SchemaObject> view = order.original(change);
            if (view.isPresent()) {
                order.first.add(new ObjectChange.Drop(view.get()));
                order.gone.add(((ObjectChange.Drop) change).dropped().id());
            } else {
                order.others.add(change);
            }
        }
        List<SchemaChange> all = new ArrayList<>(order.first);
        all.addAll(renames.changes());
        all.addAll(order.others);
        return all;
    }

    /** Returns the view that a change drops as it is before the renames, if it can go first. */
    private Optional<SchemaObject> original(SchemaChange change) {
        if (!(change instanceof ObjectChange.Drop drop) || !isView(drop.dropped().id())) {
            return Optional.empty();
        }
        ObjectId id = drop.dropped().id();
        boolean free =
                renames.schema().find(id).isPresent()
                        && gone.containsAll(renames.schema().dependents(id));
        return free ? formerly(id).flatMap(actual::find) : Optional.empty();
    }

    private static boolean isView(ObjectId id) {
        return id.kind() == ObjectKind.VIEW || id.kind() == ObjectKind.MATERIALIZED_VIEW;
    }

    /** Returns what a view was called before the renames; empty where it was renamed itself. */
    private Optional<ObjectId> formerly(ObjectId id) {
        ObjectId former = id;
        for (SchemaChange change : back) {
            if (!(change instanceof ObjectChange.Rename undone)) {
                continue;
            }
            if (undone.renamed().equals(former)) {
                return Optional.empty();
            }
            boolean moved =
                    undone.renamed().kind() == ObjectKind.NAMESPACE
                            && former.name().schema().equals(undone.renamed().name().name());
            if (moved) {
                String schema = undone.newName().name();
                former = former.withName(QualifiedName.of(schema, former.name().name()));
            }
        }
        return Optional.of(former);
    }
}
