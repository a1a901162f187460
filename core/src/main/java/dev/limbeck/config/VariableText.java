package dev.limbeck.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces <code>${NAME}</code> and <code>${NAME:-fallback}</code> by environment variables. As in
 * a shell, the fallback also stands in for a variable that is set but empty. Anything else with a
 * dollar sign is plain text.
 */
final class VariableText {
    private static final int DEEPEST = 20;

    private final String text;
    private final Map<String, String> variables;
    private int offset;

    private VariableText(String text, Map<String, String> variables) {
        this.text = text;
        this.variables = variables;
    }

    /**
     * A text after replacement.
     *
     * @param unset variables that have no value and no fallback
     * @param malformed what is wrong with the notation, where it is wrong
     */
    record Result(String text, List<String> unset, Optional<String> malformed) {
        @Override
        public String toString() {
            return "Result[unset=" + unset + ", malformed=" + malformed + "]";
        }
    }

    static Result replace(String text, Map<String, String> variables) {
        if (!text.contains("${")) {
            return new Result(text, List.of(), Optional.empty());
        }
        List<String> unset = new ArrayList<>();
        try {
            String replaced = new VariableText(text, variables).read(unset, 0);
            return new Result(replaced, List.copyOf(unset), Optional.empty());
        } catch (MalformedException e) {
            return new Result("", List.of(), Optional.of(e.sentence()));
        }
    }

    /** Reads to the end, or at {@code depth > 0} to the closing brace of a fallback. */
    private String read(List<String> unset, int depth) throws MalformedException {
        StringBuilder result = new StringBuilder();
        while (offset < text.length()) {
            char c = text.charAt(offset);
            if (c == '}' && depth > 0) {
                return result.toString();
            }
            if (text.startsWith("${", offset) && isNameStart(offset + 2)) {
                result.append(variable(unset, depth));
            } else {
                result.append(c);
                offset++;
            }
        }
        if (depth > 0) {
            throw new MalformedException("'${' is not closed");
        }
        return result.toString();
    }

    private String variable(List<String> unset, int depth) throws MalformedException {
        int start = offset + 2;
        int end = start;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        String name = text.substring(start, end);
        String value = variables.getOrDefault(name, "");
        if (text.startsWith("}", end)) {
            offset = end + 1;
            if (!variables.containsKey(name)) {
                unset.add(name);
            }
            return value;
        }
        if (!text.startsWith(":-", end) || depth == DEEPEST) {
            throw new MalformedException(
                    "'${" + name + "' goes on neither with '}' nor with ':-fallback}'");
        }
        offset = end + 2;
        List<String> unsetInFallback = new ArrayList<>();
        String fallback = read(unsetInFallback, depth + 1);
        offset++;
        if (!value.isEmpty()) {
            return value;
        }
        unset.addAll(unsetInFallback);
        return fallback;
    }

    private boolean isNameStart(int at) {
        return at < text.length()
                && isNamePart(text.charAt(at))
                && !(text.charAt(at) >= '0' && text.charAt(at) <= '9');
    }

    private static boolean isNamePart(char c) {
        return c == '_'
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9');
    }

    private static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
