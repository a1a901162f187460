package dev.limbeck.postgres;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.schema.Persistence;

/** Tells statements apart by their first words. */
final class StatementGrammar {
    private final CreateTable tables;
    private final AlterTable alterTable;
    private final IndexGrammar indexes = new IndexGrammar();
    private final SequenceGrammar sequences = new SequenceGrammar();
    private final ViewGrammar views = new ViewGrammar();
    private final OtherRelations others = new OtherRelations(sequences);

    StatementGrammar(int major) {
        ColumnGrammar columns = new ColumnGrammar(major);
        this.tables = new CreateTable(columns);
        this.alterTable = new AlterTable(columns, others);
    }

    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("CREATE")) {
            create(context);
        } else if (cursor.accept("ALTER", "TABLE")) {
            alterTable.read(context);
        } else {
            Rest.pass(cursor);
        }
    }

    private void create(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("TABLE")) {
            tables.read(context, Persistence.PERMANENT);
        } else if (cursor.accept("UNLOGGED", "TABLE")) {
            tables.read(context, Persistence.UNLOGGED);
        } else if (cursor.accept("INDEX")) {
            indexes.read(context, false);
        } else if (cursor.accept("UNIQUE", "INDEX")) {
            indexes.read(context, true);
        } else if (cursor.accept("SEQUENCE")) {
            sequences.create(context, Persistence.PERMANENT);
        } else if (cursor.accept("VIEW")) {
            views.view(context, new ViewGrammar.Prefix(false, false, false));
        } else {
            Rest.pass(cursor);
        }
    }
}
