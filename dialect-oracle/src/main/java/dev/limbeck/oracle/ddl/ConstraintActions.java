package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.PartChange;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import java.util.List;
import java.util.Optional;

/** Reads how {@code ALTER TABLE} changes the states of constraints. */
final class ConstraintActions {
    private ConstraintActions() {}

    /** Returns a constraint by its name. */
    static TablePart named(DdlContext context, QualifiedName table, String name, int offset) {
        return AlterTable.table(context, table)
                .part(PartKind.CONSTRAINT, name)
                .orElseThrow(
                        () -> context.missing(offset, "constraint " + name + " of table " + table));
    }

    /**
     * Takes which constraint is meant, if one comes next: by its name, as the primary key, or by
     * its columns.
     */
    static Optional<TablePart> meant(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        Table table = AlterTable.table(context, name);
        if (cursor.accept("PRIMARY", "KEY")) {
            return Optional.of(
                    table.primaryKey()
                            .orElseThrow(
                                    () -> context.missing(offset, "primary key of " + table.id())));
        }
        if (cursor.at("UNIQUE", "(")) {
            cursor.next();
            List<String> columns = context.names().list();
            return Optional.of(
                    table.parts(Unique.class).stream()
                            .filter(unique -> unique.key().columns().equals(columns))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            context.missing(
                                                    offset, "unique constraint of " + table.id())));
        }
        if (cursor.accept("CONSTRAINT")) {
            int at = cursor.offset();
            return Optional.of(named(context, name, context.name(), at));
        }
        return Optional.empty();
    }

    /** Takes a constraint in another state, from behind {@code MODIFY}, if one comes next. */
    static boolean modify(DdlContext context, QualifiedName name) {
        Optional<TablePart> part = meant(context, name);
        if (part.isEmpty()) {
            return false;
        }
        Constraint before = (Constraint) part.get();
        ConstraintState state = ConstraintStates.read(context.cursor(), before.state());
        context.cursor().accept("CASCADE");
        set(context, name, before, state);
        return true;
    }

    /** Takes a constraint that is enabled or disabled. */
    static void switched(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        boolean enable = cursor.word().equals("ENABLE");
        boolean unchecked = cursor.accept("NOVALIDATE");
        boolean checked = !unchecked && cursor.accept("VALIDATE");
        Constraint before =
                (Constraint) meant(context, name).orElseThrow(() -> cursor.unexpected());
        ConstraintState state =
                before.state()
                        .withEnforced(enable)
                        .withValidated(checked || (enable && !unchecked));
        // Where the key's index goes or stays is not kept.
        ConstraintStates.read(cursor, state);
        cursor.accept("CASCADE");
        cursor.accept("KEEP", "INDEX");
        cursor.accept("DROP", "INDEX");
        set(context, name, before, state);
    }

    private static void set(
            DdlContext context, QualifiedName name, Constraint before, ConstraintState state) {
        if (!before.state().equals(state)) {
            context.change(
                    new PartChange.Alter(ObjectId.table(name), before, before.withState(state)));
        }
    }
}
