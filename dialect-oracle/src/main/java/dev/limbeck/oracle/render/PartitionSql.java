package dev.limbeck.oracle.render;

import dev.limbeck.oracle.change.Recut;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Partitioning.Partition;
import dev.limbeck.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes how tables are cut into partitions. */
final class PartitionSql {
    private static final String INDENT = "    ";

    private static final Pattern LESS_THAN = Pattern.compile("(?i)^LESS\\s+THAN\\s*");

    private PartitionSql() {}

    /** Returns a partitioning as it stands behind the columns of a table. */
    static String definition(Partitioning cut) {
        StringBuilder text = new StringBuilder("PARTITION BY ");
        text.append(cut.method().toUpperCase(Locale.ROOT));
        cut.options()
                .get(OracleOptions.REFERENCE)
                .ifPresent(
                        key -> text.append(" (").append(OracleIdentifiers.write(key)).append(')'));
        if (!cut.keys().isEmpty()) {
            text.append(" (").append(columns(cut.keys())).append(')');
        }
        cut.options()
                .get(OracleOptions.INTERVAL)
                .ifPresent(step -> text.append(" INTERVAL (").append(step).append(')'));
        if (cut.options().has(OracleOptions.AUTOMATIC)) {
            text.append(" AUTOMATIC");
        }
        cut.options()
                .get(OracleOptions.SUBPARTITION)
                .ifPresent(again -> text.append(" SUBPARTITION BY ").append(again));
        return text + partitions(cut.partitions());
    }

    private static String columns(List<IndexPart> keys) {
        return OracleIdentifiers.write(
                keys.stream()
                        .map(
                                key ->
                                        key.column()
                                                .orElseThrow(
                                                        () ->
                                                                Refusal.of(
                                                                        "partitions by an"
                                                                                + " expression")))
                        .toList());
    }

    private static String partitions(List<Partition> partitions) {
        if (partitions.isEmpty()) {
            return "";
        }
        boolean counted =
                partitions.stream()
                        .allMatch(
                                each ->
                                        each.name().value().isEmpty()
                                                && each.bound().isEmpty()
                                                && each.options().isEmpty());
        if (counted) {
            return " PARTITIONS " + partitions.size();
        }
        return " (\n"
                + INDENT
                + String.join(
                        ",\n" + INDENT, partitions.stream().map(PartitionSql::partition).toList())
                + "\n)";
    }

    private static String partition(Partition partition) {
        String name = partition.name().value();
        return "PARTITION"
                + (name.isEmpty() ? "" : " " + OracleIdentifiers.write(name))
                + partition.bound().map(bound -> " VALUES " + bound.source()).orElse("")
                + (partition.options().has(OracleOptions.READ_ONLY) ? " READ ONLY" : "")
                + partition
                        .options()
                        .get(OracleOptions.SUBPARTITION)
                        .map(again -> " " + again)
                        .orElse("");
    }

    /** Rows that belong to the new partition move there. */
    private static String split(Partition from, Partition made) {
        String bound = made.bound().map(Expression::source).orElse("");
        String old = OracleIdentifiers.write(from.name().value());
        String at = LESS_THAN.matcher(bound).replaceFirst("AT ");
        return "SPLIT PARTITION "
                + old
                + " "
                + (at.equals(bound) ? "VALUES " + bound : at)
                + " INTO (PARTITION "
                + OracleIdentifiers.write(made.name().value())
                + ", PARTITION "
                + old
                + ") UPDATE INDEXES";
    }

    /** Returns the statements that cut a table otherwise. */
    static List<String> change(
            QualifiedName table, Optional<Partitioning> before, Optional<Partitioning> after) {
        if (before.isEmpty() || after.isEmpty()) {
            throw new IllegalStateException("made anew, not cut otherwise: " + table);
        }
        String alter = "ALTER TABLE " + OracleIdentifiers.write(table) + " ";
        Recut recut = Recut.between(before.get(), after.get());
        List<String> statements = new ArrayList<>();
        for (Partition gone : recut.dropped()) {
            statements.add(
                    alter
                            + "DROP PARTITION "
                            + OracleIdentifiers.write(gone.name().value())
                            + " UPDATE INDEXES");
        }
        for (Recut.Added made : recut.added()) {
            statements.add(
                    alter
                            + made.from()
                                    .map(from -> split(from, made.partition()))
                                    .orElseGet(() -> "ADD " + partition(made.partition())));
        }
        Optional<String> step = after.get().options().get(OracleOptions.INTERVAL);
        if (!before.get().options().get(OracleOptions.INTERVAL).equals(step)) {
            statements.add(alter + "SET INTERVAL (" + step.orElse("") + ")");
        }
        return statements;
    }
}
