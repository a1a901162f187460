package dev.limbeck.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a table is cut into partitions.
 *
 * @param method the method in lower case: {@code range}, {@code list}, {@code hash}, {@code key}
 * @param keys what it is cut by
 * @param partitions the partitions, on servers where they are not tables of their own; in order
 * @param options what else a vendor says: an interval, sub-partitioning
 */
public record Partitioning(
        String method, List<IndexPart> keys, List<Partition> partitions, Options options) {
    /**
     * A partition that is no table of its own.
     *
     * @param name its name
     * @param bound which rows it holds, as text behind the name; absent for hash partitions
     * @param options what else a vendor says
     */
    public record Partition(PartName name, Optional<Expression> bound, Options options) {}

    public Partitioning {
        keys = List.copyOf(keys);
        partitions = List.copyOf(partitions);
    }

    /** Returns a partitioning whose partitions are tables. */
    public static Partitioning by(String method, List<IndexPart> keys) {
        return new Partitioning(method, keys, List.of(), Options.none());
    }

    public Partitioning withKeys(List<IndexPart> newKeys) {
        return new Partitioning(method, newKeys, partitions, options);
    }

    /** Returns the columns of a relation that it is cut by. */
    Set<String> columns(QualifiedName owner) {
        Set<String> used = new TreeSet<>();
        keys.forEach(key -> used.addAll(key.columns(owner)));
        return used;
    }
}
