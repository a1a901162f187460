package dev.limbeck.postgres.model;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;

/** The sequences behind identities, which have names and yet are no objects of their own. */
public final class IdentitySequences {
    private IdentitySequences() {}

    /** Returns whether a name is one that an identity's sequence has got. */
    public static boolean isOne(DdlContext context, QualifiedName name) {
        for (Table table : context.schema().tables()) {
            if (!table.name().schema().equals(name.schema())) {
                continue;
            }
            for (Column column : table.columns()) {
                QualifiedName made = MadeNames.sequence(table.name(), column.name());
                if (column.identity().isPresent() && made.equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
