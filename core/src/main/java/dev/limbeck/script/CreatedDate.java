package dev.limbeck.script;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The date and time of a header's {@code created:} line. */
final class CreatedDate {
    private static final int CANONICAL_LENGTH = "2026-11-23T10:00:00Z".length();

    private CreatedDate() {}

    /** Returns the moment a text names; a text without offset is in UTC. */
    static Optional<Instant> parse(String text) {
        Optional<Instant> canonical = canonical(text);
        if (canonical.isPresent()) {
            return canonical;
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException noOffset) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException noDate) {
                return Optional.empty();
            }
        }
    }

    /**
     * Reads the form Limbeck writes itself. Ten thousand headers are read at each start, and the
     * formatter behind {@code Instant.parse} costs more than all the rest of them.
     */
    private static Optional<Instant> canonical(String text) {
        boolean shaped =
                text.length() == CANONICAL_LENGTH
                        && text.charAt(4) == '-'
                        && text.charAt(7) == '-'
                        && text.charAt(10) == 'T'
                        && text.charAt(13) == ':'
                        && text.charAt(16) == ':'
                        && text.charAt(19) == 'Z';
        if (!shaped) {
            return Optional.empty();
        }
        int year = number(text, 0, 4);
        try {
            return year < 0
                    ? Optional.empty()
                    : Optional.of(
                            LocalDateTime.of(
                                            year,
                                            number(text, 5, 7),
                                            number(text, 8, 10),
                                            number(text, 11, 13),
                                            number(text, 14, 16),
                                            number(text, 17, 19))
                                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the number written in digits, or -1. */
    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
