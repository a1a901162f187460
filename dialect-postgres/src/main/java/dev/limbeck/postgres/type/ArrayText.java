package dev.limbeck.postgres.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the text form of arrays: {@code {a,"b c",NULL}}. */
final class ArrayText {
    private final String text;
    private int index = 1;

    private ArrayText(String text) {
        this.text = text;
    }

    /** Returns the items, an empty one for null; empty for a form that isn't read here. */
    static Optional<List<Optional<String>>> items(String value) {
        String text = value.strip();
        boolean flat = text.startsWith("{") && text.endsWith("}") && text.indexOf('{', 1) < 0;
        if (!flat || text.indexOf('}') < text.length() - 1) {
            return Optional.empty();
        }
        return new ArrayText(text).read();
    }

    private Optional<List<Optional<String>>> read() {
        List<Optional<String>> items = new ArrayList<>();
        if (text.substring(1, text.length() - 1).isBlank()) {
            return Optional.of(items);
        }
        int end = text.length() - 1;
        while (index <= end) {
            skipBlanks();
            boolean quoted = text.charAt(index) == '"';
            String item = quoted ? quoted() : bare();
            skipBlanks();
            if (index > end || (text.charAt(index) != ',' && index != end)) {
                return Optional.empty();
            }
            boolean missing = !quoted && item.isEmpty();
            if (missing) {
                return Optional.empty();
            }
            items.add(
                    !quoted && item.equalsIgnoreCase("NULL")
                            ? Optional.empty()
                            : Optional.of(item));
            index++;
        }
        return Optional.of(items);
    }

    private void skipBlanks() {
        while (index < text.length() - 1 && Character.isWhitespace(text.charAt(index))) {
            index++;
        }
    }

    private String quoted() {
        StringBuilder item = new StringBuilder();
        index++;
        while (index < text.length() - 1 && text.charAt(index) != '"') {
            if (text.charAt(index) == '\\') {
                index++;
            }
            item.append(text.charAt(index));
            index++;
        }
        index++;
        return item.toString();
    }

    private String bare() {
        StringBuilder item = new StringBuilder();
        while (index < text.length() - 1 && text.charAt(index) != ',') {
            if (text.charAt(index) == '\\' && index < text.length() - 2) {
                index++;
            }
            item.append(text.charAt(index));
            index++;
        }
        return item.toString().strip();
    }
}
