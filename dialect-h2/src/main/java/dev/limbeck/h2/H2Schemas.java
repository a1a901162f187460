package dev.limbeck.h2;

import dev.limbeck.ddl.DdlReader;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Introspector;
import dev.limbeck.dialect.SchemaNormalizer;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.DiffOptions;
import java.sql.Connection;

/** What H2 knows of schemas, by the version of the server. */
final class H2Schemas implements SchemaSupport {
    private final DatabaseProduct product;

    H2Schemas(DatabaseProduct product) {
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
    public DdlReader ddl() {
        throw new UnsupportedOperationException("statements for " + product.version());
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
