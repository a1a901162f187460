package dev.limbeck.postgres.normal;

import dev.limbeck.expression.ColumnNames;
import dev.limbeck.expression.Condition;
import dev.limbeck.expression.ExpressionForm.Reading;
import dev.limbeck.expression.OwnColumns;
import dev.limbeck.expression.SchemaTexts;
import dev.limbeck.expression.SqlType;
import dev.limbeck.expression.TypeNames;
import dev.limbeck.postgres.type.PostgresTypeNames;
import dev.limbeck.postgres.type.PostgresTypeSystem;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Brings the texts inside the definitions of one schema to normal form. */
public final class PostgresTexts {
    private static final TypeNames TYPES =
            new TypeNames() {
                @Override
                public SqlType nameOf(ColumnType type) {
                    return PostgresTypeNames.of(type);
                }

                @Override
                public Optional<ColumnType> typeOf(SqlType name) {
                    return PostgresTypeNames.columnType(name);
                }
            };

    private final SchemaTexts texts;

    public PostgresTexts(Schema schema) {
        this.texts =
                new SchemaTexts(
                        schema,
                        PostgresGrammar.GRAMMAR,
                        new PostgresTypeSystem(schema),
                        TYPES,
                        new PostgresRelations(schema),
                        UnaryOperator.identity());
    }

    /** Returns what knows nothing of this dialect but its grammar and types. */
    SchemaTexts texts() {
        return texts;
    }

    /** Returns what an expression of a relation's definition can name. */
    OwnColumns columnsOf(Relation relation) {
        return texts.columnsOf(relation);
    }

    Expression condition(Expression text, OwnColumns columns) {
        return texts.condition(text, text.source(), columns);
    }

    Expression value(Expression text, OwnColumns columns, Optional<ColumnType> target) {
        return texts.value(text, text.source(), columns, target);
    }

    /** Returns the name an expression has as part of an index. */
    static String columnName(Expression text) {
        return ColumnNames.ofIndexed(text.source(), PostgresGrammar.GRAMMAR).orElse("expr");
    }

    /** Returns what an expression is, for questions beyond its text. */
    public Reading reading(Expression text, OwnColumns columns) {
        return texts.reading(text.source(), columns);
    }

    /** Returns the logic of a predicate over the rows of a relation. */
    public Condition logic(Expression predicate, Relation relation) {
        return texts.logic(predicate.source(), relation);
    }

    /** Returns whether an expression is understood, not merely kept as it is written. */
    public static boolean isUnderstood(Reading reading) {
        return !reading.canonical().startsWith("{");
    }

    /** Returns a query with its canonical text, its references and the names of its columns. */
    public Query query(Query query) {
        return texts.query(query);
    }
}
