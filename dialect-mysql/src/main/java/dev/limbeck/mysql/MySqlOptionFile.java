package dev.limbeck.mysql;

import dev.limbeck.config.Secret;
import dev.limbeck.config.StoredLogin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code ~/.my.cnf} of the servers' own clients: of its groups {@code [client]} and those of
 * the one client, the last {@code user} and the last {@code password} count. What it includes is
 * not read.
 */
final class MySqlOptionFile {
    private static final Set<String> GROUPS =
            Set.of("client", "client-server", "mysql", "mariadb-client");

    private MySqlOptionFile() {}

    /** Returns the login that a file holds; empty where it holds neither part of one. */
    static Optional<StoredLogin> read(List<String> lines) {
        Optional<String> user = Optional.empty();
        Optional<Secret> password = Optional.empty();
        String group = "";
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith("[") && text.contains("]")) {
                group = text.substring(1, text.indexOf(']')).strip().toLowerCase(Locale.ROOT);
            } else if (GROUPS.contains(group) && text.indexOf('=') > 0 && !isComment(text)) {
                int equals = text.indexOf('=');
                String name = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                if (name.equals("user")) {
                    user = Optional.of(value(text.substring(equals + 1)));
                } else if (name.equals("password")) {
                    password = Optional.of(new Secret(value(text.substring(equals + 1))));
                }
            }
        }
        return user.isEmpty() && password.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredLogin(user, password));
    }

    private static boolean isComment(String text) {
        return text.startsWith("#") || text.startsWith(";");
    }

    /** A value in quotes is what stands between them; in a bare one, {@code #} begins a comment. */
    private static String value(String written) {
        String text = written.strip();
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        if (first == '\'' || first == '"') {
            int end = text.lastIndexOf(first);
            return unescaped(end > 0 ? text.substring(1, end) : text.substring(1));
        }
        int comment = text.indexOf(" #");
        return unescaped(comment < 0 ? text : text.substring(0, comment).stripTrailing());
    }

    private static String unescaped(String text) {
        StringBuilder value = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\\' && at + 1 < text.length()) {
                at++;
                value.append(escaped(text.charAt(at)));
            } else {
                value.append(character);
            }
        }
        return value.toString();
    }

    /** See the manual, "Using Option Files"; a backslash before anything else stands for itself. */
    private static String escaped(char character) {
        return switch (character) {
            case 'b' -> "\b";
            case 't' -> "\t";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 's' -> " ";
            case '\\' -> "\\";
            default -> "\\" + character;
        };
    }
}
