package dev.limbeck.dialect;

import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * A server's error, taken apart.
 *
 * @param kind what kind of trouble it is
 * @param message the server's own words, without prefixes the driver adds
 * @param place where in the text the culprit stands, as far as the server tells
 * @param detail the server's detail, where it has one
 * @param hint what to do about it, where the server or the dialect knows
 */
public record ServerError(
        Kind kind, String message, Place place, Optional<String> detail, Optional<String> hint) {

    /** What kind of trouble an error is, and so whether another attempt makes sense. */
    public enum Kind {
        /** The statement is at fault, or the data. */
        STATEMENT,
        /** There is no connection, not yet or no more; it may be there later. */
        CONNECTION,
        /** The server refuses this user, password or database; waiting does not help. */
        LOGIN,
        /** Another process holds the database; it may let go of it. */
        IN_USE,
        /** A lock was not free in time. */
        LOCK_TIMEOUT,
        /** The transaction lost against another one; run again it may succeed. */
        CONFLICT,
        /** The statement was cancelled, by its time limit or from outside. */
        CANCELLED
    }

    /**
     * Where the culprit stands in the text that was sent.
     *
     * @param offset 0-based offset in UTF-16 code units
     * @param line 1-based line, where the server gives only that
     * @param token the culprit itself, as it stands in the text
     * @param dataLine 1-based line of the data sent along with the statement
     */
    public record Place(
            OptionalInt offset, OptionalInt line, Optional<String> token, OptionalInt dataLine) {
        /** Nothing is known. */
        public static final Place UNKNOWN =
                new Place(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        OptionalInt.empty());

        /** Returns a place known by its offset. */
        public static Place atOffset(int offset, Optional<String> token) {
            return new Place(
                    OptionalInt.of(offset), OptionalInt.empty(), token, OptionalInt.empty());
        }

        /**
         * Returns the place of the one token that can be the culprit; nothing is known where there
         * are several.
         *
         * @param sent what was sent
         */
        public static Place atOnly(String sent, SqlLexicon lexicon, Predicate<SqlToken> isCulprit) {
            List<SqlToken> found =
                    SqlTokenizer.significant(sent, lexicon).stream()
                            .filter(isCulprit)
                            .limit(2)
                            .toList();
            return found.size() == 1
                    ? atOffset(found.get(0).offset(), Optional.of(found.get(0).text()))
                    : UNKNOWN;
        }

        /** Returns a place known by its line. */
        public static Place atLine(int line) {
            return new Place(
                    OptionalInt.empty(),
                    OptionalInt.of(line),
                    Optional.empty(),
                    OptionalInt.empty());
        }

        /** Returns a place in the data sent along. */
        public static Place atDataLine(int dataLine) {
            return new Place(
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalInt.of(dataLine));
        }
    }

    /** Returns an error of which only the words are known. */
    public static ServerError of(String message) {
        return new ServerError(
                Kind.STATEMENT, message, Place.UNKNOWN, Optional.empty(), Optional.empty());
    }
}
