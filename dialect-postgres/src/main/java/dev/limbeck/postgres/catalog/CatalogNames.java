package dev.limbeck.postgres.catalog;

import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chosen schemas, and how names of the catalog become names of the model. */
final class CatalogNames {
    private static final String PUBLIC = "public";

    private final String defaultSchema;
    private final ObjectFilter filter;
    private final Map<Long, String> chosen = new HashMap<>();
    private final Map<String, ColumnType> types = new HashMap<>();

    CatalogNames(String defaultSchema, ObjectFilter filter, List<CatalogRow> namespaces) {
        this.defaultSchema = defaultSchema;
        this.filter = filter;
        for (CatalogRow row : namespaces) {
            String name = row.text("name");
            if (filter.readsSchema(model(name), name)) {
                chosen.put(row.number("oid"), name);
            }
        }
    }

    /** Returns the numbers of the schemas that are read. */
    List<Long> chosen() {
        return new ArrayList<>(chosen.keySet());
    }

    /** Returns whether a schema is read. */
    boolean reads(long namespace) {
        return chosen.containsKey(namespace);
    }

    /** Returns a schema's name in the model: none for the default one and for the server's. */
    String model(String schema) {
        return schema.equals(defaultSchema) || schema.equals("pg_catalog") ? "" : schema;
    }

    /** Returns the name of an object of a chosen schema. */
    QualifiedName name(CatalogRow row) {
        return name(row.number("namespace"), row.text("name"));
    }

    /** Returns a name in a chosen schema. */
    QualifiedName name(long namespace, String name) {
        return QualifiedName.of(model(chosen.getOrDefault(namespace, "")), name);
    }

    /** Returns a name in any schema. */
    QualifiedName name(String schema, String name) {
        return QualifiedName.of(model(schema), name);
    }

    /** Returns whether an object of a chosen schema counts. */
    boolean lets(long namespace, String name) {
        return filter.lets(name(namespace, name), chosen.getOrDefault(namespace, ""));
    }

    /** Returns whether an object outside all schemas counts. */
    boolean lets(String name) {
        return filter.lets(QualifiedName.of(name), "");
    }

    /** Returns the type that {@code format_type} wrote; only the default schema isn't named. */
    ColumnType type(String text) {
        return types.computeIfAbsent(text, this::parsed);
    }

    private ColumnType parsed(String text) {
        ColumnType type = PostgresTypes.parse(text);
        boolean elsewhere = !defaultSchema.equals(PUBLIC) && text.startsWith(PUBLIC + ".");
        return elsewhere ? type.withName(QualifiedName.of(PUBLIC, type.name().name())) : type;
    }
}
