package dev.limbeck.postgres.catalog;

import dev.limbeck.postgres.model.OptionNames;
import dev.limbeck.postgres.text.PostgresText;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.RowSecurity;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Tables and sequences. Tables come with all their columns, those of their parents too. */
final class CatalogTables {
    private final CatalogContext context;
    private final CatalogConstraints constraints;
    private final CatalogIndexes indexes;
    private final CatalogTriggers triggers;
    private final Map<CatalogKey, CatalogRow> identities = new HashMap<>();

    CatalogTables(
            CatalogContext context,
            CatalogConstraints constraints,
            CatalogIndexes indexes,
            CatalogTriggers triggers) {
        this.context = context;
        this.constraints = constraints;
        this.indexes = indexes;
        this.triggers = triggers;
        for (CatalogRow row : context.relations().values()) {
            if (row.is("is_identity")) {
                identities.put(owner(row), row);
            }
        }
    }

    private static CatalogKey owner(CatalogRow sequence) {
        return new CatalogKey(
                "pg_class", sequence.number("owner_relation"), sequence.number("owner_column"));
    }

    /** Returns the parts of a relation that have names of their own. */
    List<TablePart> parts(long relation) {
        List<TablePart> parts = new ArrayList<>(constraints.of(relation));
        parts.addAll(indexes.of(relation));
        parts.addAll(triggers.of(relation));
        return parts;
    }

    Table table(CatalogRow row) {
        long oid = row.number("oid");
        List<Column> columns = new ArrayList<>();
        context.columnRows(oid).forEach(column -> columns.add(column(column)));
        List<QualifiedName> parents =
                row.numbers("parents").stream()
                        .flatMap(parent -> context.relation(parent).stream())
                        .map(context.names()::name)
                        .toList();
        Optional<PartitionOf> partitionOf =
                row.optional("bound")
                        .filter(bound -> !parents.isEmpty())
                        .map(bound -> new PartitionOf(parents.get(0), Expression.of(bound)));
        return new Table(
                context.names().name(row),
                columns,
                parts(oid),
                persistence(row),
                row.optional("partition_method").map(method -> partitioning(row, method)),
                partitionOf,
                partitionOf.isPresent() ? List.of() : parents,
                new RowSecurity(row.is("row_security"), row.is("force_row_security")),
                options(row),
                context.details().of("pg_class", oid, context.columns(oid)));
    }

    /** Returns the settings of a table or a materialized view. */
    Options options(CatalogRow row) {
        long oid = row.number("oid");
        Options stored =
                indexes.clustered(oid)
                        .map(
                                index ->
                                        CatalogOptions.table(row)
                                                .with(OptionNames.CLUSTERED_ON, index))
                        .orElseGet(() -> CatalogOptions.table(row));
        return switch (row.text("replica_identity")) {
            case "f" -> stored.with(OptionNames.REPLICA_IDENTITY, "full");
            case "n" -> stored.with(OptionNames.REPLICA_IDENTITY, "nothing");
            case "i" ->
                    indexes.replicaIdentity(oid)
                            .map(name -> OptionNames.BY_INDEX + name)
                            .map(words -> stored.with(OptionNames.REPLICA_IDENTITY, words))
                            .orElse(stored);
            default -> stored;
        };
    }

    private static Persistence persistence(CatalogRow row) {
        return row.is("persistence", "u") ? Persistence.UNLOGGED : Persistence.PERMANENT;
    }

    private Partitioning partitioning(CatalogRow row, String method) {
        long oid = row.number("oid");
        List<String> columns = context.columns(oid, row.numbers("partition_columns"));
        List<IndexPart> parts = PartitionKey.parts(row.text("partition_key"), columns);
        String name =
                switch (method) {
                    case "r" -> "range";
                    case "l" -> "list";
                    default -> "hash";
                };
        return Partitioning.by(name, parts);
    }

    private Column column(CatalogRow row) {
        long relation = row.number("relation");
        long number = row.number("number");
        ColumnType type = context.names().type(row.text("type"));
        Optional<NotNull> notNull =
                row.is("not_null")
                        ? Optional.of(constraints.notNull(relation, number))
                        : Optional.empty();
        Optional<Expression> expression =
                row.optional("default_value").map(text -> expression(row, text));
        boolean isGenerated = row.optional("generated").isPresent();
        Generated.Storage storage =
                row.is("generated", "v") ? Generated.Storage.VIRTUAL : Generated.Storage.STORED;
        return new Column(
                row.text("name"),
                type,
                notNull,
                isGenerated ? Optional.empty() : expression,
                row.optional("identity").map(when -> identity(row, when, type)),
                isGenerated
                        ? expression.map(text -> new Generated(text, storage))
                        : Optional.empty(),
                row.optional("collation")
                        .map(name -> context.names().name(row.text("collation_schema"), name)),
                context.details().comment("pg_class", relation, number),
                columnOptions(row));
    }

    /** Before version 15 the server recorded what a generated column uses for the column itself. */
    private Expression expression(CatalogRow row, String text) {
        CatalogKey column =
                new CatalogKey("pg_class", row.number("relation"), row.number("number"));
        CatalogKey value = new CatalogKey("pg_attrdef", row.number("default_oid"), 0);
        var used = new java.util.TreeSet<>(context.references().of(value, Set.of(column)));
        if (row.optional("generated").isPresent()) {
            used.addAll(context.references().of(column, Set.of(column)));
        }
        return Expression.of(PostgresText.bare(text), used);
    }

    private Identity identity(CatalogRow row, String when, ColumnType type) {
        Identity.Generation generation =
                when.equals("a") ? Identity.Generation.ALWAYS : Identity.Generation.BY_DEFAULT;
        CatalogKey column =
                new CatalogKey("pg_class", row.number("relation"), row.number("number"));
        CatalogRow sequence = identities.get(column);
        return sequence == null
                ? Identity.of(generation)
                : new Identity(generation, CatalogCounting.ofIdentity(sequence, type));
    }

    private Options columnOptions(CatalogRow row) {
        Map<String, String> values = new TreeMap<>();
        row.optional("storage")
                .map(CatalogTables::storage)
                .ifPresent(s -> values.put(Options.STORAGE, s));
        if (context.since(14)) {
            row.optional("compression")
                    .map(letter -> letter.equals("l") ? "lz4" : "pglz")
                    .ifPresent(method -> values.put(Options.COMPRESSION, method));
        }
        row.optional("statistics").ifPresent(target -> values.put("statistics", target));
        CatalogOptions.collect(row, "options", "", values);
        return Options.of(values);
    }

    private static String storage(String letter) {
        return switch (letter) {
            case "p" -> "PLAIN";
            case "e" -> "EXTERNAL";
            case "m" -> "MAIN";
            default -> "EXTENDED";
        };
    }

    Sequence sequence(CatalogRow row) {
        long owner = row.number("owner_relation");
        Optional<Sequence.OwningColumn> owningColumn =
                context.relation(owner)
                        .map(
                                relation ->
                                        new Sequence.OwningColumn(
                                                context.names().name(relation),
                                                context.columns(
                                                                owner,
                                                                List.of(row.number("owner_column")))
                                                        .get(0)));
        return new Sequence(
                context.names().name(row),
                CatalogCounting.of(row, ColumnType.of("bigint")),
                owningColumn,
                persistence(row),
                context.details().of("pg_class", row.number("oid")));
    }
}
