package dev.limbeck.postgres.type;

import dev.limbeck.schema.ColumnType;
import java.util.Set;

/**
 * How the values of the built-in types are stored where nothing is said. See the manual, "TOAST",
 * and {@code pg_type.typstorage}.
 */
public final class StorageKinds {
    /** Types of fixed length, whose values are never stored out of line. */
    private static final Set<String> PLAIN =
            Set.of(
                    "smallint",
                    "integer",
                    "bigint",
                    "real",
                    "double precision",
                    "boolean",
                    "date",
                    "time",
                    "timestamp",
                    "interval",
                    "uuid",
                    "money",
                    "oid",
                    "\"char\"",
                    "name",
                    "macaddr",
                    "macaddr8",
                    "point",
                    "line",
                    "lseg",
                    "box",
                    "circle",
                    "pg_lsn");

    /** Types whose values are kept in line as long as they can be. */
    private static final Set<String> MAIN = Set.of("numeric", "inet", "cidr");

    private StorageKinds() {}

    /** Returns the storage a type has where nothing is said. */
    public static String usual(ColumnType type) {
        if (type.arrayDimensions() > 0 || !type.name().inDefaultSchema()) {
            return "EXTENDED";
        }
        String name = type.name().name();
        return PLAIN.contains(name) ? "PLAIN" : MAIN.contains(name) ? "MAIN" : "EXTENDED";
    }
}
