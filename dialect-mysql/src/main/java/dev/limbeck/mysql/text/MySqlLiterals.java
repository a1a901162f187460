package dev.limbeck.mysql.text;

/** Texts as literals, whatever the session's {@code sql_mode} says of backslashes. */
public final class MySqlLiterals {
    private MySqlLiterals() {}

    /**
     * Returns a text as a literal for a session in which a backslash escapes, as it does unless
     * {@code NO_BACKSLASH_ESCAPES} is set.
     */
    public static String string(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
