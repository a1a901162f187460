package dev.limbeck.postgres.type;

import dev.limbeck.expression.SqlType;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import java.util.Map;
import java.util.Optional;

/** The types of columns as types of expressions, which have the names of {@code format_type}. */
public final class PostgresTypeNames {
    private static final Map<String, String> NAMES =
            Map.of(
                    "varchar", "character varying",
                    "char", "character",
                    "bpchar", "character",
                    "\"bit\"", "bit");

    private PostgresTypeNames() {}

    /** Returns the type of a column that holds what an expression yields, where that is known. */
    public static Optional<ColumnType> columnType(SqlType type) {
        boolean manyTypes = type.modifiers().isEmpty() && (type.is("bit") || type.is("character"));
        if (!type.isKnown() || type.bare().equals(SqlType.UNKNOWN) || manyTypes) {
            return Optional.empty();
        }
        if (!BuiltinTypes.get().isType(type)) {
            return Optional.of(
                    ColumnType.of(type.name()).withArrayDimensions(type.array() ? 1 : 0));
        }
        String name = type.name().name();
        int zone = name.indexOf(" with");
        String text =
                zone < 0
                        ? name + type.modifiers()
                        : name.substring(0, zone) + type.modifiers() + name.substring(zone);
        return Optional.of(PostgresTypes.parse(text + (type.array() ? "[]" : "")));
    }

    /** Returns the type of a column as the type of an expression. */
    public static SqlType of(ColumnType type) {
        QualifiedName name = type.name();
        String modifiers =
                type.arguments().isEmpty() ? "" : "(" + String.join(",", type.arguments()) + ")";
        if (name.inDefaultSchema()) {
            String word = name.name();
            boolean one = (word.equals("char") || word.equals("bit")) && modifiers.isEmpty();
            String builtin = NAMES.getOrDefault(word, word);
            modifiers = one ? "(1)" : modifiers;
            if (builtin.equals("timestamp") || builtin.equals("time")) {
                boolean zone = type.timeZone() == ColumnType.TimeZone.WITH;
                builtin += zone ? " with time zone" : " without time zone";
            }
            if (builtin.equals("interval")) {
                modifiers =
                        type.modifiers()
                                        .get(PostgresTypes.FIELDS)
                                        .map(fields -> " " + fields)
                                        .orElse("")
                                + modifiers;
            }
            name = QualifiedName.of(builtin);
        }
        return new SqlType(name, type.arrayDimensions() > 0, modifiers);
    }
}
