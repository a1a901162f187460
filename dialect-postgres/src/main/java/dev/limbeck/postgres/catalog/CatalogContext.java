package dev.limbeck.postgres.catalog;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the readers of all kinds of object share: names, relations and columns by their numbers. */
final class CatalogContext {
    private final CatalogNames names;
    private final int version;
    private final CatalogDetails details;
    private final CatalogReferences references;
    private final Map<Long, CatalogRow> relations = new TreeMap<>();
    private final Map<Long, TreeMap<Long, CatalogRow>> columns = new HashMap<>();
    private final Map<Long, Map<Long, String>> columnNames = new HashMap<>();

    CatalogContext(CatalogReader reader, CatalogNames names) throws SQLException {
        this.names = names;
        this.version = reader.version();
        List<Long> chosen = names.chosen();
        for (CatalogRow row : reader.ask("relations", chosen)) {
            relations.put(row.number("oid"), row);
        }
        for (CatalogRow row : reader.ask("columns", chosen)) {
            columns.computeIfAbsent(row.number("relation"), key -> new TreeMap<>())
                    .put(row.number("number"), row);
        }
        this.details =
                new CatalogDetails(reader.ask("comments", chosen), reader.ask("grants", chosen));
        this.references = new CatalogReferences(reader.ask("references", chosen));
        relations.forEach(this::explain);
    }

    private void explain(long oid, CatalogRow relation) {
        QualifiedName name = names.name(relation);
        Reference meaning =
                switch (relation.text("kind")) {
                    case "S" -> Reference.toSequence(name);
                    case "c" -> Reference.toType(name);
                    default -> Reference.toRelation(name);
                };
        references.target("pg_class", oid, meaning);
        columns(oid).forEach((number, column) -> references.column(oid, number, column));
    }

    CatalogNames names() {
        return names;
    }

    CatalogDetails details() {
        return details;
    }

    CatalogReferences references() {
        return references;
    }

    /** Returns whether the server is of a major version or a later one. */
    boolean since(int major) {
        return version >= major;
    }

    /** Returns the relations of the chosen schemas by their numbers. */
    Map<Long, CatalogRow> relations() {
        return relations;
    }

    /** Returns a relation of a chosen schema. */
    Optional<CatalogRow> relation(long oid) {
        return Optional.ofNullable(relations.get(oid));
    }

    /** Returns what the catalog says of a relation's columns, in order. */
    Iterable<CatalogRow> columnRows(long relation) {
        return columns.getOrDefault(relation, new TreeMap<>()).values();
    }

    /** Returns the names of a relation's columns by their numbers. */
    Map<Long, String> columns(long relation) {
        return columnNames.computeIfAbsent(relation, this::namesOf);
    }

    private Map<Long, String> namesOf(long relation) {
        Map<Long, String> found = new TreeMap<>();
        columnRows(relation).forEach(row -> found.put(row.number("number"), row.text("name")));
        return found;
    }

    /** Returns the names of some columns of a relation. */
    List<String> columns(long relation, List<Long> numbers) {
        Map<Long, String> all = columns(relation);
        return numbers.stream().map(number -> all.getOrDefault(number, "?" + number)).toList();
    }
}
