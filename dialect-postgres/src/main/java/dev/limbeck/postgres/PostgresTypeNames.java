package dev.limbeck.postgres;

import dev.limbeck.expression.SqlType;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import java.util.Map;

/** The types of columns as types of expressions. */
final class PostgresTypeNames {
    private static final Map<String, String> NAMES =
            Map.of("varchar", "character varying", "char", "character", "bpchar", "character");

    private PostgresTypeNames() {}

    static SqlType of(ColumnType type) {
        QualifiedName name = type.name();
        String modifiers =
                type.arguments().isEmpty() ? "" : "(" + String.join(",", type.arguments()) + ")";
        if (name.inDefaultSchema()) {
            String builtin = NAMES.getOrDefault(name.name(), name.name());
            if (builtin.equals("timestamp") || builtin.equals("time")) {
                boolean zone = type.timeZone() == ColumnType.TimeZone.WITH;
                builtin += zone ? " with time zone" : " without time zone";
            }
            if (builtin.equals("interval")) {
                modifiers =
                        type.modifiers().get("fields").map(fields -> " " + fields).orElse("")
                                + modifiers;
            }
            name = QualifiedName.of(builtin);
        }
        return new SqlType(name, type.arrayDimensions() > 0, modifiers);
    }
}
