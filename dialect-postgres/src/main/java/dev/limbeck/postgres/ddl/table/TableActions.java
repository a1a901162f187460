package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.TableChange;
import dev.limbeck.postgres.ddl.clause.StorageParameters;
import dev.limbeck.postgres.definition.RuleDefinition;
import dev.limbeck.postgres.model.OptionNames;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.RowSecurity;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the actions of {@code ALTER TABLE} on the table as a whole. */
final class TableActions {

    /** Takes an action if one comes next. */
    boolean read(DdlContext context, AlterTarget target) {
        return ownership(context)
                || stored(context, target)
                || triggers(context, target)
                || rowSecurity(context, target)
                || inheritance(context, target)
                || Sorting.action(context, target);
    }

    /** Takes {@code OWNER TO}: owners aren't compared. */
    private static boolean ownership(DdlContext context) {
        if (!context.cursor().accept("OWNER", "TO")) {
            return false;
        }
        context.names().label();
        return true;
    }

    private static boolean stored(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        Options before = options(target.relation());
        if (cursor.accept("SET", "TABLESPACE")) {
            set(context, target, StorageParameters.tablespace(context, before));
        } else if (cursor.accept("SET", "ACCESS", "METHOD")) {
            String method = cursor.accept("DEFAULT") ? "heap" : context.name();
            set(
                    context,
                    target,
                    method.equals("heap")
                            ? before.without(OptionNames.ACCESS_METHOD)
                            : before.with(OptionNames.ACCESS_METHOD, method));
        } else if (cursor.at("SET", "(")) {
            cursor.expect("SET");
            set(context, target, StorageParameters.read(context, before));
        } else if (cursor.accept("RESET")) {
            set(context, target, StorageParameters.reset(context, before));
        } else if (cursor.accept("REPLICA", "IDENTITY")) {
            set(context, target, replicaIdentity(context, before));
        } else if (cursor.accept("SET", "LOGGED")) {
            persistence(context, target, Persistence.PERMANENT);
        } else if (cursor.accept("SET", "UNLOGGED")) {
            persistence(context, target, Persistence.UNLOGGED);
        } else {
            return cursor.accept("SET", "WITHOUT", "OIDS");
        }
        return true;
    }

