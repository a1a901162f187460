package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.ColumnDraft;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TableAssembly;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import java.util.Optional;
import java.util.Set;

/** Reads a column as {@code MODIFY} has it: what is not said stays. */
final class ModifyColumn {
    /** Words that begin a clause where a type could stand. */
    private static final Set<String> CLAUSES =
            Set.of(
                    "DEFAULT",
                    "NOT",
                    "NULL",
                    "CONSTRAINT",
                    "PRIMARY",
                    "UNIQUE",
                    "CHECK",
                    "REFERENCES",
                    "GENERATED",
                    "AS",
                    "VISIBLE",
                    "INVISIBLE",
                    "DROP",
                    "COLLATE",
                    "ENCRYPT",
                    "DECRYPT");

    private final DdlContext context;
    private final TokenCursor cursor;
    private final QualifiedName name;
    private final ColumnGrammar columns;

    ModifyColumn(DdlContext context, QualifiedName name, ColumnGrammar columns) {
        this.context = context;
        this.cursor = context.cursor();
        this.name = name;
        this.columns = columns;
    }

    /** Takes one column. */
    void read() {
        int offset = cursor.offset();
        String written = context.name();
        Table table = AlterTable.table(context, name);
        Column before = AlterTable.column(context, table, written, offset);
        context.at(offset);
        boolean typed =
                !cursor.atEnd() && !cursor.at(",") && !cursor.at(")") && !cursor.atAny(CLAUSES);
        ColumnType type = typed ? context.tools().types().read(context) : before.type();
        Column base = before.withType(type);
        boolean nullable = false;
        if (cursor.accept("DROP", "IDENTITY")) {
            base = base.withIdentity(Optional.empty());
        }
        if (cursor.at("DEFAULT")) {
            // A default that is said takes the place of the old one, NULL takes it away.
            base =
                    base.withDefault(Optional.empty())
                            .withOptions(base.options().without(Options.DEFAULT_ON_NULL));
        }
        boolean shown = false;
        TableDraft draft = new TableDraft(name);
        ColumnDraft column = ColumnDraft.like(base, offset);
        draft.add(column);
        while (!cursor.atEnd() && !cursor.at(",") && !cursor.at(")") && !isNextAction()) {
            if (cursor.accept("NULL")) {
                nullable = true;
            } else if (cursor.accept("VISIBLE")) {
                shown = true;
            } else {
                columns.clause(context, draft, column);
            }
        }
        TableAssembly assembly = new TableAssembly(context);
        Column after = assembly.column(table, column);
        after = nullable ? after.withNotNull(Optional.empty()) : after;
        after = shown ? after.withOptions(after.options().without(Options.INVISIBLE)) : after;
        if (!after.equals(before)) {
            context.change(new ColumnChange.Alter(name, before, after));
        }
        assembly.addParts(ObjectId.table(name), draft.parts());
    }

    private boolean isNextAction() {
        return cursor.at("MODIFY")
                || cursor.at("ADD")
                || cursor.at("RENAME")
                || cursor.at("DROP", "COLUMN")
                || cursor.at("DROP", "CONSTRAINT");
    }
}
