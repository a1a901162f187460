package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.PartDraft;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TableAssembly;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.TableChange;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import java.util.Optional;
import java.util.Set;

/** Reads {@code ALTER TABLE}, from behind the word {@code TABLE}. */
final class AlterTable {
    /** What moves bytes and leaves the definition as it is. */
    private static final Set<String> IDLE =
            Set.of("MOVE", "SHRINK", "TRUNCATE", "ALLOCATE", "DEALLOCATE", "MINIMIZE", "COALESCE");

    private final ColumnGrammar columns = new ColumnGrammar();

    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER TABLE");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        if (context.session().isTemporary(QualifiedName.of(written.name()))) {
            StatementNotes.pass(cursor);
            return;
        }
        QualifiedName name = context.relation(written);
        if (context.schema().table(name).isEmpty()) {
            if (!ifExists) {
                throw context.missing(written.offset(), "table " + name);
            }
            StatementNotes.pass(cursor);
            return;
        }
        if (cursor.atEnd()) {
            throw cursor.unexpected();
        }
        while (!cursor.atEnd()) {
            name = action(context, name);
        }
    }

    static Table table(DdlContext context, QualifiedName name) {
        return context.schema().table(name).orElseThrow();
    }

    /** Takes one action, and returns what the table is called afterwards. */
    private QualifiedName action(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("ADD")) {
            add(context, name);
        } else if (cursor.accept("MODIFY")) {
            modify(context, name);
        } else if (cursor.accept("DROP")) {
            new DropParts(context, name).read();
        } else if (cursor.accept("SET", "UNUSED")) {
            new DropParts(context, name).unused();
        } else if (cursor.accept("RENAME")) {
            return rename(context, name);
        } else if (cursor.at("ENABLE") || cursor.at("DISABLE")) {
            switched(context, name);
        } else {
            rest(context, name);
        }
        return name;
    }

    private void add(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("PARTITION")) {
            PartitionActions.add(context, name);
            return;
        }
        if (cursor.accept("SUPPLEMENTAL")) {
            StatementNotes.notModelled(context, 0, "supplemental logging");
            StatementNotes.pass(cursor);
            return;
        }
        TableDraft draft = new TableDraft(name);
        if (cursor.accept("(")) {
            do {
                definition(context, draft);
            } while (cursor.accept(","));
            cursor.expect(")");
            // What is said of large objects' storage.
            while (PhysicalClauses.pass(cursor)) {
                StatementNotes.notModelled(context, cursor.offset(), "how a table is stored");
            }
        } else {
            Optional<PartDraft> part = columns.constraint(context);
            if (part.isEmpty()) {
                cursor.accept("COLUMN");
                columns.column(context, draft);
            }
            for (; part.isPresent(); part = columns.constraint(context)) {
                draft.add(part.get());
            }
        }
        new TableAssembly(context).addColumn(draft);
        CreateTable.untyped(context, draft);
    }

    private void definition(DdlContext context, TableDraft draft) {
        Optional<PartDraft> part = columns.constraint(context);
        part.ifPresent(draft::add);
        if (part.isEmpty()) {
            columns.column(context, draft);
        }
    }

    private void modify(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        if (ConstraintActions.modify(context, name)) {
            return;
        }
        if (cursor.at("PARTITION")
                || cursor.at("SUBPARTITION")
                || cursor.at("DEFAULT", "ATTRIBUTES")
                || cursor.at("LOB")
                || cursor.at("VARRAY")
                || cursor.at("NESTED")) {
            PartitionActions.other(context, name);
            return;
        }
        ModifyColumn modification = new ModifyColumn(context, name, columns);
        if (cursor.accept("(")) {
            do {
                modification.read();
            } while (cursor.accept(","));
            cursor.expect(")");
        } else {
            modification.read();
        }
    }

    private static QualifiedName rename(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("COLUMN")) {
            int offset = cursor.offset();
            String before = context.name();
            cursor.expect("TO");
            column(context, table(context, name), before, offset);
            context.change(new ColumnChange.Rename(name, before, context.name()));
            return name;
        }
        if (cursor.accept("CONSTRAINT")) {
            int offset = cursor.offset();
            String before = context.name();
            cursor.expect("TO");
            String after = context.name();
            TablePart part = ConstraintActions.named(context, name, before, offset);
            context.change(new PartChange.Rename(ObjectId.table(name), part, PartName.of(after)));
            return name;
        }
        if (cursor.at("PARTITION") || cursor.at("SUBPARTITION")) {
            PartitionActions.other(context, name);
            return name;
        }
        cursor.expect("TO");
        QualifiedName newName = name.sibling(context.name());
        context.change(new ObjectChange.Rename(ObjectId.table(name), newName));
        return newName;
    }

    static Column column(DdlContext context, Table table, String name, int offset) {
        return table.column(name)
                .orElseThrow(() -> context.missing(offset, "column " + name + " of " + table.id()));
    }

    /** Takes what is enabled or disabled. */
    private static void switched(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        Table table = table(context, name);
        boolean enable = cursor.at("ENABLE");
        if (cursor.at("ENABLE", "ROW", "MOVEMENT") || cursor.at("DISABLE", "ROW", "MOVEMENT")) {
            cursor.next();
            cursor.expect("ROW", "MOVEMENT");
            set(context, table, OracleOptions.ROW_MOVEMENT, enable);
        } else if (cursor.at("ENABLE", "ALL", "TRIGGERS")
                || cursor.at("DISABLE", "ALL", "TRIGGERS")) {
            cursor.next();
            cursor.expect("ALL", "TRIGGERS");
            Trigger.State state = enable ? Trigger.State.ENABLED : Trigger.State.DISABLED;
            for (Trigger trigger : table.triggers()) {
                if (trigger.state() != state) {
                    context.change(
                            new PartChange.Alter(table.id(), trigger, trigger.withState(state)));
                }
            }
        } else if (cursor.accept("ENABLE", "TABLE", "LOCK")
                || cursor.accept("DISABLE", "TABLE", "LOCK")) {
            StatementNotes.notModelled(context, 0, "the lock of a table");
        } else {
            ConstraintActions.switched(context, name);
        }
    }

    private static void set(DdlContext context, Table table, String option, boolean there) {
        Options after = there ? table.options().with(option, "") : table.options().without(option);
        if (!after.equals(table.options())) {
            context.change(new TableChange.SetOptions(table.id(), table.options(), after));
        }
    }

    private static void rest(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        if (cursor.accept("READ", "ONLY")) {
            set(context, table(context, name), OracleOptions.READ_ONLY, true);
        } else if (cursor.accept("READ", "WRITE")) {
            set(context, table(context, name), OracleOptions.READ_ONLY, false);
        } else if (cursor.atAny(IDLE)) {
            StatementNotes.pass(cursor);
        } else if (cursor.accept("SET", "INTERVAL")) {
            PartitionActions.interval(context, table(context, name));
        } else if (cursor.accept("SPLIT", "PARTITION")) {
            PartitionActions.split(context, name);
        } else if (cursor.at("SPLIT")
                || cursor.at("MERGE")
                || cursor.at("EXCHANGE")
                || cursor.at("SET")) {
            PartitionActions.other(context, name);
        } else if (PhysicalClauses.pass(cursor)) {
            StatementNotes.notModelled(context, offset, "how a table is stored");
        } else {
            throw cursor.unexpected();
        }
    }
}
