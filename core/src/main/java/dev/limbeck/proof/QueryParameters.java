package dev.limbeck.proof;

/**
 * Puts parameters in a form that every parser knows in the place of <code>#{name}</code>, with what
 * else stands in the text where it stood.
 */
final class QueryParameters {
    private final String text;
    private final StringBuilder result;
    private int at;

    private QueryParameters(String text) {
        this.text = text;
        this.result = new StringBuilder(text);
    }

    /** Returns a text of the same length. */
    static String replaced(String text) {
        if (!text.contains("#{")) {
            return text;
        }
        QueryParameters parameters = new QueryParameters(text);
        parameters.scan();
        return parameters.result.toString();
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("#{", at)) {
                parameter();
            } else if (text.startsWith("--", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                skipTo("*/");
            } else if (c == '\'' || c == '"' || c == '`') {
                at++;
                skipTo(String.valueOf(c));
            } else {
                at++;
            }
        }
    }

    private void parameter() {
        int end = text.indexOf('}', at);
        String inside = end < 0 ? "" : text.substring(at + 2, end);
        if (inside.isBlank() || inside.indexOf('\n') >= 0) {
            at++;
            return;
        }
        result.setCharAt(at, '?');
        for (int blank = at + 1; blank <= end; blank++) {
            result.setCharAt(blank, ' ');
        }
        at = end + 1;
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }
}
