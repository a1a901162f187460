package dev.limbeck.postgres;

import dev.limbeck.ddl.TokenCursor;

/** Passes over the rest of a statement that changes nothing. */
final class Rest {
    private Rest() {}

    static void pass(TokenCursor cursor) {
        while (!cursor.atEnd()) {
            cursor.next();
        }
    }
}
