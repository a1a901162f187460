package dev.limbeck.expression;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes the quotes off strings. */
final class StringLiteral {
    private static final Map<Character, Character> ESCAPES =
            Map.of('n', '\n', 't', '\t', 'r', '\r', 'b', '\b', 'f', '\f');

    private StringLiteral() {}

    /** Returns the value of a string as written; empty for a form that isn't read here. */
    static Optional<String> value(String text) {
        if (text.startsWith("$")) {
            int end = text.indexOf('$', 1) + 1;
            return Optional.of(text.substring(end, text.length() - end));
        }
        int quote = text.indexOf('\'');
        if (quote < 0 || !text.endsWith("'") || text.length() < quote + 2) {
            return Optional.empty();
        }
        String inner = text.substring(quote + 1, text.length() - 1).replace("''", "'");
        return switch (text.substring(0, quote).toUpperCase(Locale.ROOT)) {
            case "", "N" -> Optional.of(inner);
            case "E" -> escaped(inner);
            default -> Optional.empty();
        };
    }

    private static Optional<String> escaped(String inner) {
        StringBuilder value = new StringBuilder();
        int i = 0;
        while (i < inner.length()) {
            char c = inner.charAt(i++);
            if (c != '\\') {
                value.append(c);
                continue;
            }
            char escaped = i < inner.length() ? inner.charAt(i) : '\0';
            if (Character.isDigit(escaped) || "xuU\0".indexOf(escaped) >= 0) {
                return Optional.empty();
            }
            value.append(ESCAPES.getOrDefault(escaped, escaped));
            i++;
        }
        return Optional.of(value.toString());
    }
}
