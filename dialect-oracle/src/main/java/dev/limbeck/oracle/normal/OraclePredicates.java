package dev.limbeck.oracle.normal;

import dev.limbeck.dialect.PredicateReader;
import dev.limbeck.expression.Condition;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;

/** Takes checks apart for proofs that two of them are one. */
public final class OraclePredicates implements PredicateReader {
    @Override
    public Condition read(Schema schema, Relation relation, Expression predicate) {
        return new OracleTexts(schema).logic(predicate, relation);
    }
}
