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
    /** A shorter password stands in too many words by accident. */
    private static final int SHORTEST_TRACED = 4;

    /** Returns these settings, completed with what else is known of the login. */
    public ConnectionSettings orElse(StoredLogin login) {
        return new ConnectionSettings(
                url, user.or(login::user), password.or(login::password), folder);
    }

    /** Returns the URL with every password in it masked. */
    public String maskedUrl() {
        return Secrets.maskUrl(url);
    }

    /** Returns a text, such as a driver's message, without the password and without others. */
    public String mask(String text) {
        String withoutUrl = text.replace(url, maskedUrl());
        String masked =
                password.map(Secret::reveal)
                        .filter(secret -> secret.length() >= SHORTEST_TRACED)
                        .map(secret -> withoutUrl.replace(secret, "***"))
                        .orElse(withoutUrl);
        return Secrets.mask(masked);
    }

    @Override
    public String toString() {
        return "ConnectionSettings[url=" + maskedUrl() + ", user=" + user + ", password=***]";
    }
}
