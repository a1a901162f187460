package dev.limbeck.postgres.type;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The normal forms of dates and times that are written as ISO 8601 has them, more or less. */
final class DateTimeConstants {
    private static final String DATE = "(\\d{4})-(\\d{1,2})-(\\d{1,2})";
    private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,6}))?)?";
    private static final Pattern DATE_ONLY = Pattern.compile(DATE);
    private static final Pattern TIME_ONLY = Pattern.compile(TIME);
    private static final Pattern TIMESTAMP = Pattern.compile(DATE + "(?:[ tT]+" + TIME + ")?");
    private static final Pattern ZONED =
            Pattern.compile("(.*\\d)\\s*(?:([zZ]|UTC|GMT)|([+-]\\d{1,2})(?::?(\\d{2}))?)");
    private static final DateTimeFormatter READ =
            new DateTimeFormatterBuilder()
                    .appendPattern("yyyy-MM-dd HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
                    .appendOffset("+HH:MM", "+00:00")
                    .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter WRITE =
            new DateTimeFormatterBuilder()
                    .appendPattern("yyyy-MM-dd HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
                    .toFormatter(Locale.ROOT);

    private DateTimeConstants() {}

    static String date(String value) {
        Matcher date = DATE_ONLY.matcher(value.strip());
        if (date.matches()) {
            return day(date);
        }
        Matcher longer = TIMESTAMP.matcher(value.strip());
        return longer.matches() ? day(longer) : value;
    }

    static String time(String value) {
        Matcher time = TIME_ONLY.matcher(value.strip());
        return time.matches() ? clock(time, 1) : value;
    }

    static String timeWithZone(String value) {
        Matcher zoned = ZONED.matcher(value.strip());
        if (!zoned.matches()) {
            return value;
        }
        Matcher time = TIME_ONLY.matcher(zoned.group(1));
        return time.matches() ? clock(time, 1) + offset(zoned) : value;
    }

    private static String offset(Matcher zoned) {
        String hours = zoned.group(2) != null ? "+00" : zoned.group(3);
        String minutes = zoned.group(4) == null ? "00" : zoned.group(4);
        return hours.substring(0, 1) + padded(hours.substring(1), 2) + ":" + minutes;
    }

    static String timestamp(String value) {
        return plain(value.strip()).orElse(value);
    }

    private static Optional<String> plain(String value) {
        Matcher timestamp = TIMESTAMP.matcher(value);
        if (!timestamp.matches()) {
            return Optional.empty();
        }
        String time = timestamp.group(4) == null ? "00:00:00" : clock(timestamp, 4);
        return Optional.of(day(timestamp) + " " + time);
    }

    /** Returns the moment in universal time where the text names an offset. */
    static String timestampWithZone(String value) {
        Matcher zoned = ZONED.matcher(value.strip());
        Optional<String> whole = plain(value.strip());
        if (whole.isPresent()) {
            return whole.get() + " in the session's zone";
        }
        if (!zoned.matches()) {
            return value;
        }
        Optional<String> local = plain(zoned.group(1));
        if (local.isEmpty()) {
            return value;
        }
        try {
            return OffsetDateTime.parse(local.get() + offset(zoned), READ)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .format(WRITE)
                    + "+00";
        } catch (DateTimeException e) {
            return value;
        }
    }

    private static String day(Matcher date) {
        return date.group(1) + "-" + padded(date.group(2), 2) + "-" + padded(date.group(3), 2);
    }

    private static String clock(Matcher time, int first) {
        String seconds = time.group(first + 2) == null ? "00" : time.group(first + 2);
        String fraction =
                time.group(first + 3) == null ? "" : time.group(first + 3).replaceAll("0+$", "");
        return padded(time.group(first), 2)
                + ":"
                + time.group(first + 1)
                + ":"
                + seconds
                + (fraction.isEmpty() ? "" : "." + fraction);
    }

    private static String padded(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
