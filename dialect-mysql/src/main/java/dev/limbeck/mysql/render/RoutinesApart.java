package dev.limbeck.mysql.render;

import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.Routine;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops a routine before another of its name is made: what they take doesn't tell them apart here.
 */
final class RoutinesApart {
    private RoutinesApart() {}

    static List<SchemaChange> order(List<SchemaChange> changes) {
        List<SchemaChange> ordered = new ArrayList<>();
        for (SchemaChange change : changes) {
            int place = ordered.size();
            if (change instanceof ObjectChange.Drop drop && drop.dropped() instanceof Routine old) {
                for (int i = ordered.size() - 1; i >= 0; i--) {
                    place = makes(ordered.get(i), old) ? i : place;
                }
            }
            ordered.add(place, change);
        }
        return ordered;
    }

    private static boolean makes(SchemaChange change, Routine old) {
        return change instanceof ObjectChange.Create create
                && create.created() instanceof Routine made
                && made.name().equals(old.name())
                && made.type() == old.type();
    }
}
