package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.postgres.ddl.clause.IndexGrammar;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.model.OptionNames;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Table;

/** Reads by which index the rows of a table are sorted. */
public final class Sorting {
    private Sorting() {}

    /**
     * Reads what follows {@code CLUSTER}: with an index the table keeps it, without one it is
     * sorted as before.
     */
    public static void statement(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("(")) {
            Rest.passTo(cursor, ")");
            cursor.expect(")");
        }
        cursor.accept("VERBOSE");
        if (cursor.atEnd()) {
            return;
        }
        WrittenName written = context.written();
        if (cursor.at("ON")) {
            StatementNotes.notModelled(context, 0, "CLUSTER with the index first");
            Rest.pass(cursor);
            return;
        }
        if (IndexGrammar.isTemporary(context, written)) {
            Rest.pass(cursor);
            return;
        }
        Relation relation = IndexGrammar.relation(context, written);
        if (cursor.accept("USING")) {
            by(context, new AlterTarget(context, relation.id()));
        }
    }

    private static void by(DdlContext context, AlterTarget target) {
        int offset = context.cursor().offset();
        String index = context.name();
        if (OtherRelations.index(target.relation(), index).isPresent()) {
            Options before = TableActions.options(target.relation());
            TableActions.set(context, target, before.with(OptionNames.CLUSTERED_ON, index));
        } else if (isChild(target)) {
            StatementNotes.notModelled(context, offset, "sorting by an index that its parent has");
        } else {
            throw context.missing(offset, "index " + index + " of " + target.id());
        }
    }

    /** Takes an action of {@code ALTER TABLE} if one comes next. */
    static boolean action(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        Options before = TableActions.options(target.relation());
        if (cursor.accept("SET", "WITHOUT", "CLUSTER")) {
            TableActions.set(context, target, before.without(OptionNames.CLUSTERED_ON));
            return true;
        }
        if (!cursor.accept("CLUSTER", "ON")) {
            return false;
        }
        by(context, target);
        return true;
    }

    /** Returns whether a table has indexes that are its parent's. */
    private static boolean isChild(AlterTarget target) {
        return target.relation() instanceof Table table && table.partitionOf().isPresent();
    }
}
