package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.postgres.type.StorageKinds;
import dev.limbeck.schema.ColumnType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads how the values of a column are stored; what is the type's default is nothing. */
public final class ColumnStorage {
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
        return said.equals(StorageKinds.usual(type)) ? Optional.empty() : Optional.of(said);
    }

    /** Takes a method of compression; empty for the server's default. */
    public static Optional<String> compression(DdlContext context) {
        return context.cursor().accept("DEFAULT")
                ? Optional.empty()
                : Optional.of(context.names().label());
    }
}
