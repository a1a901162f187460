package dev.limbeck.oracle;

import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.ConnectionSource;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Identifiers;
import dev.limbeck.dialect.LedgerType;
import dev.limbeck.dialect.LockKey;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.dialect.MissingName;
import dev.limbeck.dialect.OfflineStyle;
import dev.limbeck.dialect.Recovery;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.SessionLimits;
import dev.limbeck.dialect.SessionState;
import dev.limbeck.dialect.SyntaxProfile;
import dev.limbeck.oracle.server.OracleVersion;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleLexicon;
import dev.limbeck.oracle.text.OracleSyntax;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is peculiar to Oracle. Its DDL commits, so no script is ever held in a transaction. */
public final class OracleDialect implements Dialect {
    private static final String ID = "oracle";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean acceptsUrl(String url) {
        return url.startsWith("jdbc:oracle:");
    }

    @Override
    public String exampleUrl() {
        return "jdbc:oracle:thin:@//localhost:1521/FREEPDB1";
    }

    /** What {@code V$SESSION.PROGRAM} shows. */
    @Override
    public Map<String, String> introduction() {
        return Map.of("v$session.program", "limbeck");
    }

    @Override
    public boolean accepts(DatabaseProduct product) {
        return product.name().equals("Oracle");
    }

    @Override
    public DatabaseProduct presumed(String url) {
        return new DatabaseProduct("Oracle", "23.0.0.0.0", 23, 0);
    }

    @Override
    public SqlLexicon lexicon() {
        return OracleLexicon.LEXICON;
    }

    @Override
    public SyntaxProfile syntax() {
        return OracleSyntax.PROFILE;
    }

    @Override
    public Identifiers identifiers() {
        return OracleIdentifiers.INSTANCE;
    }

    /** Whether a session may hold a lock is up to a grant; without it a lease stands in. */
    @Override
    public Set<Capability> capabilities(DatabaseProduct product) {
        return Set.of(
                Capability.SESSION_LOCK, Capability.LOCK_TIMEOUT, Capability.STATEMENT_TIMEOUT);
    }

    @Override
    public String ledgerType(LedgerType type) {
        return switch (type) {
            case REVISION -> "varchar2(32 CHAR)";
            case NAME -> "varchar2(255 CHAR)";
            case TEXT -> "clob";
            case NUMBER -> "number(19)";
            case TIMESTAMP -> "timestamp(6)";
        };
    }

    @Override
    public MigrationLock lock(Connection work, ConnectionSource further, LockKey key)
            throws SQLException {
        return OracleLock.of(work, further, key);
    }

    /** {@code ALTER SESSION} alters nothing but the session. */
    @Override
    public Recovery recovery(List<SqlToken> statement, DatabaseProduct product) {
        boolean session =
                statement.size() > 1
                        && statement.get(0).is("ALTER")
                        && statement.get(1).is("SESSION");
        return session ? Recovery.SESSION : Recovery.usual(statement, false);
    }

    @Override
    public void confirm(Connection connection, String sent) throws SQLException {
        Optional<CompiledUnit> unit = CompiledUnit.madeBy(sent);
        if (unit.isPresent()) {
            unit.get().confirm(connection);
        }
    }

    @Override
    public ServerError describe(SQLException error, String sent) {
        return OracleErrors.describe(error, sent);
    }

    @Override
    public Optional<MissingName> missingName(SQLException error) {
        return OracleErrors.missingName(error);
    }

    @Override
    public String session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT SYS_CONTEXT('USERENV', 'SESSIONID') FROM dual")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public SessionState remember(Connection connection) throws SQLException {
        return OracleSessionState.of(connection);
    }

    @Override
    public List<String> limit(SessionLimits limits) {
        return OracleLimits.statements(limits);
    }

    @Override
    public List<String> limitUnlessSet(Duration lockTimeout) {
        return OracleLimits.unlessSet(lockTimeout);
    }

    @Override
    public boolean driverLimitsStatements() {
        return true;
    }

    @Override
    public OfflineStyle offlineStyle() {
        return SqlPlusStyle.INSTANCE;
    }

    @Override
    public Set<String> ownTables() {
        return Set.of(OracleLeases.TABLE);
    }

    @Override
    public Optional<SchemaSupport> schemas(DatabaseProduct product) {
        return Optional.of(OracleSchemas.of(OracleVersion.of(product)));
    }
}
