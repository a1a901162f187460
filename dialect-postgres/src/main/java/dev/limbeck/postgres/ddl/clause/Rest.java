package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.TokenCursor;

/** Passes over what changes nothing. */
public final class Rest {
    private Rest() {}

    /** Passes over the rest of a statement. */
    public static void pass(TokenCursor cursor) {
        while (!cursor.atEnd()) {
            cursor.next();
        }
    }

    /** Passes over all up to a word. */
    public static void passTo(TokenCursor cursor, String word) {
        while (!cursor.atEnd() && !cursor.at(word)) {
            cursor.next();
        }
    }
}
