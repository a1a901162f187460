package dev.limbeck.oracle.normal;

import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Expression;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings what bounds a partition to the form in which the server gives it back: a date as {@code
 * TO_DATE(' 2024-01-01 00:00:00', …)}, whatever was written.
 */
final class BoundForm {
    private static final Pattern DATE = Pattern.compile("(?i)\\bDATE '(\\d{4}-\\d{2}-\\d{2})'");

    private static final Pattern STORED_DATE =
            Pattern.compile(
                    "(?i)\\bTO_DATE ?\\( ?' ?(\\d{4}-\\d{2}-\\d{2}) ?(00:00:00)?'( ?, ?'[^']*')* ?\\)");

    private static final Pattern STORED_TIMESTAMP =
            Pattern.compile(
                    "(?i)\\bTIMESTAMP ?' ?(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2})(\\.0+)?'");

    private BoundForm() {}

    static Expression of(Expression bound) {
        String text = OracleText.spaced(bound.source());
        text = DATE.matcher(text).replaceAll("DATE '$1'");
        text = STORED_DATE.matcher(text).replaceAll("DATE '$1'");
        text = STORED_TIMESTAMP.matcher(text).replaceAll("TIMESTAMP '$1'");
        return bound.withCanonical(outsideStrings(text));
    }

    /** Words are the same in any case, texts are not. */
    private static String outsideStrings(String text) {
        Matcher strings = Pattern.compile("'[^']*'").matcher(text);
        StringBuilder all = new StringBuilder();
        int from = 0;
        while (strings.find()) {
            all.append(text.substring(from, strings.start()).toUpperCase(Locale.ROOT))
                    .append(strings.group());
            from = strings.end();
        }
        return all.append(text.substring(from).toUpperCase(Locale.ROOT)).toString();
    }
}
