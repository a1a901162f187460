package dev.limbeck.postgres;

import dev.limbeck.ddl.DdlReader;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Introspector;
import dev.limbeck.dialect.PredicateReader;
import dev.limbeck.dialect.Privileges;
import dev.limbeck.dialect.QueryFacts;
import dev.limbeck.dialect.SchemaNormalizer;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.dialect.SpellingProbe;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.DiffOptions;
import dev.limbeck.neutral.NeutralForms;
import dev.limbeck.postgres.catalog.PostgresIntrospector;
import dev.limbeck.postgres.ddl.PostgresDdlReader;
import dev.limbeck.postgres.normal.PostgresNormalizer;
import dev.limbeck.postgres.normal.PostgresPartNames;
import dev.limbeck.postgres.normal.PostgresRenames;
import dev.limbeck.postgres.normal.PostgresTexts;
import dev.limbeck.postgres.render.PostgresRenderer;
import dev.limbeck.postgres.rules.PostgresChangeRules;
import dev.limbeck.postgres.type.PostgresNeutralForms;
import dev.limbeck.schema.NameScopes;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.SchemaRules;
import java.sql.Connection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL knows of schemas, by the version of the server. */
record PostgresSchemas(DatabaseProduct product) implements SchemaSupport {
    @Override
    public DiffOptions diffOptions() {
        NameScopes names =
                new NameScopes(
                        EnumSet.of(
                                ObjectKind.TABLE,
                                ObjectKind.VIEW,
                                ObjectKind.MATERIALIZED_VIEW,
                                ObjectKind.SEQUENCE,
                                ObjectKind.COMPOSITE_TYPE),
                        EnumSet.of(
                                ObjectKind.ENUM_TYPE,
                                ObjectKind.DOMAIN,
                                ObjectKind.COMPOSITE_TYPE,
                                ObjectKind.TABLE,
                                ObjectKind.VIEW,
                                ObjectKind.MATERIALIZED_VIEW),
                        NameScopes.Scope.RELATION_NAMES,
                        NameScopes.Scope.RELATION,
                        NameScopes.Scope.RELATION,
                        true);
        return new DiffOptions(
                new SchemaRules(names, PostgresRenames.rewriter(product.major())),
                new PostgresChangeRules(product.major()));
    }

    @Override
    public SchemaNormalizer normalizer() {
        return new PostgresNormalizer(product);
    }

    @Override
    public DdlReader ddl() {
        return new PostgresDdlReader(
                product.major(), diffOptions(), new PostgresPartNames(product));
    }

    @Override
    public SqlRenderer renderer() {
        return new PostgresRenderer(product.major());
    }

    @Override
    public Introspector introspector(Connection connection) {
        return new PostgresIntrospector(connection, product.major());
    }

    @Override
    public Optional<SpellingProbe> spellingProbe(Connection connection) {
        return Optional.of(new PostgresSpellingProbe(connection, renderer()));
    }

    @Override
    public Optional<PredicateReader> predicates() {
        return Optional.of(
                (schema, relation, predicate) ->
                        new PostgresTexts(schema).logic(predicate, relation));
    }

    @Override
    public NeutralForms neutral() {
        return new PostgresNeutralForms();
    }

    @Override
    public QueryFacts queries() {
        return new QueryFacts(
                Set.of("information_schema", "pg_catalog", "pg_toast", "pg_temp"),
                // of PostGIS are those without pg_
                Set.of("pg_*", "spatial_ref_sys", "geometry_columns", "geography_columns"),
                Set.of("CTID", "TABLEOID", "XMIN", "XMAX", "CMIN", "CMAX", "OID"),
                QueryFacts.Conversion.WITHIN_KINDS,
                QueryFacts.Omission.LAST_COLUMNS);
    }

    @Override
    public Privileges privileges(Connection connection) {
        return new PostgresPrivileges(connection);
    }
}
