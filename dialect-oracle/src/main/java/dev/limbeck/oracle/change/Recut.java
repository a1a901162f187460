package dev.limbeck.oracle.change;

import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Partitioning.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the partitions of a table become others: some are dropped, some added behind the rest or
 * split off what is there.
 *
 * @param dropped those that go, with their rows
 * @param added those that come, in order
 */
public record Recut(List<Partition> dropped, List<Added> added) {
    /**
     * A partition that comes.
     *
     * @param partition the partition
     * @param from the one that it is split off; empty: it comes behind the last one
     */
    public record Added(Partition partition, Optional<Partition> from) {}

    public Recut {
        dropped = List.copyOf(dropped);
        added = List.copyOf(added);
    }

    /** Returns what has to be done. */
    public static Recut between(Partitioning before, Partitioning after) {
        List<Partition> dropped = new ArrayList<>(before.partitions());
        dropped.removeAll(after.partitions());
        List<Partition> stay = new ArrayList<>(before.partitions());
        stay.removeAll(dropped);
        List<Added> added = new ArrayList<>();
        for (int i = 0; i < after.partitions().size(); i++) {
            Partition made = after.partitions().get(i);
            if (!before.partitions().contains(made)) {
                List<Partition> behind =
                        after.partitions().subList(i + 1, after.partitions().size());
                added.add(new Added(made, source(after, behind, stay)));
            }
        }
        return new Recut(dropped, added);
    }

    private static Optional<Partition> source(
            Partitioning after, List<Partition> behind, List<Partition> stay) {
        return after.method().equals("list")
                ? stay.stream().filter(Recut::isDefault).findFirst()
                : behind.stream().filter(stay::contains).findFirst();
    }

    private static boolean isDefault(Partition partition) {
        return partition
                .bound()
                .map(Expression::canonical)
                .filter(text -> text.toUpperCase(Locale.ROOT).contains("DEFAULT"))
                .isPresent();
    }

    /**
     * Returns whether partitions can become others so, and back: what stays keeps its order, every
     * one that goes or comes has a name that is free, and nothing else changes but the interval.
     */
    static boolean isPossible(Partitioning before, Partitioning after) {
        Recut recut = between(before, after);
        List<Partition> stay = new ArrayList<>(before.partitions());
        stay.removeAll(recut.dropped());
        List<Partition> same = new ArrayList<>(after.partitions());
        recut.added().forEach(made -> same.remove(made.partition()));
        boolean named =
                recut.dropped().stream().allMatch(Recut::isNamed)
                        && recut.added().stream().allMatch(made -> isNamed(made.partition()));
        Set<String> names =
                stay.stream().map(each -> each.name().value()).collect(Collectors.toSet());
        boolean free =
                recut.dropped().stream().noneMatch(each -> names.contains(each.name().value()))
                        && recut.added().stream()
                                .noneMatch(made -> names.contains(made.partition().name().value()));
        return !stay.isEmpty()
                && stay.equals(same)
                && named
                && free
                && settings(before).equals(settings(after));
    }

    private static boolean isNamed(Partition partition) {
        return partition.name().origin() != PartName.Origin.ARBITRARY;
    }

    private static Options settings(Partitioning cut) {
        return cut.options().without("interval");
    }
}
