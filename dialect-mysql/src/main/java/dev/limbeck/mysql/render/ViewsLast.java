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

    static List<Placed> order(List<Placed> changes) {
        List<Placed> ordered = new ArrayList<>();
        List<Placed> waiting = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Placed placed = changes.get(i);
            Optional<View> view = viewOf(placed.change());
            List<Placed> later = changes.subList(i + 1, changes.size());
            if (view.isPresent() && (isEarly(view.get(), later) || reads(view.get(), waiting))) {
                waiting.add(placed);
                continue;
            }
            ordered.add(placed);
            release(waiting, ordered, later);
        }
        ordered.addAll(waiting);
        return ordered;
    }

    private static void release(List<Placed> waiting, List<Placed> ordered, List<Placed> later) {
        boolean free =
                waiting.stream()
                        .noneMatch(each -> isEarly(viewOf(each.change()).orElseThrow(), later));
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

    private static boolean isEarly(View view, List<Placed> later) {
        return later.stream().anyMatch(placed -> renamesSource(view, placed.change()));
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

    private static boolean reads(View view, List<Placed> waiting) {
        return waiting.stream()
                .map(placed -> viewOf(placed.change()).orElseThrow().name())
                .anyMatch(name -> names(view, name));
    }
}
