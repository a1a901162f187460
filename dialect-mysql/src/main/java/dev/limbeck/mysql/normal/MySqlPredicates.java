package dev.limbeck.mysql.normal;

import dev.limbeck.dialect.PredicateReader;
import dev.limbeck.expression.Condition;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;

/** Takes checks apart for proofs that two of them are one. */
public final class MySqlPredicates implements PredicateReader {
    @Override
    public Condition read(Schema schema, Relation relation, Expression predicate) {
        return new MySqlTexts(schema).logic(predicate, relation);
    }
}
