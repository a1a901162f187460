package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.Conversion;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.TablePart;
import java.util.Optional;

/** Reads {@code RENAME …} and {@code SET SCHEMA}, which stand alone. */
final class RenameActions {
    /** Takes the action if one comes next. */
    boolean read(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("RENAME", "TO")) {
            int offset = cursor.offset();
            QualifiedName newName = target.name().sibling(context.name());
            context.at(offset);
            context.change(new ObjectChange.Rename(target.id(), newName));
            return true;
        }
        if (cursor.accept("RENAME", "CONSTRAINT")) {
            constraint(context, target);
            return true;
        }
        if (cursor.accept("RENAME")) {
            cursor.accept("COLUMN");
            column(context, target);
            return true;
        }
        if (cursor.accept("SET", "SCHEMA")) {
            int offset = cursor.offset();
            String schema = context.schemaName(context.name());
            context.at(offset);
            move(context, target, schema);
            return true;
        }
        return false;
    }

    private static void column(DdlContext context, AlterTarget target) {
        int offset = context.cursor().offset();
        String before = context.name();
        context.cursor().expect("TO");
        String after = context.name();
        context.at(offset);
        if (target.id().kind() == ObjectKind.TABLE) {
            context.change(new ColumnChange.Rename(target.name(), before, after));
        } else {
            ViewActions.renameColumn(context, target, before, after);
        }
    }

    private static void constraint(DdlContext context, AlterTarget target) {
        int offset = context.cursor().offset();
        String before = context.name();
        context.cursor().expect("TO");
        PartName after = PartName.of(context.name());
        context.at(offset);
        Optional<Column> column = ConstraintActions.columnOf(target, before);
        if (column.isPresent()) {
            Column renamed =
                    column.get()
                            .withNotNull(
                                    column.get()
                                            .notNull()
                                            .map(
                                                    said ->
                                                            new NotNull(
                                                                    after,
                                                                    said.inherited(),
                                                                    said.state())));
            ColumnActions.change(
                    context, target.name(), column.get(), renamed, Conversion.unsaid());
            return;
        }
        TablePart part =
                target.constraint(before)
                        .orElseThrow(
                                () ->
                                        context.missing(
                                                offset,
                                                "constraint " + before + " of " + target.id()));
        context.change(new PartChange.Rename(target.id(), part, after));
    }

    /** Moves a relation to another schema; the sequences its columns own go with it. */
    private static void move(DdlContext context, AlterTarget target, String schema) {
        if (target.name().schema().equals(schema)) {
            return;
        }
        QualifiedName newName = QualifiedName.of(schema, target.name().name());
        context.change(new ObjectChange.Rename(target.id(), newName));
    }
}
