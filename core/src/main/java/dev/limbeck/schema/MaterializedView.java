package dev.limbeck.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A view whose rows are stored.
 *
 * @param name its name
 * @param query its query
 * @param parts what hangs on it, sorted
 * @param columnComments the comments on its columns by their names
 * @param options storage parameters, tablespace, access method, refresh
 * @param details its comment, owner and grants
 */
public record MaterializedView(
        QualifiedName name,
        Query query,
        List<TablePart> parts,
        SortedMap<String, String> columnComments,
        Options options,
        Details details)
        implements Relation {
    public MaterializedView {
        parts = Parts.sorted(parts);
        columnComments = Collections.unmodifiableSortedMap(new TreeMap<>(columnComments));
    }

    public static MaterializedView of(QualifiedName name, Query query) {
        return new MaterializedView(
                name,
                query,
                List.of(),
                Collections.emptySortedMap(),
                Options.none(),
                Details.none());
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.MATERIALIZED_VIEW, name);
    }

    @Override
    public List<String> columnNames() {
        return query.columns().stream().map(Query.OutputColumn::name).toList();
    }

    @Override
    public MaterializedView withName(QualifiedName newName) {
        return new MaterializedView(newName, query, parts, columnComments, options, details);
    }

    public MaterializedView withQuery(Query newQuery) {
        return new MaterializedView(name, newQuery, parts, columnComments, options, details);
    }

    @Override
    public MaterializedView withParts(Collection<? extends TablePart> newParts) {
        return new MaterializedView(
                name, query, List.copyOf(newParts), columnComments, options, details);
    }

    public MaterializedView withColumnComments(Map<String, String> newComments) {
        return new MaterializedView(
                name, query, parts, new TreeMap<>(newComments), options, details);
    }

    public MaterializedView withOptions(Options newOptions) {
        return new MaterializedView(name, query, parts, columnComments, newOptions, details);
    }

    @Override
    public MaterializedView withDetails(Details newDetails) {
        return new MaterializedView(name, query, parts, columnComments, options, newDetails);
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> found = Parts.namespaceOf(name);
        found.addAll(query.text().references());
        parts.forEach(part -> found.addAll(part.references()));
        return found;
    }

    @Override
    public <R> R accept(SchemaObjectVisitor<R> visitor) {
        return visitor.materializedView(this);
    }
}
