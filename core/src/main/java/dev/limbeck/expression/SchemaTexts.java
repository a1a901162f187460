package dev.limbeck.expression;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Brings the texts inside the definitions of one schema to normal form. Not thread-safe. */
public final class SchemaTexts {
    /** A value that names no columns, as most defaults are, and the type it is for. */
    private record Constant(String words, Optional<ColumnType> target) {}

    private final Schema schema;
    private final TypeNames typeNames;
    private final UnaryOperator<String> queryWords;
    private final ExpressionForm expressions;
    private final QueryForm queries;
    private final Map<Constant, ExpressionForm.Reading> constants = new HashMap<>();

    /**
     * Makes what reads the texts of a schema.
     *
     * @param relations what its queries can select from
     * @param queryWords spells a query in the words of the grammar, where the database has others
     */
    public SchemaTexts(
            Schema schema,
            SqlGrammar grammar,
            TypeSystem types,
            TypeNames typeNames,
            Relations relations,
            UnaryOperator<String> queryWords) {
        this.schema = schema;
        this.typeNames = typeNames;
        this.queryWords = queryWords;
        this.queries = new QueryForm(grammar, types, relations);
        this.expressions = new ExpressionForm(grammar, types, queries);
    }

    /** Returns what an expression of a relation's definition can name. */
    public OwnColumns columnsOf(Relation relation) {
        Map<String, SqlType> columns = new HashMap<>();
        if (relation instanceof Table table) {
            for (Column column : Inheritance.columns(schema, table)) {
                columns.put(column.name(), typeNames.nameOf(column.type()));
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
     * @param target the type of the column it is for, where the value takes it on
     */
    public Expression value(
            Expression text, String words, OwnColumns columns, Optional<ColumnType> target) {
        ExpressionForm.Reading reading =
                columns.equals(OwnColumns.none())
                        ? constants.computeIfAbsent(
                                new Constant(words, target),
                                constant -> value(words, columns, target))
                        : value(words, columns, target);
        return filled(text, reading);
    }

    private ExpressionForm.Reading value(
            String words, OwnColumns columns, Optional<ColumnType> target) {
        return expressions.value(words, columns, target.map(typeNames::nameOf));
    }

    /** Returns what a value in the words of the grammar is, for questions beyond its text. */
    public ExpressionForm.Reading reading(String words, OwnColumns columns) {
        return expressions.value(words, columns, Optional.empty());
    }

    /** Returns what a query in the words of the grammar is, for questions beyond its text. */
    public QueryForm.Reading reading(Query query) {
        return queries.read(queryWords.apply(query.text().source()), query.aliases());
    }

    /** Returns the logic of a condition in the words of the grammar. */
    public Condition logic(String words, Relation relation) {
        return expressions.logic(words, columnsOf(relation));
    }

    /** Returns a query with its normal form, what it refers to and what it yields. */
    public Query query(Query query) {
        QueryForm.Reading reading = reading(query);
        Expression text =
                query.text()
                        .withCanonical(reading.canonical())
                        .withReferences(known(query.text(), reading.references()));
        return query.withText(text).withColumns(columns(query, reading));
    }

    /**
     * Returns a query with its normal form, where a server keeps names that stand before a query
     * apart from it and gives them as those of its columns: as if they stood before it still.
     */
    public Query named(Query query) {
        Query plain = query(query);
        if (!query.aliases().isEmpty() || query.columns().isEmpty()) {
            return plain;
        }
        List<String> names = query.columns().stream().map(Query.OutputColumn::name).toList();
        Query named = query(new Query(names, query.text(), query.columns()));
        return named.equals(plain) ? plain : named;
    }

    private List<Query.OutputColumn> columns(Query query, QueryForm.Reading reading) {
        if (!query.columns().isEmpty() || reading.columns().isEmpty()) {
            return query.columns();
        }
        return reading.columns().stream()
                .map(
                        column ->
                                new Query.OutputColumn(
                                        column.name(), typeNames.typeOf(column.type())))
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
            if (!isKnownBetter(text, reference) && !schema.resolve(reference).isEmpty()) {
                all.add(reference);
            }
        }
        return Collections.unmodifiableSortedSet(all);
    }

    /** Returns whether it is known already which of the routines of a name a text calls. */
    private static boolean isKnownBetter(Expression text, Reference found) {
        return found.target() == Reference.Target.ROUTINE
                && text.references().stream()
                        .anyMatch(
                                known ->
                                        known.target() == Reference.Target.ROUTINE
                                                && !known.detail().isEmpty()
                                                && known.name().equals(found.name()));
    }
}
