package dev.limbeck.schema;

import java.util.Comparator;
import java.util.Optional;

/**
 * That a statement nobody can read may have touched something; what is said of that thing from then
 * on is unknown, not certain.
 *
 * @param object what may have been touched; empty: anything
 * @param reason which statement, for messages
 */
public record Taint(Optional<ObjectId> object, String reason) implements Comparable<Taint> {
    private static final Comparator<Taint> ORDER =
            Comparator.<Taint, Boolean>comparing(taint -> taint.object().isPresent())
                    .thenComparing(taint -> taint.object().map(ObjectId::toString).orElse(""))
                    .thenComparing(Taint::reason);

    @Override
    public int compareTo(Taint other) {
        return ORDER.compare(this, other);
    }
}
