package dev.limbeck.diff;

import dev.limbeck.schema.ObjectId;
import java.util.Optional;

/**
 * Something that could be altered in place but has to let go of the old before it can hold the new.
 *
 * @param object the object
 * @param column the column, where it is one of a table
 */
record Split(ObjectId object, Optional<String> column) implements Comparable<Split> {
    @Override
    public int compareTo(Split other) {
        int order = object.compareTo(other.object);
        return order != 0 ? order : column.orElse("").compareTo(other.column.orElse(""));
    }
}
