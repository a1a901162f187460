package dev.limbeck.mysql;

import dev.limbeck.ddl.DdlReader;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Introspector;
import dev.limbeck.dialect.PredicateReader;
import dev.limbeck.dialect.SchemaNormalizer;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.DiffOptions;
import dev.limbeck.mysql.catalog.MySqlIntrospector;
import dev.limbeck.mysql.change.MySqlChangeRules;
import dev.limbeck.mysql.change.ViewTexts;
import dev.limbeck.mysql.ddl.MySqlDdlReader;
import dev.limbeck.mysql.normal.MySqlNormalizer;
import dev.limbeck.mysql.normal.MySqlPredicates;
import dev.limbeck.mysql.render.MySqlRenderer;
import dev.limbeck.mysql.server.ServerSettings;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.type.Collations;
import dev.limbeck.mysql.type.MySqlNeutralForms;
import dev.limbeck.neutral.NeutralForms;
import dev.limbeck.schema.NameScopes;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.SchemaRules;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;

/** What MySQL and MariaDB know of schemas: the two flavors and their versions. */
final class MySqlSchemas implements SchemaSupport {
    private static final NameScopes NAMES =
            new NameScopes(
                    EnumSet.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.SEQUENCE),
                    EnumSet.noneOf(ObjectKind.class),
                    NameScopes.Scope.RELATION,
                    NameScopes.Scope.SCHEMA,
                    NameScopes.Scope.SCHEMA,
                    true);

    private static final SchemaRules RULES = new SchemaRules(NAMES, ViewTexts.rewriter());

    private final ServerSettings settings;

    private MySqlSchemas(ServerSettings settings) {
        this.settings = settings;
    }

    /** Returns what is known of a server by its version alone. */
    static MySqlSchemas of(DatabaseProduct product) {
        ServerVersion version = ServerVersion.of(product);
        return new MySqlSchemas(new ServerSettings(version, Collations.ofServer(version), 0));
    }

    @Override
    public SchemaSupport on(Connection connection) throws SQLException {
        return new MySqlSchemas(ServerSettings.of(settings.version(), connection));
    }

    @Override
    public DiffOptions diffOptions() {
        return new DiffOptions(RULES, new MySqlChangeRules(settings.version()));
    }

    @Override
    public SchemaNormalizer normalizer() {
        return new MySqlNormalizer(settings);
    }

    @Override
    public DdlReader ddl() {
        return new MySqlDdlReader(RULES, settings);
    }

    @Override
    public SqlRenderer renderer() {
        return new MySqlRenderer(settings.version(), RULES, settings.collation());
    }

    @Override
    public Introspector introspector(Connection connection) {
        return new MySqlIntrospector(connection, settings.version());
    }

    @Override
    public Optional<PredicateReader> predicates() {
        return Optional.of(new MySqlPredicates());
    }

    @Override
    public NeutralForms neutral() {
        return new MySqlNeutralForms();
    }
}
