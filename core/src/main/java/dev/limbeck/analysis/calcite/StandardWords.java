package dev.limbeck.analysis.calcite;

import java.util.Set;

/** Words that the parser takes for columns, and that are none by the SQL standard. */
final class StandardWords {
    /** Calls without parentheses, and what stands in the place of a value. */
    static final Set<String> NO_COLUMNS =
            Set.of(
                    "CURRENT_CATALOG",
                    "CURRENT_DATE",
                    "CURRENT_PATH",
                    "CURRENT_ROLE",
                    "CURRENT_SCHEMA",
                    "CURRENT_TIME",
                    "CURRENT_TIMESTAMP",
                    "CURRENT_USER",
                    "DEFAULT",
                    "FALSE",
                    "LOCALTIME",
                    "LOCALTIMESTAMP",
                    "NULL",
                    "SESSION_USER",
                    "SYSTEM_USER",
                    "TRUE",
                    "UNKNOWN",
                    "USER",
                    "VALUE");

    /** What stands as an operand of a call and says in what it counts. */
    static final Set<String> UNITS =
            Set.of(
                    "CENTURY",
                    "DAY",
                    "DAY_HOUR",
                    "DAY_MICROSECOND",
                    "DAY_MINUTE",
                    "DAY_OF_WEEK",
                    "DAY_OF_YEAR",
                    "DAY_SECOND",
                    "DAYOFMONTH",
                    "DAYOFWEEK",
                    "DAYOFYEAR",
                    "DECADE",
                    "DOW",
                    "DOY",
                    "EPOCH",
                    "HOUR",
                    "HOUR_MICROSECOND",
                    "HOUR_MINUTE",
                    "HOUR_SECOND",
                    "ISO_DAY_OF_WEEK",
                    "ISO_WEEK",
                    "ISO_YEAR",
                    "ISODOW",
                    "ISOYEAR",
                    "MICROSECOND",
                    "MILLENNIUM",
                    "MILLISECOND",
                    "MINUTE",
                    "MINUTE_MICROSECOND",
                    "MINUTE_SECOND",
                    "MONTH",
                    "NANOSECOND",
                    "QUARTER",
                    "SECOND",
                    "SECOND_MICROSECOND",
                    "WEEK",
                    "YEAR",
                    "YEAR_MONTH");

    private StandardWords() {}
}
