package dev.limbeck.ddl;

import java.util.Locale;

/** What quoted texts hold. Pure functions. */
public final class Strings {
    private Strings() {}

    /**
     * Returns what a quoted identifier stands for, {@code "a""b"} or {@code `a`} or {@code [a]}.
     */
    public static String identifier(String quoted) {
        if (isUnicode(quoted)) {
            return unicode(inside(quoted.substring(2)));
        }
        return inside(quoted);
    }

    /** Returns what a string holds, whatever form it is written in. */
    public static String value(String literal) {
        if (literal.startsWith("$")) {
            int tag = literal.indexOf('$', 1) + 1;
            // The last string of a script may want its end.
            boolean ended =
                    literal.length() >= 2 * tag && literal.endsWith(literal.substring(0, tag));
            return literal.substring(tag, ended ? literal.length() - tag : literal.length());
        }
        if (isUnicode(literal)) {
            return unicode(inside(literal.substring(2)));
        }
        String lowered =
                literal.substring(0, Math.min(1, literal.length())).toLowerCase(Locale.ROOT);
        if (lowered.equals("e")) {
            return unescaped(inside(literal.substring(1)));
        }
        int quote = literal.indexOf('\'');
        return quote < 0 ? inside(literal) : inside(literal.substring(quote));
    }

    private static boolean isUnicode(String text) {
        return text.length() > 2
                && (text.charAt(0) == 'U' || text.charAt(0) == 'u')
                && text.charAt(1) == '&';
    }

    private static String inside(String quoted) {
        char quote = quoted.charAt(0);
        String body = quoted.substring(1, Math.max(1, quoted.length() - 1));
        return quote == '[' ? body : body.replace("" + quote + quote, "" + quote);
    }

    private static String unicode(String text) {
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                i++;
            } else if (text.charAt(i + 1) == '\\') {
                plain.append('\\');
                i += 2;
            } else {
                int digits = text.charAt(i + 1) == '+' ? 6 : 4;
                int from = i + (digits == 6 ? 2 : 1);
                int to = Math.min(text.length(), from + digits);
                append(text, i, from, to, 16, plain);
                i = to;
            }
        }
        return plain.toString();
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char escape = text.charAt(++i);
            switch (escape) {
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'r' -> plain.append('\r');
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'x' -> i = appendCode(text, i, 2, 16, plain);
                case 'u' -> i = appendCode(text, i, 4, 16, plain);
                case 'U' -> i = appendCode(text, i, 8, 16, plain);
                case '0', '1', '2', '3', '4', '5', '6', '7' ->
                        i = appendCode(text, i - 1, 3, 8, plain);
                default -> plain.append(escape);
            }
        }
        return plain.toString();
    }

    /** Appends the character whose digits follow a place, and returns the place of the last one. */
    private static int appendCode(String text, int at, int most, int radix, StringBuilder plain) {
        int end = at + 1;
        while (end < text.length()
                && end - at <= most
                && Character.digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        if (end > at + 1) {
            append(text, at, at + 1, end, radix, plain);
        }
        return end - 1;
    }

    /** Appends the character that some digits mean; where they mean none, what is written. */
    private static void append(
            String text, int start, int from, int to, int radix, StringBuilder plain) {
        String digits = text.substring(from, to);
        boolean number = digits.chars().allMatch(digit -> Character.digit(digit, radix) >= 0);
        long code = number && !digits.isEmpty() ? Long.parseLong(digits, radix) : -1;
        if (code >= 0 && code <= Character.MAX_CODE_POINT) {
            plain.appendCodePoint((int) code);
        } else {
            plain.append(text, start, to);
        }
    }
}
