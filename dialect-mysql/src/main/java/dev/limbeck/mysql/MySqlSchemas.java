package dev.limbeck.mysql;

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
import dev.limbeck.mysql.catalog.MySqlIntrospector;
import dev.limbeck.mysql.change.MySqlChangeRules;
import dev.limbeck.mysql.change.ViewTexts;
import dev.limbeck.mysql.ddl.MySqlDdlReader;
import dev.limbeck.mysql.normal.MySqlNormalizer;
import dev.limbeck.mysql.normal.MySqlPartNames;
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
import java.util.Set;

/** What MySQL and MariaDB know of schemas: the two flavors and their versions. */
final class MySqlSchemas implements SchemaSupport {
    private final ServerSettings settings;
    private final SchemaRules rules;

    private MySqlSchemas(ServerSettings settings) {
        this.settings = settings;
        this.rules =
                new SchemaRules(
                        names(settings.version()),
                        ViewTexts.rewriter(),
                        new MySqlPartNames(settings.version())::renamed);
    }

    /** Checks have names of their own in each table of MariaDB. */
    private static NameScopes names(ServerVersion server) {
        return new NameScopes(
                EnumSet.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.SEQUENCE),
                EnumSet.noneOf(ObjectKind.class),
                NameScopes.Scope.RELATION,
                NameScopes.Scope.SCHEMA,
                server.isMariaDb() ? NameScopes.Scope.RELATION : NameScopes.Scope.SCHEMA,
                NameScopes.Scope.SCHEMA,
                true);
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
        return new DiffOptions(rules, new MySqlChangeRules(settings.version()));
    }

    @Override
    public SchemaNormalizer normalizer() {
        return new MySqlNormalizer(settings);
    }

    @Override
    public DdlReader ddl() {
        return new MySqlDdlReader(rules, settings);
    }

    @Override
    public SqlRenderer renderer() {
        return new MySqlRenderer(settings.version(), rules, settings.collation());
    }

    @Override
    public Introspector introspector(Connection connection) {
        return new MySqlIntrospector(connection, settings.version());
    }

    @Override
    public Optional<SpellingProbe> spellingProbe(Connection connection) {
        return Optional.of(new MySqlSpellingProbe(connection));
    }

    @Override
    public Optional<PredicateReader> predicates() {
        return Optional.of(new MySqlPredicates());
    }

    @Override
    public NeutralForms neutral() {
        return new MySqlNeutralForms();
    }

    @Override
    public QueryFacts queries() {
        return new QueryFacts(
                Set.of("information_schema", "mysql", "performance_schema", "sys"),
                Set.of("dual", "DUAL"),
                // what a call names that cuts or converts texts
                Set.of("UTC_DATE", "UTC_TIME", "UTC_TIMESTAMP", "BINARY", "ROWNUM"),
                QueryFacts.Conversion.ANYTHING,
                QueryFacts.Omission.NOTHING);
    }

    @Override
    public Privileges privileges(Connection connection) {
        return new MySqlPrivileges(connection);
    }
}
