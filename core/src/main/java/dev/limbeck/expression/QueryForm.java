package dev.limbeck.expression;

import dev.limbeck.expression.QueryResolver.Output;
import dev.limbeck.expression.QueryResolver.Resolved;
import dev.limbeck.expression.Relations.RelationColumn;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Reference;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Brings queries to normal form, and tells what they refer to and yield. */
public final class QueryForm {
    /**
     * What a query is.
     *
     * @param canonical its normal form, the names of its columns in front
     * @param columns what it yields; empty where that is not known
     * @param references what it names, built-in functions and types among them
     * @param uses where it names relations and columns; empty where it is not understood
     */
    public record Reading(
            String canonical,
            List<RelationColumn> columns,
            SortedSet<Reference> references,
            Optional<Uses> uses) {
        public Reading {
            columns = List.copyOf(columns);
            references = Collections.unmodifiableSortedSet(new TreeSet<>(references));
        }
    }

    private final SqlGrammar grammar;
    private final TypeSystem types;
    private final Relations relations;
    private final Map<QualifiedName, List<RelationColumn>> known = new HashMap<>();

    public QueryForm(SqlGrammar grammar, TypeSystem types, Relations relations) {
        this.grammar = grammar;
        this.types = types;
        this.relations = relations;
    }

    /**
     * Reads a query.
     *
     * @param names the names given to its columns from outside, as far as they are
     */
    public Reading read(String text, List<String> names) {
        Environment environment = Environment.of(grammar, types);
        Optional<QueryTree> tree = QueryParser.parse(text, grammar);
        if (tree.isPresent()) {
            try {
                Resolved resolved =
                        new QueryResolver(environment, relations, this)
                                .query(tree.get(), Scope.NONE, List.of());
                List<Output> outputs = QueryResolver.renamed(resolved.outputs(), names);
                String columns =
                        environment.writer().names(outputs.stream().map(Output::name).toList());
                return new Reading(
                        "(" + columns + ") AS " + environment.writer().query(resolved.tree()),
                        outputs.stream()
                                .map(output -> new RelationColumn(output.name(), output.type()))
                                .toList(),
                        environment.findings().references(),
                        Optional.of(environment.findings().uses().uses()));
            } catch (NotUnderstoodException e) {
                // told by the braces around the text
            }
        }
        Node raw = ExpressionParser.raw(text, grammar);
        String columns = names.isEmpty() ? "" : environment.writer().names(names) + ": ";
        return new Reading(
                columns + environment.writer().write(raw),
                List.of(),
                environment.findings().references(),
                Optional.empty());
    }

    /** Returns the columns of a table or a view; empty where they are not known. */
    public List<RelationColumn> columns(QualifiedName name) {
        List<RelationColumn> found = known.get(name);
        if (found == null) {
            // a view that reads itself has no columns that could be known
            known.put(name, List.of());
            found = relations.columns(name).orElseGet(() -> ofView(name));
            known.put(name, found);
        }
        return found;
    }

    private List<RelationColumn> ofView(QualifiedName name) {
        Optional<Query> query = relations.query(name);
        return query.map(each -> read(each.text().source(), each.aliases()).columns())
                .orElse(List.of());
    }

    /** Returns a query inside an expression in normal form, with the type of its only column. */
    Typed value(QueryTree query, Environment environment, Scope scope) {
        QueryResolver resolver = new QueryResolver(environment, relations, this);
        Resolved resolved = resolver.nested(query, scope);
        SqlType type =
                resolved.outputs().size() == 1
                        ? resolved.outputs().get(0).type()
                        : SqlType.UNDETERMINED;
        return new Typed(new Node.Nested(resolved.tree()), type);
    }
}
