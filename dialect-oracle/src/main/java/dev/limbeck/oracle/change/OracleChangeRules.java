package dev.limbeck.oracle.change;

import dev.limbeck.diff.ChangeRules;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SchemaException;
import dev.limbeck.oracle.model.UnnamedConstraints;
import dev.limbeck.oracle.type.OracleTypes;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.View;

/** What Oracle changes in place, and what stands in the way of a change. */
public final class OracleChangeRules implements ChangeRules {
    /** Views and programs are replaced, sequences altered; a table keeps how long its rows last. */
    @Override
    public boolean altersInPlace(SchemaObject before, SchemaObject after) {
        if (before instanceof Table old && after instanceof Table now) {
            return old.persistence() == now.persistence() && recuts(old, now);
        }
        return after instanceof View
                || after instanceof OpaqueObject
                || after instanceof Routine
                || after instanceof Sequence
                || after instanceof Synonym;
    }

    /** Partitions come and go; by what a table is cut stays, but for a table that is not cut. */
    private static boolean recuts(Table before, Table after) {
        if (before.partitioning().isEmpty() || after.partitioning().isEmpty()) {
            return before.partitioning().equals(after.partitioning());
        }
        Partitioning old = before.partitioning().get();
        Partitioning now = after.partitioning().get();
        return old.method().equals(now.method())
                && old.keys().equals(now.keys())
                && !old.method().equals("hash")
                && Recut.isPossible(old, now);
    }

    /** A computed column stays one; what it is computed from may change. */
    @Override
    public boolean altersInPlace(Column before, Column after) {
        return before.generated().isPresent() == after.generated().isPresent();
    }

    @Override
    public boolean altersInPlace(TablePart before, TablePart after) {
        if (before instanceof Index old && after instanceof Index now) {
            return shown(old).equals(shown(now));
        }
        if (before instanceof Trigger) {
            return after instanceof Trigger;
        }
        return before instanceof Constraint old
                && after instanceof Constraint now
                && old.state().deferral() == now.state().deferral()
                && old.withState(now.state()).sameDefinition(now);
    }

    private static Index shown(Index index) {
        return index.withOptions(index.options().without(Options.INVISIBLE));
    }

    @Override
    public boolean renames(ObjectId object) {
        return switch (object.kind()) {
            case TABLE, VIEW, SEQUENCE -> true;
            default -> false;
        };
    }

    @Override
    public boolean renames(TablePart part) {
        return (part instanceof Constraint || part instanceof Index || part instanceof Trigger)
                && !UnnamedConstraints.isUnnamed(part);
    }

    /** The server keeps a view's query as a text. */
    @Override
    public boolean breaksByRename(SchemaObject user) {
        return user instanceof View || user instanceof MaterializedView;
    }

    /** What reads a column would not let a new one take its place. */
    @Override
    public boolean blocks(SchemaObject user, Column before, Column after) {
        return isReplaced(before, after)
                && (user instanceof View || user instanceof MaterializedView);
    }

    /** A column is never modified to a large type or back. */
    private static boolean isReplaced(Column before, Column after) {
        return !before.type().equals(after.type())
                && (OracleTypes.isLarge(before.type()) || OracleTypes.isLarge(after.type()));
    }

    /** An index over an expression holds on to the types of what it computes. */
    @Override
    public boolean blocks(TablePart user, Column before, Column after) {
        boolean retyped = !before.type().equals(after.type());
        boolean computed =
                user instanceof Index index
                        && index.parts().stream().anyMatch(part -> part.expression().isPresent());
        return (retyped && computed) || isReplaced(before, after);
    }

    @Override
    public boolean blocks(Column generated, Column before, Column after) {
        return !before.type().equals(after.type());
    }

    @Override
    public boolean blocks(Partitioning partitioning, Column before, Column after) {
        return !before.type().equals(after.type());
    }

    @Override
    public ColumnType refuge(SchemaObject type) {
        return ColumnType.of("clob");
    }

    private static SchemaException refused(Table table) {
        return new SchemaException(
                Diagnostic.error(
                        ErrorCode.NOT_IN_DATABASE,
                        "Oracle has no partitions that are tables: " + table.name()));
    }

    @Override
    public Table detached(Schema schema, Table partition) {
        throw refused(partition);
    }

    @Override
    public Table attached(Schema schema, Table table, PartitionOf as) {
        throw refused(table);
    }
}
