package dev.limbeck.postgres.type;

import dev.limbeck.expression.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the pseudo types of a signature stand for in one call.
 *
 * @param element what {@code anyelement} and its family stand for
 * @param range what {@code anyrange} stands for
 * @param compatible what the compatible family of pseudo types stand for
 */
record Polymorphism(SqlType element, SqlType range, SqlType compatible) {
    private static final Map<String, String> SUBTYPES =
            Map.of(
                    "int4range", "integer",
                    "int8range", "bigint",
                    "numrange", "numeric",
                    "daterange", "date",
                    "tsrange", "timestamp without time zone",
                    "tstzrange", "timestamp with time zone");

    private static final Set<String> ELEMENTS = Set.of("anyelement", "anynonarray", "anyenum");
    private static final Set<String> RANGES =
            Set.of("anyrange", "anymultirange", "anycompatiblerange", "anycompatiblemultirange");

    static boolean isPolymorphic(SqlType type) {
        String name = type.name().name();
        return type.name().inDefaultSchema()
                && name.startsWith("any")
                && !name.equals("any")
                && !type.array();
    }

    /** Returns the types that make the arguments fit; empty where none do. */
    static Optional<Polymorphism> of(
            List<SqlType> parameters, List<SqlType> given, PostgresCoercions coercions) {
        SqlType element = SqlType.UNDETERMINED;
        SqlType range = SqlType.UNDETERMINED;
        List<SqlType> compatible = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            SqlType parameter = parameters.get(i);
            SqlType type = given.get(i);
            if (!isPolymorphic(parameter) || type.equals(SqlType.UNKNOWN)) {
                continue;
            }
            String name = parameter.name().name();
            boolean array = name.equals("anyarray") || name.equals("anycompatiblearray");
            if (array != type.array() && (array || name.endsWith("nonarray"))) {
                return Optional.empty();
            }
            SqlType bound = array ? type.element() : type;
            if (name.equals("anyrange") && SUBTYPES.containsKey(type.name().name())) {
                range = type;
                bound = SqlType.of(SUBTYPES.get(type.name().name()));
            } else if (RANGES.contains(name)) {
                continue;
            }
            if (name.startsWith("anycompatible")) {
                compatible.add(bound);
            } else if (element.isKnown() && !element.equals(bound)) {
                return Optional.empty();
            } else {
                element = bound;
            }
        }
        SqlType common =
                compatible.isEmpty()
                        ? SqlType.UNDETERMINED
                        : coercions.common(compatible).orElse(SqlType.UNDETERMINED);
        return compatible.isEmpty() || common.isKnown()
                ? Optional.of(new Polymorphism(element, range, common))
                : Optional.empty();
    }

    /** Returns what a type of the signature is in this call. */
    SqlType apply(SqlType type) {
        if (!isPolymorphic(type)) {
            return type.name().name().equals("\"any\"") ? SqlType.UNDETERMINED : type;
        }
        String name = type.name().name();
        if (ELEMENTS.contains(name)) {
            return element;
        }
        return switch (name) {
            case "anyarray" -> element.isKnown() ? element.toArray() : element;
            case "anyrange" -> range;
            case "anycompatible", "anycompatiblenonarray" -> compatible;
            case "anycompatiblearray" -> compatible.isKnown() ? compatible.toArray() : compatible;
            default -> SqlType.UNDETERMINED;
        };
    }
}
