package dev.limbeck.mysql.render;

import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLiterals;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Partitioning.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes how tables are cut into partitions. */
final class PartitionSql {
    /** What stands behind {@code SUBPARTITION BY}. */
    static final String SUBPARTITION = "subpartition";

    private PartitionSql() {}

    /** Returns the clause that cuts a table. */
    static String clause(Partitioning cut) {
        StringBuilder text = new StringBuilder("PARTITION BY ");
        text.append(cut.method().toUpperCase(Locale.ROOT)).append(" (");
        text.append(cut.keys().stream().map(PartitionSql::key).collect(Collectors.joining(", ")));
        text.append(')');
        cut.options()
                .get(SUBPARTITION)
                .ifPresent(by -> text.append("\nSUBPARTITION BY ").append(by));
        boolean counted = isCounted(cut);
        if (counted) {
            return text.append("\nPARTITIONS ").append(cut.partitions().size()).toString();
        }
        return cut.partitions().isEmpty()
                ? text.toString()
                : text.append(definitions(cut.partitions())).toString();
    }

    private static String key(IndexPart key) {
        return key.expression()
                .map(expression -> expression.source())
                .orElseGet(() -> MySqlIdentifiers.write(key.column().orElseThrow()));
    }

    /** Returns whether the partitions are but a number of them, named as the server does. */
    private static boolean isCounted(Partitioning cut) {
        for (int i = 0; i < cut.partitions().size(); i++) {
            Partition partition = cut.partitions().get(i);
            if (partition.bound().isPresent()
                    || !partition.options().isEmpty()
                    || !partition.name().value().equals("p" + i)) {
                return false;
            }
        }
        return !cut.partitions().isEmpty();
    }

    private static String definitions(List<Partition> partitions) {
        return partitions.stream()
                .map(PartitionSql::definition)
                .collect(Collectors.joining(",\n  ", "\n (", ")"));
    }

    private static String definition(Partition partition) {
        return "PARTITION "
                + MySqlIdentifiers.write(partition.name().value())
                + partition.bound().map(bound -> " VALUES " + bound.source()).orElse("")
                + partition
                        .options()
                        .get("comment")
                        .map(note -> " COMMENT = " + MySqlLiterals.string(note))
                        .orElse("");
    }

    /** Returns the actions that lead from one cut to another, a statement each. */
    static List<String> changes(Optional<Partitioning> before, Optional<Partitioning> after) {
        if (after.isEmpty()) {
            return List.of("REMOVE PARTITIONING");
        }
        if (before.isEmpty() || !sameCut(before.get(), after.get())) {
            return List.of(clause(after.get()));
        }
        List<Partition> old = before.get().partitions();
        List<Partition> now = after.get().partitions();
        List<Partition> gone = new ArrayList<>(old);
        gone.removeAll(now);
        List<Partition> added = new ArrayList<>(now);
        added.removeAll(old);
        boolean ranged = after.get().partitions().stream().allMatch(p -> p.bound().isPresent());
        boolean appended = gone.isEmpty() && now.subList(0, old.size()).equals(old);
        boolean dropped = added.isEmpty() && gone.size() < old.size();
        if (ranged && appended) {
            return List.of("ADD PARTITION" + definitions(added));
        }
        if (ranged && dropped) {
            return List.of("DROP PARTITION " + names(gone));
        }
        return List.of(clause(after.get()));
    }

    private static String names(List<Partition> partitions) {
        return partitions.stream()
                .map(partition -> MySqlIdentifiers.write(partition.name().value()))
                .collect(Collectors.joining(", "));
    }

    private static boolean sameCut(Partitioning before, Partitioning after) {
        return before.method().equals(after.method())
                && before.keys().equals(after.keys())
                && before.options().equals(after.options());
    }

    /** Returns whether rows go when one cut becomes another: their partition is dropped. */
    static boolean dropsRows(Optional<Partitioning> before, Optional<Partitioning> after) {
        return changes(before, after).stream().anyMatch(text -> text.startsWith("DROP PARTITION"));
    }
}
