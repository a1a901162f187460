package dev.limbeck.mysql.render;

import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Drops foreign keys as early as possible and adds them as late as possible: as long as one is
 * there, the servers refuse to drop an index that either of its ends needs.
 */
final class ForeignKeysApart {
    private ForeignKeysApart() {}

    static List<SchemaChange> order(List<SchemaChange> changes) {
        List<SchemaChange> dropsFirst = moved(changes, ForeignKeysApart::dropped);
        List<SchemaChange> backwards = new ArrayList<>(dropsFirst);
        Collections.reverse(backwards);
        List<SchemaChange> addsLast = new ArrayList<>(moved(backwards, ForeignKeysApart::added));
        Collections.reverse(addsLast);
        return addsLast;
    }

    /** A key that is moved past others keeps their order. */
    private static List<SchemaChange> moved(
            List<SchemaChange> changes, Function<SchemaChange, Optional<Key>> what) {
        List<SchemaChange> ordered = new ArrayList<>();
        for (SchemaChange change : changes) {
            Optional<Key> key = what.apply(change);
            int place = ordered.size();
            if (key.isPresent()) {
                Predicate<SchemaChange> fixed =
                        other -> what.apply(other).isPresent() || stops(other, key.get());
                while (place > 0 && !fixed.test(ordered.get(place - 1))) {
                    place--;
                }
            }
            ordered.add(place, change);
        }
        return ordered;
    }

    /** A foreign key and the table it belongs to. */
    private record Key(QualifiedName owner, ForeignKey key) {
        Set<QualifiedName> tables() {
            return owner.equals(key.table()) ? Set.of(owner) : Set.of(owner, key.table());
        }
    }

    private static Optional<Key> dropped(SchemaChange change) {
        return change instanceof PartChange.Drop drop && drop.part() instanceof ForeignKey key
                ? Optional.of(new Key(drop.owner().name(), key))
                : Optional.empty();
    }

    private static Optional<Key> added(SchemaChange change) {
        return change instanceof PartChange.Add add && add.part() instanceof ForeignKey key
                ? Optional.of(new Key(add.owner().name(), key))
                : Optional.empty();
    }

    /** Returns whether a foreign key can't be moved past a change: it has other names there. */
    private static boolean stops(SchemaChange change, Key key) {
        if (change instanceof ObjectChange.Rename rename) {
            return key.tables().contains(rename.renamed().name())
                    || key.tables().contains(rename.newName());
        }
        if (change instanceof ObjectChange.Create create) {
            return key.tables().contains(create.created().id().name());
        }
        if (change instanceof ObjectChange.Drop drop) {
            return key.tables().contains(drop.dropped().id().name());
        }
        if (change instanceof ColumnChange.Rename rename) {
            return key.tables().contains(rename.table());
        }
        return dropped(change)
                .or(() -> added(change))
                .filter(other -> sameName(other, key))
                .isPresent();
    }

    private static boolean sameName(Key one, Key other) {
        return one.key().name().equals(other.key().name());
    }
}
