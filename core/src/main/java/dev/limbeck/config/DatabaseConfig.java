package dev.limbeck.config;

import java.util.Optional;

/**
 * How to connect.
 *
 * @param url JDBC URL, as the driver takes it; may hold a password, so show {@link #maskedUrl()}
 * @param user database user
 * @param password its password
 */
public record DatabaseConfig(
        Optional<String> url, Optional<String> user, Optional<Secret> password) {

    /** Returns the URL with every password in it masked. */
    public Optional<String> maskedUrl() {
        throw new UnsupportedOperationException("not built yet");
    }

    @Override
    public String toString() {
        return "DatabaseConfig[url=" + maskedUrl() + ", user=" + user + ", password=***]";
    }
}
