package dev.limbeck.tck.schema;

import dev.limbeck.diff.ChangeRules;
import dev.limbeck.diff.DiffOptions;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.NameRewriter;
import dev.limbeck.schema.NameScopes;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaRules;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.View;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rules of a made-up database that is as strict as real ones are. */
final class ModelRules implements ChangeRules {
    static final SchemaRules NAMES =
            new SchemaRules(
                    new NameScopes(
                            EnumSet.of(
                                    ObjectKind.TABLE,
                                    ObjectKind.VIEW,
                                    ObjectKind.MATERIALIZED_VIEW,
                                    ObjectKind.SEQUENCE),
                            EnumSet.of(
                                    ObjectKind.ENUM_TYPE,
                                    ObjectKind.DOMAIN,
                                    ObjectKind.COMPOSITE_TYPE),
                            NameScopes.Scope.RELATION_NAMES,
                            NameScopes.Scope.RELATION,
                            NameScopes.Scope.RELATION,
                            true),
                    NameRewriter.byWords(name -> name.toLowerCase(Locale.ROOT), name -> name));

    static final DiffOptions OPTIONS = new DiffOptions(NAMES, new ModelRules());

    @Override
    public boolean altersInPlace(SchemaObject before, SchemaObject after) {
        if (before instanceof View old && after instanceof View wanted) {
            List<Query.OutputColumn> columns = old.query().columns();
            List<Query.OutputColumn> newColumns = wanted.query().columns();
            return !columns.isEmpty()
                    && newColumns.size() >= columns.size()
                    && newColumns.subList(0, columns.size()).equals(columns);
        }
        if (before instanceof Domain old && after instanceof Domain wanted) {
            return old.type().equals(wanted.type());
        }
        if (before instanceof Table old && after instanceof Table wanted) {
            return old.partitioning().equals(wanted.partitioning());
        }
        if (before instanceof Routine old && after instanceof Routine wanted) {
            return old.returns().equals(wanted.returns());
        }
        return before instanceof Sequence || before instanceof Extension;
    }

    @Override
    public boolean altersInPlace(Column before, Column after) {
        return before.generated().equals(after.generated());
    }

    @Override
    public boolean altersInPlace(TablePart before, TablePart after) {
        if (before instanceof ForeignKey old && after instanceof ForeignKey wanted) {
            return old.withState(ConstraintState.normal())
                            .equals(wanted.withState(ConstraintState.normal()))
                    && wanted.state().validated();
        }
        if (before instanceof Check old && after instanceof Check wanted) {
            return old.withState(ConstraintState.normal())
                            .equals(wanted.withState(ConstraintState.normal()))
                    && wanted.state().validated();
        }
        if (before instanceof Index old && after instanceof Index wanted) {
            return old.withOptions(Options.none()).equals(wanted.withOptions(Options.none()));
        }
        if (before instanceof Policy old && after instanceof Policy wanted) {
            return old.permissive() == wanted.permissive()
                    && old.command().equals(wanted.command());
        }
        return before instanceof Trigger old
                && after instanceof Trigger wanted
                && old.withState(wanted.state()).equals(wanted);
    }

    @Override
    public boolean renames(ObjectId object) {
        return true;
    }

    @Override
    public boolean renames(TablePart part) {
        return true;
    }

    @Override
    public boolean blocks(SchemaObject user, Column before, Column after) {
        return changesType(before, after) && !(user instanceof Routine);
    }

    @Override
    public boolean blocks(TablePart user, Column before, Column after) {
        if (before.equals(after)) {
            return user.kind() == PartKind.POLICY
                    || user.kind() == PartKind.TRIGGER
                    || user instanceof Check
                    || (user instanceof Index index
                            && (index.where().isPresent()
                                    || index.parts().stream()
                                            .map(IndexPart::expression)
                                            .anyMatch(Optional::isPresent)));
        }
        return changesType(before, after)
                && (user.kind() == PartKind.POLICY || user.kind() == PartKind.TRIGGER);
    }

    @Override
    public boolean blocks(Column generated, Column before, Column after) {
        return changesType(before, after);
    }

    private static boolean changesType(Column before, Column after) {
        return before.equals(after) || !before.type().equals(after.type());
    }

    @Override
    public ColumnType refuge(SchemaObject type) {
        return type instanceof Domain domain ? domain.type() : ColumnType.of("text");
    }

    @Override
    public Table detached(Schema schema, Table partition) {
        return partition
                .withColumns(Inheritance.columns(schema, partition))
                .withPartitionOf(Optional.empty())
                .withInherits(List.of());
    }

    @Override
    public Table attached(Schema schema, Table table, PartitionOf as) {
        return table.withColumns(List.of()).withPartitionOf(Optional.of(as));
    }
}
