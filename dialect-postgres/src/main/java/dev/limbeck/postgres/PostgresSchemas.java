package dev.limbeck.postgres;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Introspector;
import dev.limbeck.dialect.SchemaNormalizer;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.DiffOptions;
import java.sql.Connection;

/** What PostgreSQL knows of schemas, by the version of the server. */
final class PostgresSchemas implements SchemaSupport {
    private final DatabaseProduct product;

    PostgresSchemas(DatabaseProduct product) {
        this.product = product;
    }

    @Override
    public DiffOptions diffOptions() {
        throw new UnsupportedOperationException("rules for " + product.version());
    }

    @Override
    public SchemaNormalizer normalizer() {
        throw new UnsupportedOperationException("normal forms for " + product.version());
    }

    @Override
    public SqlRenderer renderer() {
        throw new UnsupportedOperationException("SQL for " + product.version());
    }

    @Override
    public Introspector introspector(Connection connection) {
        throw new UnsupportedOperationException("reading " + product.version());
    }
}
