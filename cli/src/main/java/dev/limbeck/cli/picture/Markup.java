package dev.limbeck.cli.picture;

/** Puts texts into HTML and SVG. */
public final class Markup {
    private Markup() {}

    /** Returns a text as it stands between tags and in quoted attributes. */
    public static String escaped(String text) {
        StringBuilder result = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(result, c));
        return result.toString();
    }

    private static void append(StringBuilder result, int c) {
        switch (c) {
            case '&' -> result.append("&amp;");
            case '<' -> result.append("&lt;");
            case '>' -> result.append("&gt;");
            case '"' -> result.append("&quot;");
            case '\'' -> result.append("&#39;");
            default -> result.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
        }
    }

    /** Returns whether XML 1.0 lets a character stand in a document. */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
