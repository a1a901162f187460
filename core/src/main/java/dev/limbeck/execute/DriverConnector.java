package dev.limbeck.execute;

import dev.limbeck.config.ConnectionSettings;
import dev.limbeck.config.Secret;
import dev.limbeck.config.Secrets;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ServerError;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Asks the driver for connections, and tells of failures without telling a password. */
final class DriverConnector implements ConnectionWaiter.Target {
    private final ConnectionSettings settings;
    private final Dialect dialect;

    DriverConnector(ConnectionSettings settings, Dialect dialect) {
        this.settings = namesPassword(settings) ? settings : stored(settings, dialect);
        this.dialect = dialect;
    }

    private static boolean namesPassword(ConnectionSettings settings) {
        return settings.password().isPresent() || !settings.maskedUrl().equals(settings.url());
    }

    /** Without a password of ours, what the database's own clients would use. */
    private static ConnectionSettings stored(ConnectionSettings settings, Dialect dialect) {
        try {
            return dialect.storedLogin(Path.of(System.getProperty("user.home", "")))
                    .map(settings::orElse)
                    .orElse(settings);
        } catch (IOException e) {
            throw new ConfigException(
                    Diagnostic.error(
                                    ErrorCode.PASSWORD_UNREADABLE,
                                    "no password is configured, and the one that the database's"
                                            + " client keeps can't be read: "
                                            + e.getMessage())
                            .withHint("let this user read the file, or configure a password"),
                    e);
        }
    }

    /** Opens a connection. */
    Connection connect() {
        try {
            return attempt();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public Connection attempt() throws SQLException {
        Properties properties = new Properties();
        dialect.introduction().forEach(properties::setProperty);
        settings.user().ifPresent(user -> properties.setProperty("user", user));
        settings.password()
                .ifPresent(password -> properties.setProperty("password", password.reveal()));
        return JdbcDrivers.connect(
                dialect.resolveUrl(settings.url(), settings.folder()), properties);
    }

    /** Its words tell no password. */
    @Override
    public ServerError describe(SQLException error) {
        ServerError said = dialect.describe(error);
        return new ServerError(
                said.kind(),
                masked(said.message()),
                said.place(),
                said.detail().map(this::masked),
                said.hint().map(this::masked).or(() -> advice(said.kind())));
    }

    private static Optional<String> advice(ServerError.Kind kind) {
        return switch (kind) {
            case CONNECTION ->
                    Optional.of(
                            "is the server running, and are host and port right? 'upgrade"
                                    + " --connect-wait 60s' waits for one that is just starting");
            case LOGIN ->
                    Optional.of(
                            "are the user, the password and the database's name right? 'limbeck"
                                    + " doctor' shows what is used");
            default -> Optional.empty();
        };
    }

    @Override
    public DatabaseException failed(SQLException error) {
        ServerError said = describe(error);
        Diagnostic diagnostic =
                Diagnostic.error(
                        ErrorCode.CONNECTION_FAILED,
                        "can't connect to "
                                + settings.maskedUrl()
                                + settings.user().map(user -> " as " + user).orElse("")
                                + ": "
                                + said.message());
        return new DatabaseException(
                said.hint().map(diagnostic::withHint).orElse(diagnostic),
                tellsSecret(error) ? null : error);
    }

    /** Returns whether printing an exception with all its causes would show a password. */
    private boolean tellsSecret(Throwable error) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            String text = String.valueOf(each.getMessage());
            if (!masked(text).equals(text)) {
                return true;
            }
        }
        return false;
    }

    private String masked(String text) {
        String masked = Secrets.mask(text);
        String password = settings.password().map(Secret::reveal).orElse("");
        // As a word of its own: a password 'sa' is not meant by 'message'.
        return password.isEmpty()
                ? masked
                : masked.replaceAll(
                        "(?<!\\p{Alnum})" + Pattern.quote(password) + "(?!\\p{Alnum})", "***");
    }
}
