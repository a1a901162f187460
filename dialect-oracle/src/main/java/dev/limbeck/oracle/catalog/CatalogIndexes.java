package dev.limbeck.oracle.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes indexes of what the catalog says of them. */
final class CatalogIndexes {
    /** A part of an index by its place. */
    private record Place(QualifiedName index, String position) {}

    private final CatalogAnswers answers;
    private final Map<QualifiedName, List<CatalogRow>> byTable;
    private final Map<QualifiedName, List<CatalogRow>> columns;
    private final Map<QualifiedName, List<CatalogRow>> cuts;
    private final Map<QualifiedName, List<CatalogRow>> keys;
    private final Map<Place, String> expressions = new HashMap<>();

    CatalogIndexes(CatalogAnswers answers) {
        this.answers = answers;
        this.byTable =
                answers.by(Question.INDEXES, row -> answers.name(row, "table_owner", "table_name"));
        this.columns = answers.by(Question.INDEX_COLUMNS, this::index);
        this.cuts =
                answers.by(
                        Question.INDEX_PARTITIONINGS,
                        row -> answers.name(row, "owner", "index_name"));
        this.keys = answers.by(Question.PARTITION_KEYS, row -> answers.name(row, "owner", "name"));
        for (CatalogRow row : answers.rows(Question.INDEX_EXPRESSIONS)) {
            expressions.put(
                    new Place(index(row), row.text("column_position")),
                    row.find("column_expression").orElse(""));
        }
    }

    private QualifiedName index(CatalogRow row) {
        return answers.name(row, "index_owner", "index_name");
    }

    /** Returns the indexes of a table or materialized view. */
    List<Index> of(QualifiedName relation) {
        return byTable.getOrDefault(relation, List.of()).stream().map(this::made).toList();
    }

    private Index made(CatalogRow row) {
        QualifiedName name = answers.name(row, "owner", "index_name");
        String type = row.text("index_type");
        return Index.of(
                        PartName.of(name.name()),
                        columns.getOrDefault(name, List.of()).stream()
                                .map(part -> part(name, part))
                                .toList())
                .withUnique(row.is("uniqueness", "UNIQUE"))
                .withMethod(type.contains("BITMAP") ? Optional.of("bitmap") : Optional.empty())
                .withOptions(options(row, name, type));
    }

    private IndexPart part(QualifiedName index, CatalogRow row) {
        Optional<String> text =
                Optional.ofNullable(expressions.get(new Place(index, row.text("column_position"))));
        return text.map(found -> IndexPart.expression(Expression.of(OracleText.bare(found))))
                .orElseGet(() -> IndexPart.column(row.text("column_name")))
                .withDescending(row.is("descend", "DESC"));
    }

    private Options options(CatalogRow row, QualifiedName name, String type) {
        Options options = Options.none();
        if (type.endsWith("/REV")) {
            options = options.with(OracleOptions.REVERSE, "");
        }
        if (row.is("visibility", "INVISIBLE")) {
            options = options.with(Options.INVISIBLE, "");
        }
        if (row.find("ityp_name").isPresent()) {
            options =
                    options.with(
                            OracleOptions.INDEXTYPE,
                            OracleIdentifiers.write(answers.name(row, "ityp_owner", "ityp_name")));
            Optional<String> parameters = row.filled("parameters");
            options =
                    parameters.isPresent()
                            ? options.with(OracleOptions.PARAMETERS, parameters.get())
                            : options;
        }
        for (CatalogRow cut : cuts.getOrDefault(name, List.of())) {
            options =
                    cut.is("locality", "LOCAL")
                            ? options.with(OracleOptions.LOCAL, "")
                            : options.with(OracleOptions.PARTITION, cut(name, cut));
        }
        return options;
    }

    /** Returns how an index is cut by itself; where by ranges, their bounds are not told. */
    private String cut(QualifiedName index, CatalogRow row) {
        List<String> columnNames =
                keys.getOrDefault(index, List.of()).stream()
                        .filter(key -> key.is("object_type", "INDEX"))
                        .map(key -> key.text("column_name"))
                        .toList();
        return OracleText.spaced(
                row.text("partitioning_type")
                        + " ("
                        + OracleIdentifiers.write(columnNames)
                        + ") PARTITIONS "
                        + row.text("partition_count"));
    }
}
