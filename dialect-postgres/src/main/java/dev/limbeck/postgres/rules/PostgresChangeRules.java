package dev.limbeck.postgres.rules;

import dev.limbeck.diff.ChangeRules;
import dev.limbeck.postgres.definition.Definition;
import dev.limbeck.postgres.model.MadeNames;
import dev.limbeck.postgres.model.OptionNames;
import dev.limbeck.postgres.render.PostgresRenderer;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What PostgreSQL changes in place, and what stands in the way of a change.
 *
 * <p>What is altered on the way up is altered back on the way down, so the answer is yes only where
 * both ways are open, or where {@link PostgresRenderer} knows another way back.
 */
public final class PostgresChangeRules implements ChangeRules {
    private static final int SEQUENCES_CAN_BE_UNLOGGED = 15;
    private static final int TRIGGERS_CAN_BE_REPLACED = 14;
    private static final int EXPRESSIONS_CAN_BE_SET = 17;
    private static final int ENFORCEMENT_CAN_BE_ALTERED = 18;

    private final int major;

    /**
     * @param major the server's major version
     */
    public PostgresChangeRules(int major) {
        this.major = major;
    }

    @Override
    public boolean dropsViewsBeforeRenames() {
        return true;
    }

    @Override
    public boolean altersInPlace(SchemaObject before, SchemaObject after) {
        if (before instanceof View old && after instanceof View wanted) {
            return ViewHeads.same(old.query(), wanted.query());
        }
        if (before instanceof Routine old && after instanceof Routine wanted) {
            return isReplaceable(old, wanted);
        }
        if (before instanceof Domain old && after instanceof Domain wanted) {
            return old.type().equals(wanted.type()) && old.collation().equals(wanted.collation());
        }
        if (before instanceof CompositeType old && after instanceof CompositeType wanted) {
            return isPrefix(old.attributes(), wanted.attributes())
                    || isPrefix(wanted.attributes(), old.attributes());
        }
        if (before instanceof Sequence old && after instanceof Sequence wanted) {
            return old.persistence() == wanted.persistence() || major >= SEQUENCES_CAN_BE_UNLOGGED;
        }
        if (before instanceof Table old && after instanceof Table wanted) {
            return old.partitioning().equals(wanted.partitioning())
                    && old.partitioning().isEmpty()
                    && old.persistence() != Persistence.TEMPORARY
                    && wanted.persistence() != Persistence.TEMPORARY;
        }
        if (before instanceof OpaqueObject old && after instanceof OpaqueObject wanted) {
            return isRedefinable(old, wanted);
        }
        return before.id().kind() == ObjectKind.EXTENSION;
    }

    private static boolean isRedefinable(OpaqueObject before, OpaqueObject after) {
        Optional<Definition> wanted = Definition.of(after);
        return wanted.isPresent()
                && Definition.of(before).flatMap(old -> old.leadingTo(wanted.get())).isPresent();
    }

    private static <T> boolean isPrefix(List<T> start, List<T> all) {
        return start.size() <= all.size() && all.subList(0, start.size()).equals(start);
    }

    /** Returns whether {@code CREATE OR REPLACE} leads from one routine to the other and back. */
    private static boolean isReplaceable(Routine before, Routine after) {
        return before.type() == after.type()
                && before.returns().equals(after.returns())
                && before.options().has("window") == after.options().has("window")
                && bare(before).equals(bare(after));
    }

    /** Returns the arguments, of their defaults only whether they are there. */
    private static List<List<Object>> bare(Routine routine) {
        return routine.arguments().stream()
                .map(
                        argument ->
                                List.<Object>of(
                                        argument.name(),
                                        argument.mode(),
                                        argument.type(),
                                        argument.defaultValue().isPresent()))
                .toList();
    }

    @Override
    public boolean altersInPlace(Column before, Column after) {
        if (before.generated().isEmpty() && after.generated().isEmpty()) {
            return true;
        }
        if (after.generated().isEmpty()) {
            return before.generated().get().storage() == Generated.Storage.STORED
                    && before.type().equals(after.type());
        }
        return before.generated().isPresent()
                && before.generated().get().storage() == after.generated().get().storage()
                && before.type().equals(after.type())
                && before.collation().equals(after.collation())
                && (before.generated().equals(after.generated())
                        || major >= EXPRESSIONS_CAN_BE_SET);
    }

    @Override
    public boolean altersInPlace(TablePart before, TablePart after) {
        if (before instanceof Constraint old && after instanceof Constraint wanted) {
            return isAlterable(old, wanted);
        }
        if (before instanceof Index old && after instanceof Index wanted) {
            return old.withOptions(Options.none())
                    .sameDefinition(wanted.withOptions(Options.none()));
        }
        if (before instanceof Policy old && after instanceof Policy wanted) {
            return old.permissive() == wanted.permissive()
                    && old.command().equals(wanted.command())
                    && old.using().isPresent() == wanted.using().isPresent()
                    && old.withCheck().isPresent() == wanted.withCheck().isPresent();
        }
        return before instanceof Trigger old
                && after instanceof Trigger wanted
                && (old.withState(wanted.state()).sameDefinition(wanted)
                        || (major >= TRIGGERS_CAN_BE_REPLACED
                                && old.deferral().isEmpty()
                                && wanted.deferral().isEmpty()));
    }

