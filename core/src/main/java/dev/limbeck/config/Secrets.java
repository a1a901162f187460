package dev.limbeck.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps passwords out of what is shown.
 *
 * <p>In doubt more is masked than needed: a hidden host name is a nuisance, a shown password is not
 * to be taken back.
 */
public final class Secrets {
    private static final String MASK = "***";

    /** Names of properties that hold a secret: keystore passwords, tokens and pass phrases too. */
    private static final String SECRET_NAME =
            "[\\w.-]*(?:passw|pwd|passphrase|secret|token|credential|api_?key)[\\w.-]*";

    private static final Pattern AFTER_SEMICOLON =
            Pattern.compile("(?i)(;\\s*" + SECRET_NAME + "\\s*=)(?:\\{[^}]*\\}|[^;]*)");
    private static final Pattern IN_QUERY = Pattern.compile("(?i)([?&]" + SECRET_NAME + "=)[^&]*");
    private static final Pattern IN_BRACKETS =
            Pattern.compile("(?i)([(,]\\s*" + SECRET_NAME + "\\s*=)[^),&;]*");
    private static final Pattern USER_SLASH_PASSWORD =
            Pattern.compile("(jdbc:(?:[^/@:]*:)+[^/@:]+/)(?!/).*@");
    private static final Pattern URL = Pattern.compile("(?i)jdbc:[^\\s\"'`<>]+");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?i)(" + SECRET_NAME + "\\s*=\\s*)[^\\s,;&)}\"']+");

    private Secrets() {}

    /** Returns a JDBC URL with every password in it masked. */
    public static String maskUrl(String url) {
        String masked = USER_SLASH_PASSWORD.matcher(url).replaceFirst("$1" + MASK + "@");
        masked = maskAuthority(masked);
        masked = IN_QUERY.matcher(masked).replaceAll("$1" + MASK);
        masked = AFTER_SEMICOLON.matcher(masked).replaceAll("$1" + MASK);
        return IN_BRACKETS.matcher(masked).replaceAll("$1" + MASK);
    }

    /**
     * Returns a text with the passwords of every JDBC URL in it masked, and whatever is assigned to
     * a name like {@code password}; for messages of drivers and connection pools.
     */
    public static String mask(String text) {
        String masked =
                URL.matcher(text).replaceAll(url -> Matcher.quoteReplacement(maskUrl(url.group())));
        return ASSIGNMENT.matcher(masked).replaceAll("$1" + MASK);
    }

    /** Masks {@code //user:password@host}, also where several hosts stand in a row. */
    private static String maskAuthority(String url) {
        int start = url.indexOf("//");
        if (start < 0) {
            return url;
        }
        int from = start + 2;
        int end = from;
        while (end < url.length() && "/?;".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        if (url.indexOf('@', end) >= 0 && endsInPassword(url.substring(from, end))) {
            // A password with one of the characters that should have ended it.
            end = url.lastIndexOf('@') + 1;
            return url.substring(0, url.indexOf(':', from) + 1) + MASK + "@" + url.substring(end);
        }
        StringBuilder masked = new StringBuilder(url.substring(0, from));
        String separator = "";
        for (String host : url.substring(from, end).split(",", -1)) {
            masked.append(separator).append(maskHost(host));
            separator = ",";
        }
        return masked.append(url, end, url.length()).toString();
    }

    /** Returns whether what stands before the first slash is a user and part of a password. */
    private static boolean endsInPassword(String authority) {
        int colon = authority.indexOf(':');
        return colon > 0
                && authority.indexOf('@') < 0
                && !authority.startsWith("[")
                && !authority.substring(colon + 1).chars().allMatch(Character::isDigit);
    }

    private static String maskHost(String host) {
        int at = host.lastIndexOf('@');
        int colon = host.indexOf(':');
        if (at >= 0 && colon >= 0 && colon < at) {
            return host.substring(0, colon + 1) + MASK + host.substring(at);
        }
        return endsInPassword(host) ? host.substring(0, colon + 1) + MASK : host;
    }
}
