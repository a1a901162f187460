package dev.limbeck.h2;

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
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerSessions;
import dev.limbeck.dialect.SessionLimits;
import dev.limbeck.dialect.SessionState;
import dev.limbeck.dialect.SyntaxProfile;
import dev.limbeck.h2.text.H2Identifiers;
import dev.limbeck.h2.text.H2Lexicon;
import dev.limbeck.h2.text.H2Syntax;
import dev.limbeck.sql.SqlLexicon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.h2.api.ErrorCode;

/** What is peculiar to H2. Its DDL commits, so no script of it is ever held in a transaction. */
public final class H2Dialect implements Dialect {
    private static final String ID = "h2";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean acceptsUrl(String url) {
        return url.startsWith(H2Url.PREFIX);
    }

    @Override
    public String exampleUrl() {
        return "jdbc:h2:file:./.limbeck/app";
    }

    @Override
    public String resolveUrl(String url, Path folder) {
        return H2Url.withoutVainTrace(H2Url.resolve(url, folder), Files::isWritable);
    }

    @Override
    public boolean accepts(DatabaseProduct product) {
        return product.name().equals("H2");
    }

    @Override
    public DatabaseProduct presumed(String url) {
        return new DatabaseProduct("H2", "2.5", 2, 5);
    }

    @Override
    public SqlLexicon lexicon() {
        return H2Lexicon.LEXICON;
    }

    @Override
    public SyntaxProfile syntax() {
        return H2Syntax.PROFILE;
    }

    @Override
    public Identifiers identifiers() {
        return H2Identifiers.INSTANCE;
    }

    @Override
    public Set<Capability> capabilities(DatabaseProduct product) {
        return Set.of(
                Capability.SESSION_LOCK, Capability.LOCK_TIMEOUT, Capability.STATEMENT_TIMEOUT);
    }

    @Override
    public String ledgerType(LedgerType type) {
        return switch (type) {
            case REVISION -> "varchar(32)";
            case NAME -> "varchar(255)";
            case TEXT -> "character large object";
            case NUMBER -> "bigint";
            case TIMESTAMP -> "timestamp(6)";
        };
    }

    @Override
    public MigrationLock lock(Connection work, ConnectionSource further, LockKey key)
            throws SQLException {
        return H2Lock.of(work, further, key);
    }

    @Override
    public boolean changesHands(String url, SQLException error) {
        return url.toUpperCase(Locale.ROOT).contains(";AUTO_SERVER=TRUE")
                && H2Errors.changesHands(error);
    }

    @Override
    public ServerError describe(SQLException error, String sent) {
        return H2Errors.describe(error, sent);
    }

    @Override
    public Optional<MissingName> missingName(SQLException error) {
        return H2Errors.missingName(error);
    }

    @Override
    public String session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT SESSION_ID()")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public ServerSessions sessions(Connection connection) {
        return H2ServerSessions.of(connection);
    }

    @Override
    public SessionState remember(Connection connection) throws SQLException {
        return H2SessionState.of(connection);
    }

    @Override
    public List<String> limit(SessionLimits limits) {
        var statements = new ArrayList<String>();
        limits.lockTimeout().ifPresent(time -> statements.add("SET LOCK_TIMEOUT " + wait(time)));
        limits.statementTimeout()
                .ifPresent(time -> statements.add("SET QUERY_TIMEOUT " + time.toMillis()));
        return List.copyOf(statements);
    }

    /** Zero means to H2 not to wait at all. */
    private static long wait(Duration time) {
        return time.isZero() ? Integer.MAX_VALUE : Math.min(time.toMillis(), Integer.MAX_VALUE);
    }

    /**
     * H2's writer saves one table after the other while others are being changed, so that a commit
     * may be saved and the one before it not yet. Only an administrator may have all of it written.
     */
    @Override
    public void checkpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCode.ADMIN_RIGHTS_REQUIRED) {
                throw e;
            }
        }
    }

    @Override
    public OfflineStyle offlineStyle() {
        return H2OfflineStyle.INSTANCE;
    }

    @Override
    public Set<String> ownTables() {
        return Set.of(H2Lock.TABLE);
    }

    @Override
    public Optional<SchemaSupport> schemas(DatabaseProduct product) {
        return Optional.of(new H2Schemas());
    }
}
