package dev.limbeck.oracle.render;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SchemaException;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.oracle.server.OracleFeature;
import dev.limbeck.oracle.server.OracleVersion;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.type.OracleTypes;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.Options;
import java.util.List;
import java.util.Map;

/** Writes columns for one release. */
final class ColumnSql {
    private static final Map<String, OracleFeature> SINCE =
            Map.of(
                    "boolean", OracleFeature.BOOLEAN_TYPE,
                    "json", OracleFeature.JSON_TYPE,
                    "vector", OracleFeature.VECTOR_TYPE);

    private final OracleVersion version;

    ColumnSql(OracleVersion version) {
        this.version = version;
    }

    /** Returns a type as it is written; refuses one that the release hasn't got. */
    String type(ColumnType type, String column) {
        if (type.arrayDimensions() > 0) {
            throw Refusal.of("array: column " + column);
        }
        OracleFeature feature =
                type.name().inDefaultSchema() ? SINCE.get(type.name().name()) : null;
        if (feature != null && !version.has(feature)) {
            throw new SchemaException(
                    Diagnostic.error(
                            ErrorCode.NOT_IN_DATABASE,
                            version
                                    + " has no type "
                                    + type.name().name()
                                    + ", which column "
                                    + column
                                    + " has"));
        }
        return OracleTypes.render(type);
    }

    /** Returns a column as it stands in a {@code CREATE TABLE}. */
    String definition(Column column) {
        StringBuilder text = new StringBuilder(OracleIdentifiers.write(column.name()));
        text.append(' ').append(type(column.type(), column.name()));
        column.collation().ifPresent(name -> text.append(" COLLATE ").append(name.name()));
        if (column.options().has(Options.INVISIBLE)) {
            text.append(" INVISIBLE");
        }
        text.append(value(column));
        column.notNull()
                .filter(said -> !isImplied(column))
                .ifPresent(said -> text.append(" NOT NULL").append(state(said)));
        return text.toString();
    }

    static String state(NotNull notNull) {
        return StateSql.definition(notNull.state());
    }

    /** An identity and a default for nulls hold no nulls anyway. */
    static boolean isImplied(Column column) {
        return column.identity().isPresent() || column.options().has(Options.DEFAULT_ON_NULL);
    }

    /** Returns what fills a column, with a blank before it; nothing where nothing does. */
    static String value(Column column) {
        if (column.identity().isPresent()) {
            return " " + numbered(column.identity().get());
        }
        if (column.generated().isPresent()) {
            return " " + computed(column.generated().get());
        }
        return column.defaultValue()
                .map(text -> " DEFAULT " + onNull(column.options()) + text.source())
                .orElse("");
    }

    static String computed(Generated computed) {
        return "GENERATED ALWAYS AS (" + computed.expression().source() + ") VIRTUAL";
    }

    private static String onNull(Options options) {
        return options.get(Options.DEFAULT_ON_NULL)
                .map(
                        value ->
                                value.equals(OracleOptions.FOR_UPDATE_TOO)
                                        ? "ON NULL FOR INSERT AND UPDATE "
                                        : "ON NULL ")
                .orElse("");
    }

    private static String numbered(Identity identity) {
        List<String> options = CountingSql.options(identity.sequence());
        return "GENERATED "
                + generation(identity)
                + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    static String generation(Identity identity) {
        return switch (identity.generation()) {
            case ALWAYS -> "ALWAYS";
            case BY_DEFAULT -> "BY DEFAULT";
            case BY_DEFAULT_ON_NULL -> "BY DEFAULT ON NULL";
        };
    }
}
