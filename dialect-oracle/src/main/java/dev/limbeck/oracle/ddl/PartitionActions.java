package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.TableChange;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Partitioning.Partition;
import dev.limbeck.schema.QualifiedName;
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

    private static void change(DdlContext context, Table table, Partitioning after) {
        if (!table.partitioning().equals(Optional.of(after))) {
            context.change(
                    new TableChange.Repartition(
                            table.name(), table.partitioning(), Optional.of(after)));
        }
    }

    private static void indexes(TokenCursor cursor) {
        cursor.accept("UPDATE", "GLOBAL", "INDEXES");
        cursor.accept("UPDATE", "INDEXES");
        cursor.accept("INVALIDATE", "GLOBAL", "INDEXES");
    }

    /** Takes what stands behind {@code ADD PARTITION}. */
    static void add(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        Table table = AlterTable.table(context, name);
        Partitioning before = cut(context, table);
        List<Partition> all = new ArrayList<>(before.partitions());
        all.add(PartitionGrammar.partition(context));
        while (cursor.accept(",")) {
            cursor.accept("PARTITION");
            all.add(PartitionGrammar.partition(context));
        }
        indexes(cursor);
        change(
                context,
                table,
                new Partitioning(before.method(), before.keys(), all, before.options()));
    }

    /** Takes what stands behind {@code DROP PARTITION}. */
    static void drop(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        if (cursor.at("FOR", "(")) {
            other(context, name);
            return;
        }
        Table table = AlterTable.table(context, name);
        Partitioning before = cut(context, table);
        Set<String> gone = new HashSet<>();
        do {
            gone.add(context.name());
        } while (cursor.accept(","));
        indexes(cursor);
        List<Partition> left = new ArrayList<>(before.partitions());
        left.removeIf(partition -> gone.contains(partition.name().value()));
        change(
                context,
                table,
                new Partitioning(before.method(), before.keys(), left, before.options()));
    }

    /**
     * Takes what stands behind {@code SPLIT PARTITION}: one becomes two, of which the second keeps
     * the rest.
     */
    static void split(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        Table table = AlterTable.table(context, name);
        Partitioning before = cut(context, table);
        int offset = cursor.offset();
        String old = context.name();
        Partition from =
                before.partitions().stream()
                        .filter(each -> each.name().value().equals(old))
                        .findFirst()
                        .orElseThrow(() -> context.missing(offset, "partition " + old));
        boolean range = cursor.accept("AT");
        if (!range) {
            cursor.expect("VALUES");
        }
        int start = cursor.offset();
        Texts.pass(cursor);
        String values = cursor.slice(start, cursor.lastEnd());
        cursor.expect("INTO", "(", "PARTITION");
        PartName first = PartName.of(context.name());
        cursor.expect(",", "PARTITION");
        PartName second = PartName.of(context.name());
        cursor.expect(")");
        indexes(cursor);
        List<Partition> all = new ArrayList<>();
        for (Partition each : before.partitions()) {
            if (each.equals(from)) {
                Expression bound = Expression.of(range ? "LESS THAN " + values : values);
                all.add(new Partition(first, Optional.of(bound), from.options()));
                all.add(new Partition(second, from.bound(), from.options()));
            } else {
                all.add(each);
            }
        }
        change(
                context,
                table,
                new Partitioning(before.method(), before.keys(), all, before.options()));
    }

    /** Takes what stands behind {@code SET INTERVAL}; empty parentheses end it. */
    static void interval(DdlContext context, Table table) {
        TokenCursor cursor = context.cursor();
        Partitioning before = cut(context, table);
        Options options;
        if (cursor.accept("(", ")")) {
            options = before.options().without(OracleOptions.INTERVAL);
        } else {
            options =
                    before.options()
                            .with(OracleOptions.INTERVAL, Texts.parenthesized(cursor).text());
        }
        change(
                context,
                table,
                new Partitioning(before.method(), before.keys(), before.partitions(), options));
    }

    /** Says that partitions may be others afterwards. */
    static void other(DdlContext context, QualifiedName name) {
        StatementNotes.pass(context.cursor());
        StatementNotes.unknown(
                context,
                Optional.of(ObjectId.table(name)),
                "ALTER TABLE changes partitions or storage of table " + name);
    }
}
