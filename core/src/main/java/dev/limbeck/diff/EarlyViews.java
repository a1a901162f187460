package dev.limbeck.diff;

import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.View;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells views that are made before what they read has its name: where a server doesn't follow
 * renames in the queries of views, the way back makes a view first and renames last.
 */
public final class EarlyViews {
    private EarlyViews() {}

    /** Returns the view that a change makes or replaces. */
    public static Optional<View> viewOf(SchemaChange change) {
        SchemaObject object = null;
        if (change instanceof ObjectChange.Create create) {
            object = create.created();
        } else if (change instanceof ObjectChange.Alter alter) {
            object = alter.after();
        }
        return object instanceof View view ? Optional.of(view) : Optional.empty();
    }

    /** Returns whether a change makes a view that reads what is renamed only later. */
    public static boolean isEarly(SchemaChange change, List<SchemaChange> later) {
        return viewOf(change)
                .filter(view -> later.stream().anyMatch(next -> renamesSourceOf(view, next)))
                .isPresent();
    }

    private static boolean renamesSourceOf(View view, SchemaChange change) {
        Set<QualifiedName> read = new LinkedHashSet<>();
        view.query().text().references().forEach(reference -> read.add(reference.name()));
        if (change instanceof ColumnChange.Rename rename) {
            return read.contains(rename.table());
        }
        if (!(change instanceof ObjectChange.Rename rename)) {
            return false;
        }
        QualifiedName name = rename.renamed().name();
        return rename.renamed().kind() == ObjectKind.NAMESPACE
                ? read.stream().anyMatch(found -> found.schema().equals(name.name()))
                : read.contains(name);
    }
}