    private static Options replicaIdentity(DdlContext context, Options before) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("DEFAULT")) {
            return before.without(OptionNames.REPLICA_IDENTITY);
        }
        if (cursor.accept("FULL")) {
            return before.with(OptionNames.REPLICA_IDENTITY, "full");
        }
        if (cursor.accept("NOTHING")) {
            return before.with(OptionNames.REPLICA_IDENTITY, "nothing");
        }
        cursor.expect("USING", "INDEX");
        return before.with(OptionNames.REPLICA_IDENTITY, OptionNames.BY_INDEX + context.name());
    }

    static Options options(Relation relation) {
        if (relation instanceof Table table) {
            return table.options();
        }
        return relation instanceof View view
                ? view.options()
                : ((MaterializedView) relation).options();
    }

    static void set(DdlContext context, AlterTarget target, Options after) {
        Options before = options(target.relation());
        if (!before.equals(after)) {
            context.change(new TableChange.SetOptions(target.id(), before, after));
        }
    }

    /** The sequences that a table's columns own follow it. */
    private static void persistence(DdlContext context, AlterTarget target, Persistence after) {
        Table table = target.table();
        if (table.persistence() == after) {
            return;
        }
        context.change(new TableChange.SetPersistence(table.name(), table.persistence(), after));
        for (Column column : table.columns()) {
            for (Sequence sequence : ColumnDrop.owned(context, table, column.name())) {
                context.change(new ObjectChange.Alter(sequence, sequence.withPersistence(after)));
            }
        }
    }

    private static boolean triggers(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("DISABLE", "TRIGGER")) {
            set(context, target, Trigger.State.DISABLED);
        } else if (cursor.accept("ENABLE", "TRIGGER")) {
            set(context, target, Trigger.State.ENABLED);
        } else if (cursor.accept("ENABLE", "REPLICA", "TRIGGER")) {
            set(context, target, Trigger.State.REPLICA);
        } else if (cursor.accept("ENABLE", "ALWAYS", "TRIGGER")) {
            set(context, target, Trigger.State.ALWAYS);
        } else {
            return rules(context, target);
        }
        return true;
    }

    private static boolean rules(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        for (String state : List.of("DISABLE", "ENABLE REPLICA", "ENABLE ALWAYS", "ENABLE")) {
            if (cursor.accept((state + " RULE").split(" "))) {
                rule(context, target, state);
                return true;
            }
        }
        return false;
    }

    private static void rule(DdlContext context, AlterTarget target, String state) {
        int offset = context.cursor().offset();
        String name = context.name();
        Attachment before =
                target.relation()
                        .part(PartKind.ATTACHMENT, name)
                        .map(Attachment.class::cast)
                        .orElseThrow(
                                () ->
                                        context.missing(
                                                offset, "rule " + name + " of " + target.id()));
        Expression text = before.definition();
        String now = RuleDefinition.in(state, text.source(), target.name(), name);
        if (!now.equals(text.source())) {
            Attachment after = before.withDefinition(Expression.of(now, text.references()));
            context.change(new PartChange.Alter(target.id(), before, after));
        }
    }

    private static void set(DdlContext context, AlterTarget target, Trigger.State state) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        boolean all = cursor.accept("ALL") || cursor.accept("USER");
        String name = all ? "" : context.name();
        List<Trigger> meant = new ArrayList<>();
        for (Trigger trigger : target.relation().triggers()) {
            if (all || trigger.name().value().equals(name)) {
                meant.add(trigger);
            }
        }
        if (!all && meant.isEmpty() && isInherited(context, target, name)) {
            StatementNotes.notModelled(
                    context, offset, "whether a partition's trigger fires, which is its parent's");
            return;
        }
        if (!all && meant.isEmpty()) {
            throw context.missing(offset, "trigger " + name + " of " + target.id());
        }
        for (Trigger trigger : meant) {
            if (trigger.state() != state) {
                context.change(
                        new PartChange.Alter(target.id(), trigger, trigger.withState(state)));
            }
        }
    }

    /** Returns whether a partition has a trigger from one of those above it. */
    private static boolean isInherited(DdlContext context, AlterTarget target, String trigger) {
        Optional<Table> table = context.schema().table(target.name());
        while (table.isPresent() && table.get().partitionOf().isPresent()) {
            table = context.schema().table(table.get().partitionOf().get().parent());
            if (table.flatMap(above -> above.part(PartKind.TRIGGER, trigger)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean rowSecurity(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("ENABLE", "ROW", "LEVEL", "SECURITY")) {
            set(context, target.table(), true, target.table().rowSecurity().forced());
        } else if (cursor.accept("DISABLE", "ROW", "LEVEL", "SECURITY")) {
            set(context, target.table(), false, target.table().rowSecurity().forced());
        } else if (cursor.accept("FORCE", "ROW", "LEVEL", "SECURITY")) {
            set(context, target.table(), target.table().rowSecurity().enabled(), true);
        } else if (cursor.accept("NO", "FORCE", "ROW", "LEVEL", "SECURITY")) {
            set(context, target.table(), target.table().rowSecurity().enabled(), false);
        } else {
            return false;
        }
        return true;
    }

    private static void set(DdlContext context, Table table, boolean enabled, boolean forced) {
        RowSecurity after = new RowSecurity(enabled, forced);
        if (!table.rowSecurity().equals(after)) {
            context.change(
                    new TableChange.SetRowSecurity(table.name(), table.rowSecurity(), after));
        }
    }

    private static boolean inheritance(DdlContext context, AlterTarget target) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("INHERIT")) {
            QualifiedName parent = context.relation(context.written());
            Lineage.inherit(context, target.table(), parent);
        } else if (cursor.accept("NO", "INHERIT")) {
            QualifiedName parent = context.relation(context.written());
            Lineage.disinherit(context, target.table(), parent);
        } else if (cursor.accept("NOT", "OF")) {
            StatementNotes.notModelled(context, cursor.lastEnd(), "of which type a table is");
        } else if (cursor.accept("OF")) {
            StatementNotes.notModelled(context, cursor.offset(), "of which type a table is");
            context.written();
        } else {
            return false;
        }
        return true;
    }
}
