package dev.limbeck.postgres.catalog;

import dev.limbeck.postgres.text.PostgresText;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Query.OutputColumn;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Views and materialized views. */
final class CatalogViews {
    private final CatalogContext context;
    private final Map<Long, Long> rules = new HashMap<>();

    /**
     * @param rules those that make views, among others
     */
    CatalogViews(CatalogContext context, List<CatalogRow> rules) {
        this.context = context;
        for (CatalogRow row : rules) {
            if (row.is("makes_view")) {
                this.rules.put(row.number("relation"), row.number("oid"));
            }
        }
    }

    SchemaObject view(CatalogRow row, List<TablePart> parts, Options options) {
        long oid = row.number("oid");
        var name = context.names().name(row);
        var details = context.details().of("pg_class", oid, context.columns(oid));
        TreeMap<String, String> comments = new TreeMap<>();
        context.columns(oid)
                .forEach(
                        (number, column) ->
                                context.details()
                                        .comment("pg_class", oid, number)
                                        .ifPresent(text -> comments.put(column, text)));
        return row.is("kind", "m")
                ? new MaterializedView(name, query(row), parts, comments, options, details)
                : new View(name, query(row), parts, comments, options, details);
    }

    private Query query(CatalogRow row) {
        long oid = row.number("oid");
        List<OutputColumn> columns = new ArrayList<>();
        for (CatalogRow column : context.columnRows(oid)) {
            columns.add(
                    new OutputColumn(
                            column.text("name"),
                            java.util.Optional.of(context.names().type(column.text("type")))));
        }
        CatalogKey rule = new CatalogKey("pg_rewrite", rules.getOrDefault(oid, 0L), 0);
        Set<CatalogKey> own = Set.of(new CatalogKey("pg_class", oid, 0));
        Set<Reference> used = context.references().of(rule, own);
        return new Query(
                List.of(), Expression.of(PostgresText.query(row.text("query")), used), columns);
    }
}