    private boolean isAlterable(Constraint before, Constraint after) {
        if (KeyOptions.differOnlyThere(before, after)) {
            return true;
        }
        ConstraintState old = before.state();
        ConstraintState wanted = after.state();
        if (!before.withState(wanted).sameDefinition(after)) {
            return false;
        }
        if (old.withValidated(true).equals(wanted)) {
            return true;
        }
        return before instanceof ForeignKey
                && old.validated() == wanted.validated()
                && (old.enforced() == wanted.enforced() || major >= ENFORCEMENT_CAN_BE_ALTERED);
    }

    @Override
    public boolean renames(ObjectId object) {
        return switch (object.kind()) {
            case EXTENSION, OPAQUE, SYNONYM -> false;
            default -> true;
        };
    }

    @Override
    public boolean renames(TablePart part) {
        return !(part instanceof Attachment attachment) || attachment.type().equals("rule");
    }

    @Override
    public Optional<String> partNamedBy(String option, String value) {
        if (option.equals(OptionNames.REPLICA_IDENTITY) && value.startsWith(OptionNames.BY_INDEX)) {
            return Optional.of(value.substring(OptionNames.BY_INDEX.length()));
        }
        return option.equals(OptionNames.CLUSTERED_ON) ? Optional.of(value) : Optional.empty();
    }

    @Override
    public boolean blocks(SchemaObject user, Column before, Column after) {
        boolean keepsText =
                user instanceof Routine routine && !routine.options().has(Routine.BOUND_BODY);
        return retypes(before, after) && !keepsText;
    }

    @Override
    public boolean blocks(TablePart user, Column before, Column after) {
        if (losesExpression(before, after)) {
            return true;
        }
        if (!retypes(before, after)) {
            return false;
        }
        return switch (user.kind()) {
            case TRIGGER, POLICY, ATTACHMENT -> true;
            case INDEX ->
                    (before.equals(after) || renamesType(before, after)) && computes((Index) user);
            case CONSTRAINT -> blocks((Constraint) user, before, after);
            default -> false;
        };
    }

    private static boolean blocks(Constraint user, Column before, Column after) {
        if (!before.equals(after) && !renamesType(before, after)) {
            return false;
        }
        if (user instanceof ForeignKey) {
            boolean comparable =
                    (TypeConversions.isInteger(before.type())
                                    && TypeConversions.isInteger(after.type()))
                            || (isText(before.type()) && isText(after.type()));
            return before.equals(after) || !comparable;
        }
        return user instanceof Check || user instanceof Exclusion;
    }

    private static boolean isText(ColumnType type) {
        return type.arrayDimensions() == 0
                && Set.of("text", "varchar").contains(type.name().toString());
    }

    private static boolean computes(Index index) {
        return index.where().isPresent()
                || index.parts().stream().map(IndexPart::expression).anyMatch(Optional::isPresent);
    }

    @Override
    public boolean blocks(Column generated, Column before, Column after) {
        return retypes(before, after);
    }

    private static boolean retypes(Column before, Column after) {
        return before.equals(after)
                || !before.type().equals(after.type())
                || !before.collation().equals(after.collation());
    }

    /** Returns whether expressions over the column may mean something else afterwards. */
    private static boolean renamesType(Column before, Column after) {
        return !before.type()
                .withArguments(List.of())
                .equals(after.type().withArguments(List.of()));
    }

    /** Returns whether the way back has to drop the column, and what hangs on it with it. */
    private static boolean losesExpression(Column before, Column after) {
        return before.generated().isPresent() && after.generated().isEmpty();
    }

    @Override
    public boolean blocks(Partitioning partitioning, Column before, Column after) {
        return retypes(before, after);
    }

    @Override
    public Optional<QualifiedName> counter(QualifiedName table, Column column) {
        return column.identity().map(identity -> MadeNames.sequence(table, column.name()));
    }

    @Override
    public boolean placesColumns() {
        return false;
    }

    @Override
    public boolean revokesFromColumns() {
        return true;
    }

    @Override
    public ColumnType refuge(SchemaObject type) {
        return type instanceof Domain domain ? domain.type() : ColumnType.of("text");
    }

    @Override
    public Table detached(Schema schema, Table partition) {
        return PartitionForms.detached(schema, partition);
    }

    @Override
    public Table attached(Schema schema, Table table, PartitionOf as) {
        return PartitionForms.attached(schema, table, as);
    }
}
