package dev.limbeck.oracle.normal;

import dev.limbeck.expression.Condition;
import dev.limbeck.expression.OwnColumns;
import dev.limbeck.expression.SchemaRelations;
import dev.limbeck.expression.SchemaTexts;
import dev.limbeck.expression.SqlType;
import dev.limbeck.expression.TypeNames;
import dev.limbeck.expression.TypeSystem;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Brings the texts inside the definitions of one schema to normal form. */
final class OracleTexts {
    private final SchemaTexts texts;

    OracleTexts(Schema schema) {
        TypeNames types = type -> SqlType.UNDETERMINED;
        this.texts =
                new SchemaTexts(
                        schema,
                        OracleGrammar.GRAMMAR,
                        TypeSystem.unknown(),
                        types,
                        new SchemaRelations(schema, types, UnaryOperator.identity()),
                        UnaryOperator.identity());
    }

    /** Returns what an expression of a relation's definition can name. */
    OwnColumns columnsOf(Relation relation) {
        return texts.columnsOf(relation);
    }

    Expression condition(Expression text, OwnColumns columns) {
        return texts.condition(text, text.source(), columns);
    }

    Expression value(Expression text, OwnColumns columns) {
        return texts.value(text, text.source(), columns, Optional.empty());
    }

    /** The catalog gives the names before a query apart from it, as those of its columns. */
    Query query(Query query) {
        return texts.named(query);
    }

    /** Returns the logic of a predicate over the rows of a relation. */
    Condition logic(Expression predicate, Relation relation) {
        return texts.logic(predicate.source(), relation);
    }

    /** Makes white space uniform: the server keeps programs as they are written. */
    static Expression body(Expression text) {
        return text.withCanonical(OracleText.spaced(text.source()));
    }
}
