package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.TableChange;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Partitioning.Partition;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what {@code ALTER TABLE} does to partitions. */
final class PartitionActions {
    private PartitionActions() {}

    private static Partitioning cut(DdlContext context, Table table) {
        return table.partitioning()
                .orElseThrow(
                        () ->
                                context.missing(
                                        context.cursor().lastEnd(),
                                        "partitioning of " + table.id()));
    }

    private static void change(DdlContext context, Table table, List<Partition> partitions) {
        Partitioning before = cut(context, table);
        Partitioning after =
                new Partitioning(before.method(), before.keys(), partitions, before.options());
        context.change(
                new TableChange.Repartition(
                        table.name(), table.partitioning(), Optional.of(after)));
    }

    /** Takes what stands behind {@code ADD PARTITION}. */
    static void add(DdlContext context, Table table) {
        TokenCursor cursor = context.cursor();
        List<Partition> all = new ArrayList<>(cut(context, table).partitions());
        if (cursor.accept("PARTITIONS")) {
            int count = Integer.parseInt(context.number());
            int start = all.size();
            for (int i = start; i < start + count; i++) {
                all.add(new Partition(PartName.of("p" + i), Optional.empty(), Options.none()));
            }
        } else {
            cursor.accept("IF", "NOT", "EXISTS");
            all.addAll(PartitionGrammar.partitions(context));
        }
        change(context, table, all);
    }

    /** Takes what stands behind {@code DROP PARTITION}. */
    static void drop(DdlContext context, Table table) {
        TokenCursor cursor = context.cursor();
        cursor.accept("IF", "EXISTS");
        Set<String> gone = new HashSet<>();
        do {
            gone.add(context.name());
        } while (cursor.accept(","));
        List<Partition> all = new ArrayList<>(cut(context, table).partitions());
        all.removeIf(partition -> gone.contains(partition.name().value()));
        change(context, table, all);
    }
}
