package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;

/** Reads what any object can be altered in: its name, its schema, its owner. */
public final class Moves {
    private Moves() {}

    /** Takes {@code RENAME TO}, {@code SET SCHEMA} or {@code OWNER TO} if one comes next. */
    public static boolean read(DdlContext context, ObjectId id) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("RENAME", "TO")) {
            QualifiedName newName = id.name().sibling(context.name());
            context.change(new ObjectChange.Rename(id, newName));
            return true;
        }
        if (cursor.accept("SET", "SCHEMA")) {
            String schema = context.schemaName(context.name());
            if (!schema.equals(id.name().schema())) {
                QualifiedName newName = QualifiedName.of(schema, id.name().name());
                context.change(new ObjectChange.Rename(id, newName));
            }
            return true;
        }
        if (cursor.accept("OWNER", "TO")) {
            context.names().label();
            return true;
        }
        return false;
    }
}
