package dev.limbeck.dialect;

import dev.limbeck.expression.Condition;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;

/** Takes predicates of a schema apart into their logic. */
public interface PredicateReader {
    /**
     * Returns the logic of a predicate.
     *
     * @param schema the schema it is part of
     * @param relation the relation whose columns it names
     */
    Condition read(Schema schema, Relation relation, Expression predicate);
}
