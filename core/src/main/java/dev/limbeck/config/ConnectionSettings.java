package dev.limbeck.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a driver is given to connect.
 *
 * @param url JDBC URL as configured; the dialect resolves relative files in it against {@code
 *     folder}
 * @param user database user
 * @param password its password
 * @param folder what a relative file in the URL is relative to
 */
public record ConnectionSettings(
        String url, Optional<String> user, Optional<Secret> password, Path folder) {
    /** Returns the URL with every password in it masked. */
    public String maskedUrl() {
        return Secrets.maskUrl(url);
    }

    @Override
    public String toString() {
        return "ConnectionSettings[url=" + maskedUrl() + ", user=" + user + ", password=***]";
    }
}
