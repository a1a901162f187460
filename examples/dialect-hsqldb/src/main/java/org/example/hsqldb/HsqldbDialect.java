package org.example.hsqldb;

import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.ConnectionSource;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Identifiers;
import dev.limbeck.dialect.LeaseLock;
import dev.limbeck.dialect.LedgerType;
import dev.limbeck.dialect.LockKey;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.dialect.OfflineStyle;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.SessionLimits;
import dev.limbeck.dialect.SessionState;
import dev.limbeck.sql.LexicalFeature;
import dev.limbeck.sql.SqlLexicon;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What is peculiar to HSQLDB. Its DDL commits, and its sessions can hold no lock of their own. */
public final class HsqldbDialect implements Dialect {
    private static final String ID = "hsqldb";

    /** How long a lease lasts that nobody renews. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final SqlLexicon LEXICON =
            SqlLexicon.standard(ID)
                    .with(
                            LexicalFeature.UNICODE_STRINGS,
                            LexicalFeature.DOLLAR_IN_WORDS,
                            LexicalFeature.QUESTION_MARK_PARAMETERS);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean acceptsUrl(String url) {
        return url.startsWith("jdbc:hsqldb:");
    }

    @Override
    public String exampleUrl() {
        return "jdbc:hsqldb:file:./.limbeck/app";
    }

    @Override
    public boolean accepts(DatabaseProduct product) {
        return product.name().equals("HSQL Database Engine");
    }

    @Override
    public DatabaseProduct presumed(String url) {
        return new DatabaseProduct("HSQL Database Engine", "2.7.4", 2, 7);
    }

    @Override
    public SqlLexicon lexicon() {
        return LEXICON;
    }

    @Override
    public Identifiers identifiers() {
        return HsqldbIdentifiers.INSTANCE;
    }

    @Override
    public Set<Capability> capabilities(DatabaseProduct product) {
        return Set.of();
    }

    @Override
    public String ledgerType(LedgerType type) {
        return switch (type) {
            case REVISION -> "varchar(32)";
            case NAME -> "varchar(255)";
            case TEXT -> "longvarchar";
            case NUMBER -> "bigint";
            case TIMESTAMP -> "timestamp(6)";
        };
    }

    @Override
    public MigrationLock lock(Connection work, ConnectionSource further, LockKey key)
            throws SQLException {
        String owner = work.getMetaData().getUserName();
        return new LeaseLock(new HsqldbLeases(key.schema()), further, key, owner, LEASE);
    }

    @Override
    public Set<String> ownTables() {
        return Set.of(HsqldbLeases.TABLE);
    }

    @Override
    public ServerError describe(SQLException error, String sent) {
        return HsqldbErrors.describe(error, sent);
    }

    @Override
    public String session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("CALL SESSION_ID()")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public SessionState remember(Connection connection) throws SQLException {
        return HsqldbSession.of(connection);
    }

    /** HSQLDB limits neither waiting nor running by a statement. */
    @Override
    public List<String> limit(SessionLimits limits) {
        return List.of();
    }

    @Override
    public OfflineStyle offlineStyle() {
        return SqlToolStyle.INSTANCE;
    }
}
