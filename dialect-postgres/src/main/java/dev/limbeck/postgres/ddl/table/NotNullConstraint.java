package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.ColumnDraft;
import dev.limbeck.ddl.ConstraintTail;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.PartName;
import java.util.Optional;

/** Reads {@code [CONSTRAINT name] NOT NULL column} among the constraints of a table. */
final class NotNullConstraint {
    private NotNullConstraint() {}

    /** Takes it, from behind its name, if it comes next. */
    static boolean read(DdlContext context, TableDraft draft, Optional<PartName> name) {
        TokenCursor cursor = context.cursor();
        if (!cursor.accept("NOT", "NULL")) {
            return false;
        }
        int offset = cursor.offset();
        String column = context.name();
        ColumnDraft owner =
                draft.column(column).orElseThrow(() -> context.missing(offset, "column " + column));
        ConstraintTail.Said said = ConstraintTail.standard().read(cursor);
        owner.notNull(
                new ColumnDraft.NotNullDraft(
                        name, new NotNull(PartName.unknown(), said.inherited(), said.state())));
        return true;
    }
}
