package dev.limbeck.sql;

import dev.limbeck.sql.SqlToken.Kind;

/** Follows a procedural unit, token by token, to know which terminator is its end. */
interface ProgramBody {
    /**
     * Begins another unit.
     *
     * @param kind the kind of what it creates, in capitals; empty: nothing
     * @param start index of its first word
     * @param token the token that told that it is a unit
     */
    void begin(String kind, int start, Kind token, SqlScanner scanner);

    /** Hears the next token of code. */
    void accept(Kind token, SqlScanner scanner);

    /** Returns whether a terminator here belongs to the unit. */
    boolean isOpen();

    /** Returns the index of the word that opened what is open; -1: nothing that needs closing. */
    int openedAt();

    /** Returns whether the text has turned out to be a unit, not an ordinary statement. */
    boolean isBlock();

    /** Returns whether what follows is in a language that is not looked into. */
    boolean isOpaque();
}
