package dev.limbeck.mysql.render;

import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings the changes of a table together that others stand between, as far as those don't care, so
 * that one statement makes them. In one statement an index may go that is needed as long as another
 * one comes for it.
 */
final class OneAlterEach {
    private OneAlterEach() {}

    static List<SchemaChange> order(List<SchemaChange> changes) {
        List<SchemaChange> ordered = new ArrayList<>();
        for (SchemaChange change : changes) {
            ordered.add(place(change, ordered), change);
        }
        return ordered;
    }

    /** Returns the place behind the last change of the same table, or the end. */
    private static int place(SchemaChange change, List<SchemaChange> ordered) {
        Optional<QualifiedName> table = joinable(change);
        if (table.isEmpty()) {
            return ordered.size();
        }
        for (int i = ordered.size(); i > 0; i--) {
            SchemaChange before = ordered.get(i - 1);
            if (joinable(before).filter(table.get()::equals).isPresent()) {
                return i;
            }
            if (!mayPass(table.get(), change, before)) {
                return ordered.size();
            }
        }
        return ordered.size();
    }

    /** Foreign keys keep their places, and columns are renamed in statements of their own. */
    private static Optional<QualifiedName> joinable(SchemaChange change) {
        boolean apart =
                change instanceof ColumnChange.Rename
                        || (change instanceof PartChange.Add add
                                && add.part() instanceof ForeignKey)
                        || (change instanceof PartChange.Drop drop
                                && drop.part() instanceof ForeignKey);
        return apart
                ? Optional.empty()
                : new Placed(change, Optional.empty(), Optional.empty()).altered();
    }

    /** Returns whether a change of a table may come before another change that is not of it. */
    private static boolean mayPass(QualifiedName table, SchemaChange change, SchemaChange other) {
        if (freed(other).stream().anyMatch(added(change)::contains)) {
            return false;
        }
        if (joinable(other).isPresent()) {
            return true;
        }
        if (other instanceof ObjectChange.Create create) {
            return !uses(create.created(), table);
        }
        if (other instanceof ObjectChange.Alter alter) {
            return !uses(alter.before(), table) && !uses(alter.after(), table);
        }
        return other instanceof ObjectChange.Drop drop && !uses(drop.dropped(), table);
    }

    /** A name that goes in one table may come in another only afterwards. */
    private static Set<String> added(SchemaChange change) {
        return change instanceof PartChange.Add add ? names(List.of(add.part())) : Set.of();
    }

    private static Set<String> freed(SchemaChange change) {
        if (change instanceof ObjectChange.Drop drop && drop.dropped() instanceof Table table) {
            return names(table.parts());
        }
        return change instanceof PartChange.Drop drop ? names(List.of(drop.part())) : Set.of();
    }

    /** Returns the names that tables share: keys and indexes have names of their own in each. */
    private static Set<String> names(List<TablePart> parts) {
        return parts.stream()
                .filter(part -> part instanceof ForeignKey || part instanceof Check)
                .map(part -> part.name().value())
                .collect(Collectors.toSet());
    }

    private static boolean uses(SchemaObject object, QualifiedName table) {
        return object.id().name().equals(table)
                || object.references().stream().map(Reference::name).anyMatch(table::equals)
                || object.referencesOfBody().stream().map(Reference::name).anyMatch(table::equals);
    }
}
