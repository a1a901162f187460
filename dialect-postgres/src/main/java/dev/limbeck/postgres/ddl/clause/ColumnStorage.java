package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.schema.ColumnType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads how the values of a column are stored; what is the type's default is nothing. */
public final class ColumnStorage {
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

    private static final Set<String> MAIN = Set.of("numeric", "inet", "cidr");

    private static final Set<String> KINDS = Set.of("PLAIN", "EXTERNAL", "EXTENDED", "MAIN");

    private ColumnStorage() {}

    /** Takes a kind of storage; empty where it is what the type has anyway. */
    public static Optional<String> storage(TokenCursor cursor, ColumnType type) {
        if (cursor.accept("DEFAULT")) {
            return Optional.empty();
        }
        if (!cursor.atAny(KINDS)) {
            throw cursor.unexpected();
        }
        String said = cursor.next().text().toUpperCase(Locale.ROOT);
        return said.equals(usual(type)) ? Optional.empty() : Optional.of(said);
    }

    /** Returns the storage a type has where nothing is said. */
    private static String usual(ColumnType type) {
        if (type.arrayDimensions() > 0 || !type.name().inDefaultSchema()) {
            return "EXTENDED";
        }
        String name = type.name().name();
        return PLAIN.contains(name) ? "PLAIN" : MAIN.contains(name) ? "MAIN" : "EXTENDED";
    }

    /** Takes a method of compression; empty for the server's default. */
    public static Optional<String> compression(DdlContext context) {
        return context.cursor().accept("DEFAULT")
                ? Optional.empty()
                : Optional.of(context.names().label());
    }
}
