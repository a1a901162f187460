package dev.limbeck.config;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to connect, as far as the configuration says.
 *
 * <p>Commands that need no database must not fail because a secret is not at hand: what only a
 * connection needs is checked and fetched by {@link #connection}.
 *
 * @param url JDBC URL as written; may hold a password, so show {@link #maskedUrl()}
 * @param user database user
 * @param password where its password comes from
 * @param folder what a relative file in the URL is relative to
 * @param problems what is missing, such as an unset environment variable; empty: all is there
 */
public record DatabaseConfig(
        Optional<String> url,
        Optional<String> user,
        PasswordSource password,
        Path folder,
        List<Diagnostic> problems) {
    public DatabaseConfig {
        problems = List.copyOf(problems);
    }

    /** Returns a configuration that names no database. */
    public static DatabaseConfig none(Path folder) {
        return new DatabaseConfig(
                Optional.empty(), Optional.empty(), PasswordSource.NONE, folder, List.of());
    }

    /** Returns the configuration of a URL that needs no user and no password. */
    public static DatabaseConfig ofUrl(String url, Path folder) {
        return new DatabaseConfig(
                Optional.of(url), Optional.empty(), PasswordSource.NONE, folder, List.of());
    }

    /** Returns this configuration with a user and a password. */
    public DatabaseConfig withLogin(String user, Secret password) {
        return new DatabaseConfig(
                url, Optional.of(user), new PasswordSource.Known(password), folder, problems);
    }

    /** Returns this configuration for another database, with the same user and password. */
    public DatabaseConfig withUrl(String other) {
        return new DatabaseConfig(Optional.of(other), user, password, folder, problems);
    }

    /**
     * Returns all a driver needs; fetches the password. Throws {@code ConfigException} where
     * something is missing.
     */
    public ConnectionSettings connection(CommandRunner commands) {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        if (url.isEmpty()) {
            throw new ConfigException(
                    Diagnostic.error(ErrorCode.DATABASE_NOT_CONFIGURED, "no database is configured")
                            .withHint(
                                    "write 'url' under [database], set "
                                            + ConfigRequest.URL_VARIABLE
                                            + ", or give --url"));
        }
        return new ConnectionSettings(url.get(), user, password.read(commands), folder);
    }

    /** Returns the URL with every password in it masked. */
    public Optional<String> maskedUrl() {
        return url.map(Secrets::maskUrl);
    }

    @Override
    public String toString() {
        return "DatabaseConfig[url="
                + maskedUrl()
                + ", user="
                + user
                + ", password="
                + password
                + "]";
    }
}
