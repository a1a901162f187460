package dev.limbeck.config;

import dev.limbeck.config.Toml.Position;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/**
 * Reads the values of TOML that are neither strings nor brackets. Its messages don't repeat the
 * value: it may be a password whose quotes were forgotten.
 */
final class TomlWord {
    private static final int SMALL_DIGITS = 9;

    private TomlWord() {}

    static Toml parse(String word, Position position) throws TomlSyntaxException {
        return switch (word) {
            case "true" -> new Toml.Flag(true, position);
            case "false" -> new Toml.Flag(false, position);
            case "inf", "+inf" -> new Toml.Real(Double.POSITIVE_INFINITY, position);
            case "-inf" -> new Toml.Real(Double.NEGATIVE_INFINITY, position);
            case "nan", "+nan", "-nan" -> new Toml.Real(Double.NaN, position);
            default -> numberOrMoment(word, position);
        };
    }

    private static Toml numberOrMoment(String word, Position position) throws TomlSyntaxException {
        char first = word.charAt(0);
        boolean digits = (first >= '0' && first <= '9') || first == '+' || first == '-';
        if (!digits) {
            throw new TomlSyntaxException("expected a value; a string stands in quotes", position);
        }
        if (isSmallNumber(word)) {
            return new Toml.Whole(Long.parseLong(word), position);
        }
        try {
            if (Forms.MOMENT.matcher(word).matches()) {
                checkMoment(word);
                return new Toml.Moment(word, position);
            }
            if (Forms.WHOLE.matcher(word).matches()) {
                return new Toml.Whole(Long.parseLong(word.replace("_", "")), position);
            }
            if (Forms.PREFIXED.matcher(word).matches()) {
                int radix = word.charAt(1) == 'x' ? 16 : word.charAt(1) == 'o' ? 8 : 2;
                return new Toml.Whole(
                        Long.parseLong(word.substring(2).replace("_", ""), radix), position);
            }
            if (Forms.REAL.matcher(word).matches()) {
                return new Toml.Real(Double.parseDouble(word.replace("_", "")), position);
            }
        } catch (NumberFormatException | DateTimeException e) {
            throw new TomlSyntaxException("the value is out of range", position);
        }
        throw new TomlSyntaxException(
                "the value is neither a number nor a date; a string stands in quotes", position);
    }

    private static boolean isSmallNumber(String word) {
        return word.length() <= SMALL_DIGITS
                && (word.charAt(0) != '0' || word.length() == 1)
                && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static void checkMoment(String word) {
        String upper = word.replace(' ', 'T').replace('t', 'T').replace('z', 'Z');
        if (upper.indexOf('T') < 0) {
            if (upper.indexOf(':') < 0) {
                LocalDate.parse(upper);
            } else {
                LocalTime.parse(upper);
            }
        } else if (upper.endsWith("Z") || upper.lastIndexOf('-') > 7 || upper.contains("+")) {
            OffsetDateTime.parse(upper);
        } else {
            LocalDateTime.parse(upper);
        }
    }

    /** Compiled only where a document holds a number or a date at all. */
    private static final class Forms {
        private static final String DIGITS = "[0-9](?:_?[0-9])*";
        private static final String PLAIN = "[+-]?(?:0|[1-9](?:_?[0-9])*)";
        private static final String TIME = "[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?";

        static final Pattern WHOLE = Pattern.compile(PLAIN);
        static final Pattern PREFIXED =
                Pattern.compile(
                        "0x[0-9a-fA-F](?:_?[0-9a-fA-F])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*");
        static final Pattern REAL =
                Pattern.compile(
                        PLAIN
                                + "(?:\\."
                                + DIGITS
                                + "(?:[eE][+-]?"
                                + DIGITS
                                + ")?|[eE][+-]?"
                                + DIGITS
                                + ")");
        static final Pattern MOMENT =
                Pattern.compile(
                        "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ]"
                                + TIME
                                + "(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?|"
                                + TIME);
    }
}
