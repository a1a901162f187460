package dev.limbeck.postgres.normal;

import dev.limbeck.expression.ColumnNames;
import dev.limbeck.expression.Condition;
import dev.limbeck.expression.ExpressionForm;
import dev.limbeck.expression.ExpressionForm.Reading;
import dev.limbeck.expression.OwnColumns;
import dev.limbeck.expression.QueryForm;
import dev.limbeck.expression.SqlType;
import dev.limbeck.postgres.type.PostgresTypeNames;
import dev.limbeck.postgres.type.PostgresTypeSystem;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Brings the texts inside the definitions of one schema to normal form. */
public final class PostgresTexts {
    private final Schema schema;
    private final ExpressionForm expressions;
    private final QueryForm queries;

    public PostgresTexts(Schema schema) {
        this.schema = schema;
        PostgresTypeSystem types = new PostgresTypeSystem(schema);
        this.queries = new QueryForm(PostgresGrammar.GRAMMAR, types, new PostgresRelations(schema));
        this.expressions = new ExpressionForm(PostgresGrammar.GRAMMAR, types, queries);
    }

    /** Returns what an expression of a relation's definition can name. */
    OwnColumns columnsOf(Relation relation) {
        Map<String, SqlType> columns = new HashMap<>();
        if (relation instanceof Table table) {
            for (Column column : Inheritance.columns(schema, table)) {
                columns.put(column.name(), PostgresTypeNames.of(column.type()));
            }
        } else {
            queries.columns(relation.name())
                    .forEach(column -> columns.put(column.name(), column.type()));
        }
        return OwnColumns.of(relation.name(), columns);
    }

    Expression condition(Expression text, OwnColumns columns) {
        return filled(text, expressions.condition(text.source(), columns));
    }

    Expression value(Expression text, OwnColumns columns, Optional<ColumnType> target) {
        return filled(
                text, expressions.value(text.source(), columns, target.map(PostgresTypeNames::of)));
    }

    /** Returns the name an expression has as part of an index. */
    static String columnName(Expression text) {
        return ColumnNames.ofIndexed(text.source(), PostgresGrammar.GRAMMAR).orElse("expr");
    }

    /** Returns what an expression is, for questions beyond its text. */
    public Reading reading(Expression text, OwnColumns columns) {
        return expressions.value(text.source(), columns, Optional.empty());
    }

    /** Returns the logic of a predicate over the rows of a relation. */
    public Condition logic(Expression predicate, Relation relation) {
        return expressions.logic(predicate.source(), columnsOf(relation));
    }

    /** Returns whether an expression is understood, not merely kept as it is written. */
    public boolean isUnderstood(Expression text, OwnColumns columns) {
        return !reading(text, columns).canonical().startsWith("{");
    }

    /** Returns a query with its canonical text, its references and the names of its columns. */
    public Query query(Query query) {
        QueryForm.Reading reading = queries.read(query.text().source(), query.aliases());
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
                .map(
                        column ->
                                new Query.OutputColumn(
                                        column.name(), PostgresTypeNames.columnType(column.type())))
                .toList();
    }

    private Expression filled(Expression text, Reading reading) {
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
        return all;
    }
}
