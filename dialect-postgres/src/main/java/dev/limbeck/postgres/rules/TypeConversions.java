package dev.limbeck.postgres.rules;

import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How values get from one type to another: what the server does by itself, what needs a cast, and
 * what needs an expression. Source: {@code pg_cast}, and the rules of conversion in the manual.
 */
public final class TypeConversions {
    /**
     * A way from one type to another.
     *
     * @param using the expression that gives the new value; empty where the server needs none
     * @param remark what the reader should know about it
     */
    public record Way(Optional<String> using, Optional<String> remark) {
        static final Way PLAIN = new Way(Optional.empty(), Optional.empty());

        /** Returns the way by an expression, with nothing to remark on. */
        public static Way by(String using) {
            return new Way(Optional.of(using), Optional.empty());
        }

        Way remark(String text) {
            return new Way(using, Optional.of(text));
        }
    }

    private static final Set<String> STRINGS = Set.of("text", "varchar", "char", "name", "citext");
    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final String ZONED = " with time zone";

    /** What the server converts in an assignment, beside numbers among each other. */
    private static final Set<String> BY_ASSIGNMENT =
            Set.of(
                    "integer>money",
                    "bigint>money",
                    "numeric>money",
                    "money>numeric",
                    "smallint>oid",
                    "integer>oid",
                    "bigint>oid",
                    "oid>integer",
                    "oid>bigint",
                    "bit>bit varying",
                    "bit varying>bit",
                    "cidr>inet",
                    "inet>cidr",
                    "date>timestamp",
                    "interval>time",
                    "time>interval",
                    "time>time with time zone",
                    "time with time zone>time",
                    "timestamp>date",
                    "timestamp>time",
                    "timestamp with time zone>time",
                    "timestamp with time zone>time with time zone",
                    "json>jsonb",
                    "jsonb>json",
                    "macaddr>macaddr8",
                    "macaddr8>macaddr",
                    "box>polygon",
                    "path>polygon",
                    "polygon>path",
                    "point>box",
                    "lseg>point");

    /** What needs a cast, beside to and from strings. */
    private static final Set<String> BY_CAST =
            Set.of(
                    "bigint>bit",
                    "integer>bit",
                    "bit>bigint",
                    "bit>integer",
                    "boolean>integer",
                    "integer>boolean",
                    "jsonb>boolean",
                    "jsonb>numeric",
                    "jsonb>integer",
                    "jsonb>bigint",
                    "jsonb>smallint",
                    "jsonb>real",
                    "jsonb>double precision",
                    "box>circle",
                    "box>lseg",
                    "box>point",
                    "circle>box",
                    "circle>point",
                    "circle>polygon",
                    "polygon>box",
                    "polygon>circle",
                    "polygon>point",
                    "daterange>datemultirange",
                    "int4range>int4multirange",
                    "int8range>int8multirange",
                    "numrange>nummultirange",
                    "tsrange>tsmultirange",
                    "tstzrange>tstzmultirange",
                    "xid8>xid");

    private final Map<QualifiedName, SchemaObject> known;

    /**
     * @param known types of the schema, as far as they are known
     */
    public TypeConversions(Map<QualifiedName, SchemaObject> known) {
        this.known = Map.copyOf(known);
    }

    /** Returns the way from one type to another for a column, by its written name. */
    public Way way(ColumnType from, ColumnType to, String column) {
        ColumnType source = beneath(from);
        ColumnType target = beneath(to);
        if (isPlain(source, target)) {
            return Way.PLAIN;
        }
        boolean fromArray = source.arrayDimensions() > 0;
        boolean toArray = target.arrayDimensions() > 0;
        if (fromArray != toArray) {
            return fromArray ? fromArray(target, to, column) : toArray(source, target, to, column);
        }
        return special(source, target, to, column)
                .orElseGet(() -> byCast(source, target, to, column));
    }

    /** Returns whether the server converts values without being told how. */
    public boolean needsNoCast(ColumnType from, ColumnType to) {
        return isPlain(beneath(from), beneath(to));
    }

    private ColumnType beneath(ColumnType type) {
        return known.get(type.name()) instanceof Domain domain && type.arrayDimensions() == 0
                ? beneath(domain.type())
                : type;
    }

    private static boolean isPlain(ColumnType source, ColumnType target) {
        boolean sameShape = source.arrayDimensions() > 0 == target.arrayDimensions() > 0;
        String from = key(source);
        String to = key(target);
        if (sameShape && from.equals(to)) {
            return true;
        }
        if (isString(target)) {
            return sameShape && !from.equals("bytea");
        }
        return sameShape
                && ((NUMBERS.contains(from) && NUMBERS.contains(to))
                        || BY_ASSIGNMENT.contains(from + ">" + to));
    }

    /** Returns the name of a type's elements with what belongs to it. */
    private static String key(ColumnType type) {
        String zone = type.timeZone() == ColumnType.TimeZone.WITH ? ZONED : "";
        return type.name() + zone;
    }

