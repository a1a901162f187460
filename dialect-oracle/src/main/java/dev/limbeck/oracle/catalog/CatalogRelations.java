package dev.limbeck.oracle.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes tables, views and materialized views of what the catalog says of them. */
final class CatalogRelations {
    private final CatalogAnswers answers;
    private final CatalogColumns columns;
    private final CatalogConstraints constraints;
    private final CatalogIndexes indexes;
    private final CatalogPartitions partitions;
    private final Map<QualifiedName, List<CatalogRow>> columnRows;

    CatalogRelations(CatalogAnswers answers) {
        this.answers = answers;
        this.columns = new CatalogColumns(answers);
        this.constraints = new CatalogConstraints(answers);
        this.indexes = new CatalogIndexes(answers);
        this.partitions = new CatalogPartitions(answers);
        this.columnRows = answers.by(Question.COLUMNS, answers::table);
    }

    /** The rows of a materialized view are in a table of its name, which is not listed. */
    List<SchemaObject> read() {
        List<SchemaObject> relations = new ArrayList<>();
        Set<QualifiedName> stored = new HashSet<>();
        for (CatalogRow row : answers.rows(Question.MATERIALIZED_VIEWS)) {
            MaterializedView view = materialized(row);
            stored.add(view.name());
            relations.add(view);
        }
        Set<QualifiedName> external = new HashSet<>();
        answers.rows(Question.EXTERNAL_TABLES).forEach(row -> external.add(answers.table(row)));
        for (CatalogRow row : answers.rows(Question.TABLES)) {
            if (!stored.contains(answers.table(row)) && !external.contains(answers.table(row))) {
                relations.add(table(row));
            }
        }
        answers.rows(Question.VIEWS).forEach(row -> relations.add(view(row)));
        return relations;
    }

    private List<CatalogRow> columnRows(QualifiedName relation) {
        return columnRows.getOrDefault(relation, List.of());
    }

    private Table table(CatalogRow row) {
        QualifiedName name = answers.table(row);
        List<Column> made = columnRows(name).stream().map(columns::column).toList();
        boolean temporary = row.is("temporary", "Y");
        Table table =
                Table.of(name, made)
                        .withPersistence(temporary ? Persistence.TEMPORARY : Persistence.PERMANENT)
                        .withPartitioning(partitions.of(name))
                        .withOptions(options(row, temporary))
                        .withDetails(Details.none().withComment(row.filled("comments")));
        List<TablePart> parts = new ArrayList<>(indexes.of(name));
        return constraints.constrained(table.withParts(parts));
    }

    private static Options options(CatalogRow row, boolean temporary) {
        Options options = Options.none();
        if (temporary && row.is("duration", "SYS$SESSION")) {
            options = options.with(OracleOptions.ON_COMMIT, "preserve");
        }
        if (row.is("iot_type", "IOT")) {
            options = options.with(OracleOptions.ORGANIZATION, "index");
        }
        if (row.is("row_movement", "ENABLED") && !temporary) {
            options = options.with(OracleOptions.ROW_MOVEMENT, "");
        }
        return row.is("read_only", "YES") ? options.with(OracleOptions.READ_ONLY, "") : options;
    }

    private Query query(QualifiedName name, String text) {
        List<Query.OutputColumn> output =
                columnRows(name).stream()
                        .map(columns::column)
                        .map(
                                column ->
                                        new Query.OutputColumn(
                                                column.name(), Optional.of(column.type())))
                        .toList();
        return new Query(List.of(), Expression.of(OracleText.bare(text)), output);
    }

    private Map<String, String> comments(QualifiedName name) {
        Map<String, String> comments = new TreeMap<>();
        for (CatalogRow row : columnRows(name)) {
            row.filled("comments").ifPresent(text -> comments.put(row.text("column_name"), text));
        }
        return comments;
    }

    private View view(CatalogRow row) {
        QualifiedName name = answers.name(row, "owner", "view_name");
        Options options = Options.none();
        if (row.is("read_only", "Y")) {
            options = options.with(OracleOptions.READ_ONLY, "");
        }
        if (constraints.isChecked(name)) {
            options = options.with(OracleOptions.CHECK_OPTION, "");
        }
        if (row.is("bequeath", "CURRENT_USER")) {
            options = options.with(OracleOptions.BEQUEATH, "current_user");
        }
        return View.of(name, query(name, row.find("text").orElse("")))
                .withColumnComments(comments(name))
                .withOptions(options)
                .withDetails(Details.none().withComment(row.filled("comments")));
    }

    private MaterializedView materialized(CatalogRow row) {
        QualifiedName name = answers.name(row, "owner", "mview_name");
        Options options = Options.none();
        String build = row.find("build_mode").orElse("IMMEDIATE");
        if (build.equals("DEFERRED")) {
            options = options.with(OracleOptions.BUILD, "deferred");
        } else if (build.equals("PREBUILT")) {
            options = options.with(OracleOptions.PREBUILT, "");
        }
        options = options.with(OracleOptions.REFRESH, refresh(row));
        if (row.is("rewrite_enabled", "Y")) {
            options = options.with(OracleOptions.QUERY_REWRITE, "");
        }
        if (row.is("updatable", "Y")) {
            options = options.with(OracleOptions.FOR_UPDATE, "");
        }
        return MaterializedView.of(name, query(name, row.find("query").orElse("")))
                .withParts(indexes.of(name))
                .withColumnComments(comments(name))
                .withOptions(options)
                .withDetails(Details.none().withComment(row.filled("comments")));
    }

    private static String refresh(CatalogRow row) {
        String method = row.find("refresh_method").orElse("FORCE");
        String when = row.find("refresh_mode").orElse("DEMAND");
        return method.equals("NEVER") || when.equals("NEVER")
                ? "never"
                : (method + " on " + when).toLowerCase(Locale.ROOT);
    }
}
