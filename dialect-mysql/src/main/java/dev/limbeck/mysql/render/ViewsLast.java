package dev.limbeck.mysql.render;

import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts views that read what gets its name only later behind the rename. Views don't follow renames:
 * on the way there they are replaced after it, so on the way back they would come before it.
 */
final class ViewsLast {
    private ViewsLast() {}

    static List<SchemaChange> order(List<SchemaChange> changes) {
        List<SchemaChange> ordered = new ArrayList<>();
        List<SchemaChange> waiting = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            SchemaChange change = changes.get(i);
            Optional<View> view = viewOf(change);
            List<SchemaChange> later = changes.subList(i + 1, changes.size());
            if (view.isPresent() && (isEarly(view.get(), later) || reads(view.get(), waiting))) {
                waiting.add(change);
                continue;
            }
            ordered.add(change);
            release(waiting, ordered, later);
        }
        ordered.addAll(waiting);
        return ordered;
    }

    private static void release(
            List<SchemaChange> waiting, List<SchemaChange> ordered, List<SchemaChange> later) {
        boolean free =
                waiting.stream().noneMatch(each -> isEarly(viewOf(each).orElseThrow(), later));
        if (free) {
            ordered.addAll(waiting);
            waiting.clear();
        }
    }

    private static Optional<View> viewOf(SchemaChange change) {
        if (change instanceof ObjectChange.Create create && create.created() instanceof View view) {
            return Optional.of(view);
        }
        return change instanceof ObjectChange.Alter alter && alter.after() instanceof View view
                ? Optional.of(view)
                : Optional.empty();
    }

    private static boolean isEarly(View view, List<SchemaChange> later) {
        return later.stream().anyMatch(change -> renamesSource(view, change));
    }

    private static boolean renamesSource(View view, SchemaChange change) {
        if (change instanceof ColumnChange.Rename rename) {
            return names(view, rename.table());
        }
        return change instanceof ObjectChange.Rename rename
                && (names(view, rename.renamed().name()) || names(view, rename.newName()));
    }

    private static boolean names(View view, QualifiedName name) {
        return view.query().text().references().stream()
                .map(Reference::name)
                .anyMatch(name::equals);
    }

    private static boolean reads(View view, List<SchemaChange> waiting) {
        return waiting.stream()
                .map(change -> viewOf(change).orElseThrow().name())
                .anyMatch(name -> names(view, name));
    }
}
