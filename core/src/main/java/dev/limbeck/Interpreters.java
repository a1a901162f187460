package dev.limbeck;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.ScriptInterpreter;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;

/** Where interpreters come from. */
final class Interpreters {
    private Interpreters() {}

    static SchemaDialect seenThrough(Dialect dialect, DatabaseProduct product) {
        ScriptInterpreter interpreter =
                (before, statement, shown) -> {
                    throw new UnsupportedOperationException("interpreting " + dialect.id());
                };
        return new SchemaDialect(
                dialect, product, SchemaDialect.support(dialect, product), interpreter);
    }
}
