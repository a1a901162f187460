package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.ColumnReader;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SequenceReader;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.sql.SqlToken;
import java.util.Optional;

/** Reads the actions of {@code ALTER COLUMN} that concern its identity. */
final class IdentityActions {
    /** Takes such an action if one comes next, and returns the column after it. */
    Optional<Column> read(DdlContext context, Column before) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("ADD", "GENERATED")) {
            Identity.Generation generation = generation(cursor);
            cursor.expect("AS", "IDENTITY");
            Column after =
                    before.withIdentity(Optional.of(ColumnReader.identity(context, generation)));
            return Optional.of(
                    after.nullable() ? after.withNotNull(Optional.of(NotNull.plain())) : after);
        }
        if (cursor.accept("DROP", "IDENTITY")) {
            cursor.accept("IF", "EXISTS");
            return Optional.of(before.withIdentity(Optional.empty()));
        }
        if (before.identity().isEmpty()) {
            return Optional.empty();
        }
        Identity identity = before.identity().get();
        Optional<Identity> next = set(context, identity);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        while (next.isPresent()) {
            identity = next.get();
            next = set(context, identity);
        }
        return Optional.of(before.withIdentity(Optional.of(identity)));
    }

    private static Optional<Identity> set(DdlContext context, Identity before) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("RESTART")) {
            boolean value = cursor.accept("WITH") || isNumber(cursor);
            if (value) {
                context.number();
            }
            return Optional.of(before);
        }
        if (cursor.accept("SET", "GENERATED")) {
            return Optional.of(before.withGeneration(generation(cursor)));
        }
        int start = cursor.mark();
        if (cursor.accept("SET")) {
            Optional<SequenceOptions> options = SequenceReader.option(context, before.sequence());
            if (options.isPresent()) {
                return options.map(before::withSequence);
            }
            cursor.go(start);
        }
        return Optional.empty();
    }

    private static boolean isNumber(TokenCursor cursor) {
        return cursor.peek().kind() == SqlToken.Kind.NUMBER || cursor.at("-");
    }

    private static Identity.Generation generation(TokenCursor cursor) {
        if (cursor.accept("ALWAYS")) {
            return Identity.Generation.ALWAYS;
        }
        cursor.expect("BY", "DEFAULT");
        return Identity.Generation.BY_DEFAULT;
    }

    /** Returns how an identity counts whose column gets another type. */
    static SequenceOptions counting(SequenceOptions before, ColumnType type) {
        return before.type().isPresent() ? before.withType(Optional.of(type)) : before;
    }
}
