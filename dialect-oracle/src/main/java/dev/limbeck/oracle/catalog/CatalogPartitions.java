package dev.limbeck.oracle.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Partitioning.Partition;
import dev.limbeck.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes partitionings of what the catalog says of tables that are cut. */
final class CatalogPartitions {
    private final CatalogAnswers answers;
    private final Map<QualifiedName, List<CatalogRow>> cuts;
    private final Map<QualifiedName, List<CatalogRow>> partitions;
    private final Map<QualifiedName, List<CatalogRow>> keys;
    private final Map<QualifiedName, List<CatalogRow>> subkeys;

    CatalogPartitions(CatalogAnswers answers) {
        this.answers = answers;
        this.cuts = answers.by(Question.PARTITIONINGS, answers::table);
        this.partitions =
                answers.by(
                        Question.PARTITIONS, row -> answers.name(row, "table_owner", "table_name"));
        this.keys = answers.by(Question.PARTITION_KEYS, this::cutTable);
        this.subkeys = answers.by(Question.SUBPARTITION_KEYS, this::cutTable);
    }

    private QualifiedName cutTable(CatalogRow row) {
        return answers.name(row, "owner", "name");
    }

    /** Returns how a table is cut. */
    Optional<Partitioning> of(QualifiedName table) {
        return cuts.getOrDefault(table, List.of()).stream()
                .findFirst()
                .map(row -> partitioning(table, row));
    }

    private Partitioning partitioning(QualifiedName table, CatalogRow row) {
        String method = row.text("partitioning_type").toLowerCase(Locale.ROOT);
        boolean follows = method.equals("reference");
        List<IndexPart> columns =
                follows ? List.of() : columns(keys, table).stream().map(IndexPart::column).toList();
        return new Partitioning(
                method,
                columns,
                partitions.getOrDefault(table, List.of()).stream()
                        .map(each -> partition(method, each))
                        .toList(),
                options(table, row));
    }

    private static List<String> columns(
            Map<QualifiedName, List<CatalogRow>> keys, QualifiedName table) {
        return keys.getOrDefault(table, List.of()).stream()
                .filter(key -> key.is("object_type", "TABLE"))
                .map(key -> key.text("column_name"))
                .toList();
    }

    private Options options(QualifiedName table, CatalogRow row) {
        Options options = Options.none();
        if (row.filled("interval").isPresent()) {
            options = options.with(OracleOptions.INTERVAL, row.text("interval"));
        }
        if (row.filled("ref_ptn_constraint_name").isPresent()) {
            options = options.with(OracleOptions.REFERENCE, row.text("ref_ptn_constraint_name"));
        }
        if (row.is("autolist", "YES")) {
            options = options.with(OracleOptions.AUTOMATIC, "");
        }
        String again = row.find("subpartitioning_type").orElse("NONE");
        if (again.equals("NONE")) {
            return options;
        }
        boolean counted = again.equals("HASH");
        return options.with(
                OracleOptions.SUBPARTITION,
                OracleText.spaced(
                        again
                                + " ("
                                + OracleIdentifiers.write(columns(subkeys, table))
                                + ")"
                                + (counted
                                        ? " SUBPARTITIONS " + row.text("def_subpartition_count")
                                        : "")));
    }

    private static Partition partition(String method, CatalogRow row) {
        Optional<String> value = row.filled("high_value");
        Optional<String> bound =
                switch (method) {
                    case "range" -> value.map(text -> "LESS THAN (" + text + ")");
                    case "list" -> value.map(text -> "(" + text + ")");
                    default -> Optional.empty();
                };
        return new Partition(
                PartName.of(row.text("partition_name")),
                bound.map(Expression::of),
                row.is("read_only", "YES")
                        ? Options.none().with(OracleOptions.READ_ONLY, "")
                        : Options.none());
    }
}
