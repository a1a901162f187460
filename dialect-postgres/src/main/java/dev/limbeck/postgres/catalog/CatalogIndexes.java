package dev.limbeck.postgres.catalog;

import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.IndexPart.Nulls;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.PartName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Indexes, and what constraints say through theirs. */
final class CatalogIndexes {
    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private final CatalogContext context;
    private final Map<Long, CatalogRow> rows = new HashMap<>();
    private final Map<Long, List<CatalogRow>> ofRelation = new HashMap<>();
    private final Set<Long> ofConstraints = new HashSet<>();

    CatalogIndexes(CatalogContext context, List<CatalogRow> indexes) {
        this.context = context;
        for (CatalogRow row : indexes) {
            rows.put(row.number("oid"), row);
            ofRelation.computeIfAbsent(row.number("relation"), key -> new ArrayList<>()).add(row);
        }
    }

    /** Says that an index is the one behind a constraint. */
    void claim(long index) {
        ofConstraints.add(index);
    }

    /** Returns the indexes of a relation that no constraint has claimed. */
    List<Index> of(long relation) {
        List<Index> found = new ArrayList<>();
        for (CatalogRow row : ofRelation.getOrDefault(relation, List.of())) {
            if (!ofConstraints.contains(row.number("oid"))) {
                found.add(index(row));
            }
        }
        return found;
    }

    /** Returns the name of an index. */
    Optional<String> name(long index) {
        return Optional.ofNullable(rows.get(index)).map(row -> row.text("name"));
    }

    /** Returns the index of a relation by which its rows are told apart in replication. */
    Optional<String> replicaIdentity(long relation) {
        return ofRelation.getOrDefault(relation, List.of()).stream()
                .filter(row -> row.is("replica_identity"))
                .map(row -> row.text("name"))
                .findFirst();
    }

    /** Returns the index by which the rows of a relation were sorted. */
    Optional<String> clustered(long relation) {
        return ofRelation.getOrDefault(relation, List.of()).stream()
                .filter(row -> row.is("clustered"))
                .map(row -> row.text("name"))
                .findFirst();
    }

    private Index index(CatalogRow row) {
        long oid = row.number("oid");
        return new Index(
                PartName.of(row.text("name")),
                row.is("is_unique"),
                method(row),
                parts(row),
                include(row),
                row.is("nulls_not_distinct"),
                where(row),
                CatalogOptions.storage(row),
                row.is("valid"),
                context.details().comment("pg_class", oid));
    }

    /** Returns the key of a constraint with what its index adds. */
    Key key(long index, List<String> columns, boolean withoutOverlaps) {
        CatalogRow row = rows.get(index);
        return row == null
                ? Key.of(columns).withWithoutOverlaps(withoutOverlaps)
                : new Key(
                        columns,
                        include(row),
                        row.is("nulls_not_distinct"),
                        withoutOverlaps,
                        CatalogOptions.storage(row));
    }

    /** Returns an exclusion constraint without its name, state and comment. */
    Exclusion exclusion(long index, Exclusion plain, List<String> operators) {
        CatalogRow row = rows.get(index);
        if (row == null) {
            throw new IllegalStateException("no index behind " + plain.name());
        }
        List<IndexPart> parts = parts(row);
        List<Exclusion.Element> elements = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            elements.add(new Exclusion.Element(parts.get(i), operator(operators.get(i))));
        }
        return new Exclusion(
                plain.name(),
                method(row),
                elements,
                include(row),
                where(row),
                CatalogOptions.storage(row),
                plain.state(),
                plain.comment());
    }

    private String operator(String name) {
        int dot = name.indexOf('.');
        if (dot <= 0) {
            return name;
        }
        String schema = context.names().model(name.substring(0, dot));
        String bare = name.substring(dot + 1);
        return schema.isEmpty()
                ? bare
                : "OPERATOR(" + PostgresIdentifiers.write(schema) + "." + bare + ")";
    }

    private static Optional<String> method(CatalogRow row) {
        return row.optional("method").filter(method -> !method.equals("btree"));
    }

    private Optional<Expression> where(CatalogRow row) {
        return row.optional("predicate")
                .map(text -> context.references().text(text, "pg_class", row.number("oid")));
    }

    private static List<String> include(CatalogRow row) {
        List<String> names = row.texts("names");
        return names.subList((int) row.number("key_columns"), names.size());
    }

    private List<IndexPart> parts(CatalogRow row) {
        List<IndexPart> parts = new ArrayList<>();
        for (int i = 0; i < row.number("key_columns"); i++) {
            parts.add(part(row, i));
        }
        return parts;
    }

    private IndexPart part(CatalogRow row, int place) {
        String column = row.texts("names").get(place);
        String expression = row.texts("expressions").get(place);
        String operatorClass = row.texts("classes").get(place);
        String collation = row.texts("collations").get(place);
        long settings = row.numbers("settings").get(place);
        boolean descending = (settings & DESCENDING) != 0;
        boolean nullsFirst = (settings & NULLS_FIRST) != 0;
        boolean implied = collation.isEmpty() || isOfItsColumns(row, place, collation);
        IndexPart part =
                column.isEmpty()
                        ? IndexPart.expression(
                                context.references()
                                        .text(expression, "pg_class", row.number("oid")))
                        : IndexPart.column(column);
        return part.withOperatorClass(Optional.of(operatorClass).filter(name -> !name.isEmpty()))
                .withCollation(
                        implied
                                ? Optional.empty()
                                : Optional.of(
                                        context.names()
                                                .name(
                                                        row.texts("collation_schemas").get(place),
                                                        collation)))
                .withDescending(descending)
                .withNulls(
                        nullsFirst == descending
                                ? Optional.empty()
                                : Optional.of(nullsFirst ? Nulls.FIRST : Nulls.LAST));
    }

    /**
     * Returns whether an expression has its collation from itself or from a column it uses. What
     * the server tells of an expression's own collation is nowhere but in its text.
     */
    private boolean isOfItsColumns(CatalogRow row, int place, String collation) {
        String expression = row.texts("expressions").get(place);
        if (expression.isEmpty()) {
            return false;
        }
        Set<String> used = new HashSet<>();
        for (CatalogRow column : context.columnRows(row.number("relation"))) {
            if (column.is("collation", collation)) {
                used.add(column.text("name"));
            }
        }
        return expression.contains(" COLLATE ")
                || context.references().of("pg_class", row.number("oid")).stream()
                        .anyMatch(
                                reference -> reference.column().filter(used::contains).isPresent());
    }
}
