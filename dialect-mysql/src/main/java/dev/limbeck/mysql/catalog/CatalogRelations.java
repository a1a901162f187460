package dev.limbeck.mysql.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts tables and views together from the rows of several answers. */
final class CatalogRelations {
    private final CatalogScope scope;
    private final Map<Question, List<CatalogRow>> answers;
    private final Map<QualifiedName, List<Column>> columns = new HashMap<>();
    private final Map<QualifiedName, List<TablePart>> parts = new HashMap<>();

    CatalogRelations(CatalogScope scope, Map<Question, List<CatalogRow>> answers) {
        this.scope = scope;
        this.answers = answers;
        readColumns();
        readParts();
    }

    private List<CatalogRow> rows(Question question) {
        return answers.getOrDefault(question, List.of());
    }

    private void readColumns() {
        CatalogColumns reader = new CatalogColumns(scope);
        for (CatalogRow row : rows(Question.COLUMNS)) {
            columns.computeIfAbsent(scope.table(row), absent -> new ArrayList<>())
                    .add(reader.column(row));
        }
    }

    private void readParts() {
        CatalogParts reader = new CatalogParts(scope);
        grouped(Question.INDEXES, "index_name").forEach(rows -> add(rows, reader.index(rows)));
        grouped(Question.FOREIGN_KEYS, "constraint_name")
                .forEach(rows -> add(rows, reader.foreignKey(rows)));
        for (CatalogRow row : rows(Question.CHECKS)) {
            add(List.of(row), reader.check(row));
        }
        for (CatalogRow row : rows(Question.TRIGGERS)) {
            add(List.of(row), CatalogParts.trigger(row));
        }
    }

    private void add(List<CatalogRow> rows, TablePart part) {
        parts.computeIfAbsent(scope.table(rows.get(0)), absent -> new ArrayList<>()).add(part);
    }

    /** Returns the rows of each part of each table together. */
    private Collection<List<CatalogRow>> grouped(Question question, String name) {
        return rows(question).stream()
                .collect(
                        Collectors.groupingBy(
                                row -> List.of(scope.table(row), row.text(name)),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values();
    }

    /** Returns the tables and views. */
    List<SchemaObject> read() {
        Map<QualifiedName, List<CatalogRow>> partitions =
                rows(Question.PARTITIONS).stream().collect(Collectors.groupingBy(scope::table));
        Map<QualifiedName, CatalogRow> views = new HashMap<>();
        rows(Question.VIEWS).forEach(row -> views.put(scope.table(row), row));
        List<SchemaObject> relations = new ArrayList<>();
        for (CatalogRow row : rows(Question.TABLES)) {
            QualifiedName name = scope.table(row);
            switch (row.text("table_type").toUpperCase(Locale.ROOT)) {
                case "VIEW" ->
                        Optional.ofNullable(views.get(name))
                                .ifPresent(view -> relations.add(view(name, view)));
                case "SEQUENCE" -> {}
                default ->
                        relations.add(
                                table(name, row)
                                        .withPartitioning(
                                                Optional.ofNullable(partitions.get(name))
                                                        .map(
                                                                new CatalogPartitions(scope)
                                                                        ::partitioning)));
            }
        }
        return relations;
    }

    private Table table(QualifiedName name, CatalogRow row) {
        Options options = CreateOptions.of(row.find("create_options").orElse(""));
        Optional<String> engine = row.filled("engine");
        Optional<String> collation = row.filled("table_collation");
        options = engine.isPresent() ? options.with("engine", engine.get()) : options;
        options =
                collation.isPresent() ? options.with(Options.COLLATION, collation.get()) : options;
        options =
                row.is("table_type", "SYSTEM VERSIONED") ? options.with("versioning", "") : options;
        return Table.of(name, columns.getOrDefault(name, List.of()))
                .withParts(parts.getOrDefault(name, List.of()))
                .withOptions(options)
                .withDetails(Details.none().withComment(row.filled("table_comment")));
    }

    private View view(QualifiedName name, CatalogRow row) {
        Options options = Options.none();
        Optional<String> algorithm =
                row.find("algorithm").filter(word -> !word.equalsIgnoreCase("UNDEFINED"));
        Optional<String> check =
                row.find("check_option").filter(word -> !word.equalsIgnoreCase("NONE"));
        if (algorithm.isPresent()) {
            options = options.with("algorithm", algorithm.get().toLowerCase(Locale.ROOT));
        }
        if (check.isPresent()) {
            options = options.with("check_option", check.get().toLowerCase(Locale.ROOT));
        }
        if (row.is("security_type", "INVOKER")) {
            options = options.with("security", "invoker");
        }
        List<Query.OutputColumn> output =
                columns.getOrDefault(name, List.of()).stream()
                        .map(
                                column ->
                                        new Query.OutputColumn(
                                                column.name(), Optional.of(column.type())))
                        .toList();
        Expression text =
                Expression.of(
                        scope.withoutDatabase(row.find("view_definition").orElse("").strip()));
        return View.of(name, new Query(List.of(), text, output)).withOptions(options);
    }
}
