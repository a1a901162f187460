package dev.limbeck.postgres;

import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.ConnectionSource;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Identifiers;
import dev.limbeck.dialect.InlineDataLoader;
import dev.limbeck.dialect.LedgerType;
import dev.limbeck.dialect.LockKey;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.dialect.MissingName;
import dev.limbeck.dialect.OfflineStyle;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerSessions;
import dev.limbeck.dialect.SessionLimits;
import dev.limbeck.dialect.SessionState;
import dev.limbeck.dialect.SyntaxProfile;
import dev.limbeck.dialect.TransactionRefusal;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.text.PostgresSyntax;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGConnection;

/** What is peculiar to PostgreSQL. */
public final class PostgresDialect implements Dialect {
    private static final String ID = "postgres";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean acceptsUrl(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    @Override
    public String exampleUrl() {
        return "jdbc:postgresql://localhost:5432/app";
    }

    @Override
    public Map<String, String> introduction() {
        return Map.of("ApplicationName", "limbeck");
    }

    @Override
    public boolean accepts(DatabaseProduct product) {
        return product.name().equals("PostgreSQL");
    }

    @Override
    public DatabaseProduct presumed(String url) {
        return new DatabaseProduct("PostgreSQL", "18", 18, 0);
    }

    @Override
    public SqlLexicon lexicon() {
        return PostgresLexicon.LEXICON;
    }

    @Override
    public SyntaxProfile syntax() {
        return PostgresSyntax.PROFILE;
    }

    @Override
    public Identifiers identifiers() {
        return PostgresIdentifiers.INSTANCE;
    }

    @Override
    public Set<Capability> capabilities(DatabaseProduct product) {
        return Set.of(
                Capability.TRANSACTIONAL_DDL,
                Capability.SESSION_LOCK,
                Capability.LOCK_TIMEOUT,
                Capability.STATEMENT_TIMEOUT,
                Capability.INLINE_COPY_DATA,
                Capability.LIVE_NOTICES,
                Capability.PIPELINED_BATCHES);
    }

    @Override
    public String ledgerType(LedgerType type) {
        return switch (type) {
            case REVISION -> "varchar(32)";
            case NAME -> "varchar(255)";
            case TEXT -> "text";
            case NUMBER -> "bigint";
            case TIMESTAMP -> "timestamp(6)";
        };
    }

    @Override
    public MigrationLock lock(Connection work, ConnectionSource further, LockKey key) {
        return PostgresLock.of(work, key);
    }

    @Override
    public Optional<TransactionRefusal> refusesTransaction(
            List<SqlToken> statement, DatabaseProduct product) {
        return TransactionRules.refusal(statement, product.major());
    }

    @Override
    public ServerError describe(SQLException error, String sent) {
        return PostgresErrors.describe(error, sent);
    }

    @Override
    public Optional<MissingName> missingName(SQLException error) {
        return PostgresErrors.missingName(error);
    }

    @Override
    public Optional<InlineDataLoader> inlineDataLoader() {
        return Optional.of(new PostgresCopy());
    }

    @Override
    public String session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public Optional<String> announcedSession(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class)
                ? Optional.of(String.valueOf(connection.unwrap(PGConnection.class).getBackendPID()))
                : Optional.empty();
    }

    @Override
    public ServerSessions sessions(Connection connection) {
        return PostgresServerSessions.of(connection);
    }

    @Override
    public SessionState remember(Connection connection) throws SQLException {
        return PostgresSessionState.of(connection);
    }

    @Override
    public List<String> limit(SessionLimits limits) {
        var statements = new ArrayList<String>();
        limits.lockTimeout()
                .ifPresent(time -> statements.add("SET lock_timeout = " + time.toMillis()));
        limits.statementTimeout()
                .ifPresent(time -> statements.add("SET statement_timeout = " + time.toMillis()));
        return List.copyOf(statements);
    }

    @Override
    public List<String> limitUnlessSet(Duration lockTimeout) {
        return List.of(
                "SELECT pg_catalog.set_config('lock_timeout', '"
                        + lockTimeout.toMillis()
                        + "', false) WHERE pg_catalog.current_setting('lock_timeout') = '0'");
    }

    /** It holds a lock that lets others read and write, and waits for them to end. */
    @Override
    public boolean waitsHarmlessly(String statement) {
        return TransactionRules.isConcurrent(statement);
    }

    @Override
    public OfflineStyle offlineStyle() {
        return PsqlStyle.INSTANCE;
    }

    @Override
    public Optional<SchemaSupport> schemas(DatabaseProduct product) {
        return Optional.of(new PostgresSchemas(product));
    }
}
