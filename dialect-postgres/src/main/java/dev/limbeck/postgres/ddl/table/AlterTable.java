package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.postgres.ddl.clause.ColumnGrammar;
import dev.limbeck.postgres.ddl.clause.IndexGrammar;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import java.util.Optional;

/** Reads {@code ALTER TABLE}, from behind the word {@code TABLE}. */
public final class AlterTable {
    private final ColumnActions columns;
    private final ConstraintActions constraints;
    private final TableActions settings = new TableActions();
    private final RenameActions renames = new RenameActions();
    private final PartitionActions partitions = new PartitionActions();
    private final OtherRelations others;

    public AlterTable(ColumnGrammar grammar, OtherRelations others) {
        this.columns = new ColumnActions(grammar);
        this.constraints = new ConstraintActions(grammar);
        this.others = others;
    }

    /** Reads what follows {@code ALTER TABLE}. */
    public void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER TABLE");
        if (cursor.accept("ALL", "IN", "TABLESPACE")) {
            StatementNotes.notModelled(context, 0, "moving all tables of a tablespace");
            Rest.pass(cursor);
            return;
        }
        boolean ifExists = cursor.accept("IF", "EXISTS");
        cursor.accept("ONLY");
        WrittenName written = context.written();
        cursor.accept("*");
        if (IndexGrammar.isTemporary(context, written)) {
            Rest.pass(cursor);
            return;
        }
        QualifiedName name = named(context, written);
        Optional<Relation> relation = context.schema().relation(name);
        if (relation.isEmpty()) {
            other(context, written, name, ifExists);
            return;
        }
        actions(context, new AlterTarget(context, relation.get().id()));
    }

    private static QualifiedName named(DdlContext context, WrittenName written) {
        return context.existing(
                written,
                candidate -> {
                    Schema schema = context.schema();
                    return schema.relation(candidate).isPresent()
                            || schema.sequence(candidate).isPresent();
                });
    }

    private void other(
            DdlContext context, WrittenName written, QualifiedName name, boolean ifExists) {
        if (ifExists && context.schema().named(name).isEmpty()) {
            Rest.pass(context.cursor());
        } else if (!others.alter(context, written)) {
            throw context.missingTable(written.offset(), name);
        }
    }

    /** Reads the actions on a target, up to the end of the statement. */
    public void actions(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        if (renames.read(context, target) || partitions.read(context, target)) {
            return;
        }
        do {
            context.at(cursor.offset());
            action(context, target);
        } while (cursor.accept(","));
    }

    private void action(DdlContext context, AlterTarget target) {
        boolean isTable = target.id().kind() == ObjectKind.TABLE;
        boolean read =
                (isTable && constraints.read(context, target))
                        || columns.read(context, target)
                        || settings.read(context, target);
        if (!read) {
            throw context.cursor().unexpected();
        }
    }
}
