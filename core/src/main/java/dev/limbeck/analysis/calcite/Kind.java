package dev.limbeck.analysis.calcite;

import dev.limbeck.dialect.QueryFacts.Conversion;
import dev.limbeck.neutral.NeutralType;
import java.util.Locale;
import org.apache.calcite.sql.type.SqlTypeName;

/** What values are, as far as it matters for whether they go together. */
enum Kind {
    NUMBER(SqlTypeName.DECIMAL),
    TEXT(SqlTypeName.VARCHAR),
    TRUTH(SqlTypeName.BOOLEAN),
    /** Dates and moments. */
    DATE(SqlTypeName.TIMESTAMP),
    BYTES(SqlTypeName.VARBINARY),
    /** Whatever else, and what nobody knows. */
    ANY(SqlTypeName.ANY);

    private final SqlTypeName calcite;

    Kind(SqlTypeName calcite) {
        this.calcite = calcite;
    }

    SqlTypeName calcite() {
        return calcite;
    }

    String words() {
        return this == TRUTH ? "boolean" : name().toLowerCase(Locale.ROOT);
    }

    static Kind of(NeutralType.Family family) {
        return switch (family) {
            case WHOLE, EXACT, APPROXIMATE -> NUMBER;
            case TEXT -> TEXT;
            case BOOLEAN -> TRUTH;
            case DATE, TIMESTAMP -> DATE;
            case BYTES -> BYTES;
            default -> ANY;
        };
    }

    static Kind of(SqlTypeName type) {
        for (Kind kind : values()) {
            if (kind.calcite == type) {
                return kind;
            }
        }
        return ANY;
    }

    /** Returns whether a server compares two kinds of values. */
    static boolean comparable(Kind one, Kind other, Conversion conversion) {
        if (one == other || one == ANY || other == ANY || conversion == Conversion.ANYTHING) {
            return true;
        }
        return conversion == Conversion.TEXTS
                && (one == TEXT || other == TEXT || isNumberAndTruth(one, other));
    }

    /** Returns whether a server stores values of a kind in a column of another. */
    static boolean storable(Kind value, Kind column, Conversion conversion) {
        return comparable(value, column, conversion)
                || (column == TEXT && conversion == Conversion.WITHIN_KINDS && value != BYTES);
    }

    private static boolean isNumberAndTruth(Kind one, Kind other) {
        return (one == NUMBER && other == TRUTH) || (one == TRUTH && other == NUMBER);
    }
}
