package dev.limbeck.postgres.type;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Brings JSON to the order and spelling that {@code jsonb} keeps it in. */
final class JsonbText {
    private static final int DEEPEST = 100;

    private final String text;
    private int index;

    private JsonbText(String text) {
        this.text = text;
    }

    /** Returns the normal form; empty for what is not read here. */
    static Optional<String> normalize(String text) {
        JsonbText reader = new JsonbText(text);
        try {
            String value = reader.value(0);
            reader.skipBlanks();
            return reader.index == text.length() ? Optional.of(value) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private String value(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        skipBlanks();
        char first = text.charAt(index);
        if (first == '{') {
            return object(depth);
        }
        if (first == '[') {
            return array(depth);
        }
        if (first == '"') {
            return string();
        }
        int start = index;
        while (index < text.length() && ",]} \t\r\n".indexOf(text.charAt(index)) < 0) {
            index++;
        }
        String word = text.substring(start, index);
        return switch (word) {
            case "true", "false", "null" -> word;
            default -> new BigDecimal(word).toPlainString();
        };
    }

    private String object(int depth) {
        Map<String, String> members =
                new TreeMap<>(
                        Comparator.comparing(
                                        (String key) -> key.getBytes(StandardCharsets.UTF_8).length)
                                .thenComparing(Comparator.naturalOrder()));
        index++;
        skipBlanks();
        while (text.charAt(index) != '}') {
            skipBlanks();
            if (text.charAt(index) != '"') {
                throw new IllegalArgumentException("a key is missing");
            }
            String key = string();
            skipBlanks();
            expect(':');
            members.put(key, value(depth + 1));
            skipBlanks();
            if (text.charAt(index) != '}') {
                expect(',');
            }
        }
        index++;
        StringBuilder written = new StringBuilder("{");
        members.forEach(
                (key, value) ->
                        written.append(written.length() > 1 ? ", " : "")
                                .append(key)
                                .append(": ")
                                .append(value));
        return written.append('}').toString();
    }

    private String array(int depth) {
        StringBuilder written = new StringBuilder("[");
        index++;
        skipBlanks();
        while (text.charAt(index) != ']') {
            written.append(written.length() > 1 ? ", " : "").append(value(depth + 1));
            skipBlanks();
            if (text.charAt(index) != ']') {
                expect(',');
            }
        }
        index++;
        return written.append(']').toString();
    }

    /** Reads a string, its escapes kept as they are. */
    private String string() {
        int start = index;
        index++;
        while (text.charAt(index) != '"') {
            index += text.charAt(index) == '\\' ? 2 : 1;
        }
        index++;
        return text.substring(start, index);
    }

    private void expect(char wanted) {
        if (text.charAt(index) != wanted) {
            throw new IllegalArgumentException("no " + wanted);
        }
        index++;
    }

    private void skipBlanks() {
        while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
            index++;
        }
    }
}
