package dev.limbeck.postgres.type;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings intervals to months, days and microseconds, which the server keeps apart. */
final class IntervalText {
    private static final Pattern UNIT = Pattern.compile("([+-]?[0-9]+(?:\\.[0-9]+)?)\\s*([a-z]+)");
    private static final Pattern CLOCK =
            Pattern.compile("([+-]?)([0-9]+):([0-9]{2})(?::([0-9]{2}(?:\\.[0-9]{1,6})?))?");
    private static final Pattern BARE = Pattern.compile("[+-]?[0-9]+");

    private static final Map<String, Integer> MONTHS =
            Map.ofEntries(
                    Map.entry("mon", 1),
                    Map.entry("mons", 1),
                    Map.entry("month", 1),
                    Map.entry("months", 1),
                    Map.entry("y", 12),
                    Map.entry("yr", 12),
                    Map.entry("yrs", 12),
                    Map.entry("year", 12),
                    Map.entry("years", 12),
                    Map.entry("decade", 120),
                    Map.entry("decades", 120),
                    Map.entry("century", 1200),
                    Map.entry("centuries", 1200));
    private static final Map<String, Integer> DAYS =
            Map.of("d", 1, "day", 1, "days", 1, "w", 7, "week", 7, "weeks", 7);
    private static final Map<String, Long> MICROSECONDS =
            Map.ofEntries(
                    Map.entry("h", 3_600_000_000L), Map.entry("hr", 3_600_000_000L),
                    Map.entry("hrs", 3_600_000_000L), Map.entry("hour", 3_600_000_000L),
                    Map.entry("hours", 3_600_000_000L), Map.entry("m", 60_000_000L),
                    Map.entry("min", 60_000_000L), Map.entry("mins", 60_000_000L),
                    Map.entry("minute", 60_000_000L), Map.entry("minutes", 60_000_000L),
                    Map.entry("s", 1_000_000L), Map.entry("sec", 1_000_000L),
                    Map.entry("secs", 1_000_000L), Map.entry("second", 1_000_000L),
                    Map.entry("seconds", 1_000_000L), Map.entry("ms", 1_000L),
                    Map.entry("msec", 1_000L), Map.entry("milliseconds", 1_000L),
                    Map.entry("us", 1L), Map.entry("microseconds", 1L));

    private BigDecimal months = BigDecimal.ZERO;
    private BigDecimal days = BigDecimal.ZERO;
    private BigDecimal microseconds = BigDecimal.ZERO;

    private IntervalText() {}

    /**
     * Returns an interval's normal form.
     *
     * @param fields what its type keeps, as it stands behind the type
     */
    static String normalize(String value, String fields) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        if (BARE.matcher(text).matches()) {
            String[] words = fields.strip().toLowerCase(Locale.ROOT).split("[ (]");
            String unit = words[words.length - 1];
            text =
                    text
                            + " "
                            + (MONTHS.containsKey(unit)
                                            || DAYS.containsKey(unit)
                                            || MICROSECONDS.containsKey(unit)
                                    ? unit
                                    : "seconds");
        }
        IntervalText interval = new IntervalText();
        return interval.read(text) ? interval.write().orElse(value) : value;
    }

    private boolean read(String text) {
        boolean ago = text.endsWith(" ago");
        String rest = ago ? text.substring(0, text.length() - 4) : text;
        rest = rest.startsWith("@") ? rest.substring(1).strip() : rest;
        while (!rest.isBlank()) {
            Matcher clock = CLOCK.matcher(rest);
            Matcher unit = UNIT.matcher(rest);
            int end;
            if (clock.lookingAt()) {
                add(clock);
                end = clock.end();
            } else if (unit.lookingAt() && add(new BigDecimal(unit.group(1)), unit.group(2))) {
                end = unit.end();
            } else {
                return false;
            }
            rest = rest.substring(end).strip();
        }
        if (ago) {
            months = months.negate();
            days = days.negate();
            microseconds = microseconds.negate();
        }
        return true;
    }

    private void add(Matcher clock) {
        String seconds = clock.group(4) == null ? "0" : clock.group(4);
        BigDecimal total =
                new BigDecimal(clock.group(2))
                        .multiply(BigDecimal.valueOf(3600))
                        .add(new BigDecimal(clock.group(3)).multiply(BigDecimal.valueOf(60)))
                        .add(new BigDecimal(seconds))
                        .multiply(BigDecimal.valueOf(1_000_000));
        microseconds = microseconds.add(clock.group(1).equals("-") ? total.negate() : total);
    }

    private boolean add(BigDecimal amount, String unit) {
        Integer perMonth = MONTHS.get(unit);
        Integer perDay = DAYS.get(unit);
        Long perMicrosecond = MICROSECONDS.get(unit);
        if (perMonth != null) {
            months = months.add(amount.multiply(BigDecimal.valueOf(perMonth)));
        } else if (perDay != null) {
            BigDecimal whole = amount.multiply(BigDecimal.valueOf(perDay));
            BigDecimal kept = BigDecimal.valueOf(whole.longValue());
            days = days.add(kept);
            microseconds =
                    microseconds.add(
                            whole.subtract(kept).multiply(BigDecimal.valueOf(86_400_000_000L)));
        } else if (perMicrosecond != null) {
            microseconds = microseconds.add(amount.multiply(BigDecimal.valueOf(perMicrosecond)));
        }
        return perMonth != null || perDay != null || perMicrosecond != null;
    }

    private Optional<String> write() {
        try {
            return Optional.of(
                    months.toBigIntegerExact()
                            + " months "
                            + days.toBigIntegerExact()
                            + " days "
                            + microseconds.toBigIntegerExact()
                            + " microseconds");
        } catch (ArithmeticException e) {
            // a fraction of a month or a microsecond, which the server rounds its own way
            return Optional.empty();
        }
    }
}
