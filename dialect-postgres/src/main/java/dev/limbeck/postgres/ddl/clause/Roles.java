package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.schema.Grant;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the names of roles. */
public final class Roles {
    private Roles() {}

    /** Takes roles up to what is no comma. */
    public static SortedSet<String> list(DdlContext context) {
        SortedSet<String> roles = new TreeSet<>();
        do {
            roles.add(role(context));
        } while (context.cursor().accept(","));
        return roles;
    }

    private static String role(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.accept("GROUP");
        return cursor.accept("PUBLIC") ? Grant.PUBLIC : context.names().label();
    }
}
