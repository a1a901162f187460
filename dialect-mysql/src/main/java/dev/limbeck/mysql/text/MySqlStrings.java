package dev.limbeck.mysql.text;

/** What strings of MySQL and MariaDB hold. */
public final class MySqlStrings {
    private MySqlStrings() {}

    /**
     * Returns what a string holds, in single or double quotes; what names its character set stands
     * before them and is passed over.
     */
    public static String value(String literal) {
        int quote = 0;
        while (literal.charAt(quote) != '\'' && literal.charAt(quote) != '"') {
            quote++;
        }
        char mark = literal.charAt(quote);
        StringBuilder plain = new StringBuilder();
        int i = quote + 1;
        while (i < literal.length() - 1) {
            char c = literal.charAt(i);
            if (c == '\\') {
                i++;
                plain.append(escaped(literal.charAt(i)));
            } else {
                plain.append(c);
                i += c == mark ? 1 : 0;
            }
            i++;
        }
        return plain.toString();
    }

    /** Returns what stands behind a backslash; the signs of patterns keep it. */
    private static String escaped(char c) {
        return switch (c) {
            case '0' -> "\0";
            case 'b' -> "\b";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'Z' -> "\u001a";
            case '%', '_' -> "\\" + c;
            default -> String.valueOf(c);
        };
    }

    /**
     * Returns a text as the servers' catalogs give it back: a character beyond U+FFFF is a question
     * mark there.
     */
    public static String stored(String text) {
        return text.codePoints().allMatch(Character::isBmpCodePoint)
                ? text
                : text.codePoints()
                        .map(c -> Character.isBmpCodePoint(c) ? c : '?')
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
    }

    /** Returns a word, quoted as a string or a name or not at all. */
    public static String word(String token) {
        char first = token.isEmpty() ? 0 : token.charAt(0);
        return first == '\'' || first == '"' ? value(token) : MySqlIdentifiers.read(token);
    }
}
