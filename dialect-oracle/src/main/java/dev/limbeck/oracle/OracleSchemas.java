package dev.limbeck.oracle;

import dev.limbeck.ddl.DdlReader;
import dev.limbeck.dialect.Introspector;
import dev.limbeck.dialect.PredicateReader;
import dev.limbeck.dialect.QueryFacts;
import dev.limbeck.dialect.SchemaNormalizer;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.DiffOptions;
import dev.limbeck.oracle.catalog.OracleIntrospector;
import dev.limbeck.oracle.change.OracleChangeRules;
import dev.limbeck.oracle.change.ViewTexts;
import dev.limbeck.oracle.ddl.OracleDdlReader;
import dev.limbeck.oracle.normal.OracleNormalizer;
import dev.limbeck.oracle.normal.OraclePredicates;
import dev.limbeck.oracle.render.OracleRenderer;
import dev.limbeck.oracle.server.OracleSettings;
import dev.limbeck.oracle.server.OracleVersion;
import dev.limbeck.schema.NameScopes;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.SchemaRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What Oracle knows of schemas.
 *
 * @param settings the release, and what its session leaves open definitions to mean
 */
record OracleSchemas(OracleSettings settings) implements SchemaSupport {
    private static final NameScopes NAMES =
            new NameScopes(
                    EnumSet.of(
                            ObjectKind.TABLE,
                            ObjectKind.VIEW,
                            ObjectKind.MATERIALIZED_VIEW,
                            ObjectKind.SEQUENCE,
                            ObjectKind.SYNONYM,
                            ObjectKind.ROUTINE),
                    EnumSet.noneOf(ObjectKind.class),
                    NameScopes.Scope.SCHEMA,
                    NameScopes.Scope.SCHEMA,
                    NameScopes.Scope.SCHEMA,
                    false);

    private static final SchemaRules RULES = new SchemaRules(NAMES, ViewTexts.rewriter());

    /** Returns what is known of a release. */
    static OracleSchemas of(OracleVersion version) {
        return new OracleSchemas(OracleSettings.usual(version));
    }

    @Override
    public SchemaSupport on(Connection connection) throws SQLException {
        return new OracleSchemas(OracleSettings.of(settings.version(), connection));
    }

    @Override
    public DiffOptions diffOptions() {
        return new DiffOptions(RULES, new OracleChangeRules());
    }

    @Override
    public SchemaNormalizer normalizer() {
        return new OracleNormalizer(settings);
    }

    @Override
    public DdlReader ddl() {
        return new OracleDdlReader(RULES);
    }

    @Override
    public SqlRenderer renderer() {
        return new OracleRenderer(settings.version(), RULES);
    }

    @Override
    public QueryFacts queries() {
        return new QueryFacts(
                Set.of("SYS", "SYSTEM", "XDB", "MDSYS", "CTXSYS"),
                Set.of(
                        "ALL_*",
                        "DBA_*",
                        "USER_*",
                        "CDB_*",
                        "V$*",
                        "GV$*",
                        "DUAL",
                        "TAB",
                        "CAT",
                        "DICT",
                        "DICTIONARY",
                        "SESSION_PRIVS",
                        "SESSION_ROLES",
                        "NLS_*",
                        "DATABASE_PROPERTIES",
                        "PLAN_TABLE"),
                Set.of(
                        "ROWNUM",
                        "ROWID",
                        "LEVEL",
                        "SYSDATE",
                        "SYSTIMESTAMP",
                        "UID",
                        "ORA_ROWSCN",
                        "CONNECT_BY_ISLEAF",
                        "CONNECT_BY_ISCYCLE",
                        "SESSIONTIMEZONE",
                        "DBTIMEZONE",
                        "COLUMN_VALUE",
                        "OBJECT_VALUE",
                        "SQLCODE",
                        "SQLERRM"),
                QueryFacts.Conversion.TEXTS,
                QueryFacts.Omission.NOTHING);
    }

    @Override
    public Introspector introspector(Connection connection) {
        return new OracleIntrospector(connection, settings.version(), new OracleDdlReader(RULES));
    }

    @Override
    public Optional<PredicateReader> predicates() {
        return Optional.of(new OraclePredicates());
    }
}
