package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.postgres.ddl.clause.Partitions;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;

/** Reads {@code ATTACH PARTITION} and {@code DETACH PARTITION}, which stand alone. */
final class PartitionActions {
    /** Takes the action if one comes next. */
    boolean read(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("ATTACH", "PARTITION")) {
            WrittenName written = context.written();
            context.at(written.offset());
            Lineage.attach(
                    context, table(context, written), target.name(), Partitions.bound(context));
            return true;
        }
        if (cursor.accept("DETACH", "PARTITION")) {
            WrittenName written = context.written();
            context.at(written.offset());
            if (!cursor.accept("CONCURRENTLY")) {
                cursor.accept("FINALIZE");
            }
            Lineage.detach(context, table(context, written), target.name());
            return true;
        }
        return false;
    }

    private static Table table(DdlContext context, WrittenName written) {
        QualifiedName name = context.relation(written);
        return context.schema()
                .table(name)
                .orElseThrow(() -> context.missingTable(written.offset(), name));
    }
}
