package dev.limbeck.mysql;

import dev.limbeck.config.StoredLogin;
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
import dev.limbeck.mysql.server.Flavor;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLexicon;
import dev.limbeck.mysql.text.MySqlSyntax;
import dev.limbeck.sql.SqlLexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is peculiar to MySQL and MariaDB. Their DDL commits, so no script is ever held in a
 * transaction.
 */
public final class MySqlDialect implements Dialect {
    private static final String MARIADB_URL = "jdbc:mariadb:";

    @Override
    public String id() {
        return Flavor.MYSQL.id();
    }

    @Override
    public List<String> names() {
        return List.of(Flavor.MYSQL.id(), Flavor.MARIADB.id());
    }

    @Override
    public List<String> variants(DatabaseProduct product) {
        return ServerVersion.of(product).flavor().variants();
    }

    @Override
    public boolean acceptsUrl(String url) {
        return url.startsWith("jdbc:mysql:")
                || url.startsWith("jdbc:mysql+srv:")
                || url.startsWith(MARIADB_URL);
    }

    @Override
    public String exampleUrl() {
        return "jdbc:mysql://localhost:3306/app";
    }

    /** The property that both drivers send to the server as the session's attributes. */
    @Override
    public Map<String, String> introduction() {
        return Map.of("connectionAttributes", "program_name:limbeck");
    }

    /** Neither driver reads the option file of the servers' own clients. */
    @Override
    public Optional<StoredLogin> storedLogin(Path home) throws IOException {
        Path file = home.resolve(".my.cnf");
        return Files.exists(file)
                ? MySqlOptionFile.read(Files.readAllLines(file))
                : Optional.empty();
    }

    @Override
    public boolean accepts(DatabaseProduct product) {
        return product.name().equals("MySQL") || product.name().equals("MariaDB");
    }

    @Override
    public DatabaseProduct presumed(String url) {
        return presumedOf(url.startsWith(MARIADB_URL) ? Flavor.MARIADB.id() : id());
    }

    @Override
    public DatabaseProduct presumedOf(String name) {
        return name.equals(Flavor.MARIADB.id())
                ? new DatabaseProduct("MariaDB", "11.8.0-MariaDB", 11, 8)
                : new DatabaseProduct("MySQL", "9.7.0", 9, 7);
    }

    @Override
    public SqlLexicon lexicon() {
        return MySqlLexicon.LEXICON;
    }

    @Override
    public SyntaxProfile syntax() {
        return MySqlSyntax.PROFILE;
    }

    @Override
    public Identifiers identifiers() {
        return MySqlIdentifiers.INSTANCE;
    }

    @Override
    public Set<Capability> capabilities(DatabaseProduct product) {
        return Set.of(
                Capability.SESSION_LOCK, Capability.LOCK_TIMEOUT, Capability.STATEMENT_TIMEOUT);
    }

    /** Names and texts hold any character, and a revision is its exact letters. */
    @Override
    public String ledgerType(LedgerType type) {
        return switch (type) {
            case REVISION -> "varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
            case NAME -> "varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
            case TEXT -> "longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
            case NUMBER -> "bigint";
            case TIMESTAMP -> "datetime(6)";
        };
    }

    @Override
    public MigrationLock lock(Connection work, ConnectionSource further, LockKey key) {
        return MySqlLock.of(work, key);
    }

    @Override
    public ServerError describe(SQLException error, String sent) {
        return MySqlErrors.describe(error, sent);
    }

    @Override
    public Optional<MissingName> missingName(SQLException error) {
        return MySqlErrors.missingName(error);
    }

    @Override
    public String session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CONNECTION_ID()")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public ServerSessions sessions(Connection connection) throws SQLException {
        return MySqlServerSessions.of(connection);
    }

    @Override
    public SessionState remember(Connection connection) throws SQLException {
        return MySqlSessionState.of(connection);
    }

    @Override
    public List<String> limit(SessionLimits limits) {
        return MySqlLimits.statements(limits);
    }

    @Override
    public List<String> limitUnlessSet(Duration lockTimeout) {
        return MySqlLimits.unlessSet(lockTimeout);
    }

    @Override
    public OfflineStyle offlineStyle() {
        return MySqlClientStyle.INSTANCE;
    }

    @Override
    public Optional<SchemaSupport> schemas(DatabaseProduct product) {
        return Optional.of(MySqlSchemas.of(product));
    }
}
