package dev.limbeck.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A view.
 *
 * @param name its name
 * @param query its query
 * @param parts what hangs on it, sorted
 * @param columnComments the comments on its columns by their names
 * @param options check option, security settings
 * @param details its comment, owner and grants
 */
public record View(
        QualifiedName name,
        Query query,
        List<TablePart> parts,
        SortedMap<String, String> columnComments,
        Options options,
        Details details)
        implements Relation {
    public View {
        parts = Parts.sorted(parts);
        columnComments = Collections.unmodifiableSortedMap(new TreeMap<>(columnComments));
    }

    public static View of(QualifiedName name, Query query) {
        return new View(
                name,
                query,
                List.of(),
                Collections.emptySortedMap(),
                Options.none(),
                Details.none());
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.VIEW, name);
    }

    @Override
    public List<String> columnNames() {
        return query.columns().stream().map(Query.OutputColumn::name).toList();
    }

    @Override
    public View withName(QualifiedName newName) {
        return new View(newName, query, parts, columnComments, options, details);
    }

    public View withQuery(Query newQuery) {
        return new View(name, newQuery, parts, columnComments, options, details);
    }

    @Override
    public View withParts(Collection<? extends TablePart> newParts) {
        return new View(name, query, List.copyOf(newParts), columnComments, options, details);
    }

    public View withColumnComments(Map<String, String> newComments) {
        return new View(name, query, parts, new TreeMap<>(newComments), options, details);
    }

    public View withOptions(Options newOptions) {
        return new View(name, query, parts, columnComments, newOptions, details);
    }

    @Override
    public View withDetails(Details newDetails) {
        return new View(name, query, parts, columnComments, options, newDetails);
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
        return visitor.view(this);
    }
}
