package dev.limbeck.dialect;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A server's error, taken apart.
 *
 * @param message the server's own words, without prefixes the driver adds
 * @param offset 0-based offset of the culprit in the text that was sent, in UTF-16 code units
 * @param line 1-based line in the text that was sent, where the server gives only that
 * @param token the culprit as the server quotes it
 * @param detail the server's detail, where it has one
 * @param hint the server's hint, where it has one
 */
public record ServerError(
        String message,
        OptionalInt offset,
        OptionalInt line,
        Optional<String> token,
        Optional<String> detail,
        Optional<String> hint) {
    /** Returns an error of which only the words are known. */
    public static ServerError of(String message) {
        return new ServerError(
                message,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