    /** Returns whether a type is one of the numbers. */
    public static boolean isNumber(ColumnType type) {
        return type.arrayDimensions() == 0 && NUMBERS.contains(type.name().toString());
    }

    /** Returns whether a type is one of the character strings. */
    public static boolean isString(ColumnType type) {
        return STRINGS.contains(type.name().name());
    }

    static boolean isInteger(ColumnType type) {
        return type.arrayDimensions() == 0 && INTEGERS.contains(type.name().toString());
    }

    private static Way byCast(ColumnType source, ColumnType target, ColumnType to, String column) {
        String cast = column + "::" + PostgresTypes.render(to);
        if (isString(source) || BY_CAST.contains(key(source) + ">" + key(target))) {
            return Way.by(cast);
        }
        String text = source.arrayDimensions() > 0 ? "::text[]" : "::text";
        return Way.by(column + text + "::" + PostgresTypes.render(to))
                .remark(
                        "the server knows no cast from "
                                + PostgresTypes.render(source)
                                + " to "
                                + PostgresTypes.render(to)
                                + ": see that each value survives the way over text");
    }

    private static Way fromArray(ColumnType target, ColumnType to, String column) {
        return isString(target)
                ? Way.by("array_to_string(" + column + ", ',')")
                        .remark("the elements of an array become one text with commas between them")
                : Way.by("(" + column + "[1])::" + PostgresTypes.render(to))
                        .remark("only the first element of each array is kept");
    }

    private static Way toArray(ColumnType source, ColumnType target, ColumnType to, String column) {
        String cast = "::" + PostgresTypes.render(to);
        if (isString(source)) {
            String plain = isText(target) ? "" : cast;
            return Way.by("string_to_array(" + column + ", ',')" + plain)
                    .remark("each text becomes an array, cut at its commas");
        }
        String array = "ARRAY[" + column + "]" + cast;
        return Way.by("CASE WHEN " + column + " IS NOT NULL THEN " + array + " END");
    }

    private static boolean isText(ColumnType type) {
        return type.name().toString().equals("text");
    }

    private static Optional<Way> special(
            ColumnType source, ColumnType target, ColumnType to, String column) {
        if (source.arrayDimensions() > 0) {
            return Optional.empty();
        }
        String from = key(source);
        String wanted = key(target);
        String cast = "::" + PostgresTypes.render(to);
        if (from.equals("bytea") && isString(target)) {
            return remarked("convert_from(" + column + ", 'UTF8')", "the bytes are read as UTF-8");
        }
        if (isString(source) && wanted.equals("bytea")) {
            return remarked("convert_to(" + column + ", 'UTF8')", "the text is stored as UTF-8");
        }
        if (wanted.equals("boolean") && NUMBERS.contains(from) && !from.equals("integer")) {
            return Optional.of(Way.by(column + " <> 0"));
        }
        if (from.equals("boolean") && NUMBERS.contains(wanted) && !wanted.equals("integer")) {
            return Optional.of(Way.by(column + "::integer"));
        }
        return zoned(from, wanted, cast, column).or(() -> epoch(from, wanted, cast, column));
    }

    private static Optional<Way> zoned(String from, String wanted, String cast, String column) {
        String there = "the times without a zone are taken for UTC; name the zone they are in";
        String utc = column + " AT TIME ZONE 'UTC'";
        return switch (from + ">" + wanted) {
            case "timestamp>timestamp with time zone", "timestamp with time zone>timestamp" ->
                    remarked(utc, there);
            case "date>timestamp with time zone" ->
                    remarked(column + "::timestamp AT TIME ZONE 'UTC'", there);
            case "timestamp with time zone>date" -> remarked("(" + utc + ")" + cast, there);
            default -> Optional.empty();
        };
    }

    private static Optional<Way> epoch(String from, String wanted, String cast, String column) {
        String remark = "the numbers are seconds since 1970";
        String epoch = "extract(epoch FROM " + column + ")";
        boolean toMoment = wanted.startsWith("timestamp") || wanted.equals("date");
        boolean fromMoment = from.startsWith("timestamp") || from.equals("date");
        if (NUMBERS.contains(from) && toMoment) {
            String moment = "to_timestamp(" + column + ")";
            return remarked(
                    wanted.endsWith(ZONED) ? moment : "(" + moment + " AT TIME ZONE 'UTC')" + cast,
                    remark);
        }
        if (NUMBERS.contains(wanted) && fromMoment) {
            return remarked(epoch + cast, remark);
        }
        if (NUMBERS.contains(from) && wanted.equals("interval")) {
            return remarked(column + " * interval '1 second'", "the numbers are seconds");
        }
        if (NUMBERS.contains(wanted) && from.equals("interval")) {
            return remarked(epoch + cast, "the numbers are seconds");
        }
        return Optional.empty();
    }

    private static Optional<Way> remarked(String using, String remark) {
        return Optional.of(Way.by(using).remark(remark));
    }
}
