package dev.limbeck.postgres.type;

import dev.limbeck.expression.SqlType;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import java.util.Map;

/** The types of columns as types of expressions, which have the names of {@code format_type}. */
public final class PostgresTypeNames {
    private static final Map<String, String> NAMES =
            Map.of(
                    "varchar", "character varying",
                    "char", "character",
                    "bpchar", "character",
                    "\"bit\"", "bit");

    private PostgresTypeNames() {}

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
