package dev.limbeck.expression;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression inside the definition of one relation can name.
 *
 * @param relation the relation
 * @param columns the types of its columns by their names
 * @param values the types of other names in reach, such as {@code VALUE} in the check of a domain
 */
public record OwnColumns(
        Optional<QualifiedName> relation,
        Map<String, SqlType> columns,
        Map<String, SqlType> values) {
    public OwnColumns {
        columns = Map.copyOf(columns);
        values = Map.copyOf(values);
    }

    /** Returns the columns of a relation. */
    public static OwnColumns of(QualifiedName relation, Map<String, SqlType> columns) {
        return new OwnColumns(Optional.of(relation), columns, Map.of());
    }

    /** Returns what can be named where there is no relation. */
    public static OwnColumns none() {
        return new OwnColumns(Optional.empty(), Map.of(), Map.of());
    }

    /** Returns the scope, in which rows called {@code new} and {@code old} are of the relation. */
    Scope scope(Findings findings) {
        return new Scope() {
            @Override
            public Optional<Typed> resolve(List<String> path) {
                return own(path, findings);
            }

            @Override
            public Optional<Typed> resolve(Node.Name name) {
                Optional<Typed> found = own(name.path(), findings);
                boolean isColumn = found.isPresent() && columns.containsKey(name.last());
                if (isColumn && relation.isPresent()) {
                    findings.uses().column(name.place(), relation.get(), name.last());
                }
                return found;
            }
        };
    }

    private Optional<Typed> own(List<String> path, Findings findings) {
        String last = path.get(path.size() - 1);
        if (path.size() == 1 && values.containsKey(last)) {
            return Optional.of(new Typed(new Node.Name(path), values.get(last)));
        }
        SqlType type = columns.get(last);
        if (type == null || relation.isEmpty()) {
            return Optional.empty();
        }
        String qualifier = path.size() == 1 ? "" : path.get(path.size() - 2);
        boolean own = path.size() == 1 || qualifier.equals(relation.get().name());
        boolean row = path.size() == 2 && (qualifier.equals("new") || qualifier.equals("old"));
        if (!own && !row) {
            return Optional.empty();
        }
        findings.add(Reference.toColumn(relation.get(), last));
        return Optional.of(new Typed(new Node.Name(own ? List.of(last) : path), type));
    }
}
