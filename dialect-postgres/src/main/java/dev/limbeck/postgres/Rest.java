package dev.limbeck.postgres;

import dev.limbeck.ddl.TokenCursor;

/** Passes over what changes nothing. */
final class Rest {
    private Rest() {}

    /** Passes over the rest of a statement. */
    static void pass(TokenCursor cursor) {
        while (!cursor.atEnd()) {
            cursor.next();
        }
    }

    /** Passes over all up to a word. */
    static void passTo(TokenCursor cursor, String word) {
        while (!cursor.atEnd() && !cursor.at(word)) {
            cursor.next();
        }
    }
}
