package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.TypeReader;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.postgres.type.PostgresTypeReader;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Reads data types in statements; types of the database are looked for in the session's path. */
public enum StatementTypes implements TypeReader {
    INSTANCE;

    @Override
    public ColumnType read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        Optional<PostgresTypes.Parsed> parsed = PostgresTypes.read(cursor.tokens(), cursor.mark());
        if (parsed.isEmpty()) {
            throw cursor.unexpected();
        }
        cursor.go(parsed.get().end());
        return resolved(context, parsed.get().type(), offset);
    }

    /** Returns a type whose bare name means what the session's path says. */
    static ColumnType resolved(DdlContext context, ColumnType type, int offset) {
        ColumnType single = type.arrayDimensions() > 1 ? type.withArrayDimensions(1) : type;
        QualifiedName name = single.name();
        if (!name.inDefaultSchema() || PostgresTypeReader.isBuiltIn(name.name())) {
            return single;
        }
        WrittenName written = new WrittenName(List.of(name.name()), offset);
        QualifiedName found =
                context.existing(
                        written,
                        candidate ->
                                context.schema().named(candidate).stream()
                                        .anyMatch(object -> isType(object.id().kind())));
        boolean exists =
                context.schema().named(found).stream()
                        .anyMatch(object -> isType(object.id().kind()));
        return exists ? single.withName(found) : single;
    }

    /** Returns whether a kind of object can be the type of a column. */
    public static boolean isType(ObjectKind kind) {
        return kind == ObjectKind.ENUM_TYPE
                || kind == ObjectKind.DOMAIN
                || kind == ObjectKind.COMPOSITE_TYPE
                || kind == ObjectKind.OPAQUE
                || kind.isRelation();
    }
}
