package dev.limbeck.expression;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Brings the texts inside the definitions of one schema to normal form. */
public final class SchemaTexts implements Relations {
    private final Schema schema;
    private final Function<ColumnType, SqlType> typeNames;
    private final UnaryOperator<String> queryWords;
    private final ExpressionForm expressions;
    private final QueryForm queries;

    /**
     * Makes what reads the texts of a schema.
     *
     * @param typeNames how expressions call the types of columns
     * @param queryWords spells a query in the words of the grammar, where the database has others
     */
    public SchemaTexts(
            Schema schema,
            SqlGrammar grammar,
            TypeSystem types,
            Function<ColumnType, SqlType> typeNames,
            UnaryOperator<String> queryWords) {
        this.schema = schema;
        this.typeNames = typeNames;
        this.queryWords = queryWords;
        this.queries = new QueryForm(grammar, types, this);
        this.expressions = new ExpressionForm(grammar, types, queries);
    }

    /** Returns what an expression of a relation's definition can name. */
    public OwnColumns columnsOf(Relation relation) {
        Map<String, SqlType> columns = new HashMap<>();
        if (relation instanceof Table table) {
            for (Column column : Inheritance.columns(schema, table)) {
                columns.put(column.name(), typeNames.apply(column.type()));
            }
        } else {
            queries.columns(relation.name())
                    .forEach(column -> columns.put(column.name(), column.type()));
        }
        return OwnColumns.of(relation.name(), columns);
    }

    /**
     * Returns a condition with its normal form and what it refers to.
     *
     * @param words the condition in the words of the grammar
     */
    public Expression condition(Expression text, String words, OwnColumns columns) {
        return filled(text, expressions.condition(words, columns));
    }

    /**
     * Returns a value with its normal form and what it refers to.
     *
     * @param words the value in the words of the grammar
     */
    public Expression value(Expression text, String words, OwnColumns columns) {
        return filled(text, expressions.value(words, columns, Optional.empty()));
    }

    /** Returns the logic of a condition in the words of the grammar. */
    public Condition logic(String words, Relation relation) {
        return expressions.logic(words, columnsOf(relation));
    }

    /** Returns a query with its normal form, what it refers to and what it yields. */
    public Query query(Query query) {
        QueryForm.Reading reading =
                queries.read(queryWords.apply(query.text().source()), query.aliases());
        Expression text =
                query.text()
                        .withCanonical(reading.canonical())
                        .withReferences(known(query.text(), reading.references()));
        return query.withText(text).withColumns(columns(query, reading));
    }

    private static List<Query.OutputColumn> columns(Query query, QueryForm.Reading reading) {
        if (!query.columns().isEmpty() || reading.columns().isEmpty()) {
            return query.columns();
        }
        return reading.columns().stream()
                .map(column -> new Query.OutputColumn(column.name(), Optional.empty()))
                .toList();
    }

    private Expression filled(Expression text, ExpressionForm.Reading reading) {
        return text.withCanonical(reading.canonical())
                .withReferences(known(text, reading.references()));
    }

    /** Returns what a text is known to refer to, and what of this schema it was found to name. */
    private SortedSet<Reference> known(Expression text, SortedSet<Reference> found) {
        SortedSet<Reference> all = new TreeSet<>(text.references());
        for (Reference reference : found) {
            if (!schema.resolve(reference).isEmpty()) {
                all.add(reference);
            }
        }
        return Collections.unmodifiableSortedSet(all);
    }

    @Override
    public Optional<List<RelationColumn>> columns(QualifiedName name) {
        return schema.table(name)
                .map(
                        table -> {
                            List<RelationColumn> columns = new ArrayList<>();
                            for (Column column : Inheritance.columns(schema, table)) {
                                columns.add(
                                        new RelationColumn(
                                                column.name(), typeNames.apply(column.type())));
                            }
                            return columns;
                        });
    }

    @Override
    public Optional<Query> query(QualifiedName name) {
        Optional<Query> query =
                schema.relation(name)
                        .flatMap(
                                relation -> {
                                    if (relation instanceof View view) {
                                        return Optional.of(view.query());
                                    }
                                    return relation instanceof MaterializedView view
                                            ? Optional.of(view.query())
                                            : Optional.empty();
                                });
        return query.map(
                found -> found.withText(Expression.of(queryWords.apply(found.text().source()))));
    }

    @Override
    public List<RelationColumn> rowColumns(List<String> function) {
        return List.of();
    }
}
