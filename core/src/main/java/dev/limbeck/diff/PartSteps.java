package dev.limbeck.diff;

import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has to be done to the parts of relations. */
final class PartSteps {
    private final Walk walk;
    private final Schema actual;
    private final Schema desired;
    private final PartRenamings renamings;

    PartSteps(Walk walk) {
        this.walk = walk;
        this.actual = walk.actual();
        this.desired = walk.desired();
        this.renamings = new PartRenamings(walk);
    }

    /** Returns the steps that add the parts of a relation that is made. */
    List<Step> additions(Relation relation) {
        List<Step> steps = new ArrayList<>();
        for (TablePart part : relation.parts()) {
            steps.add(addition(relation, part, steps.size()));
        }
        return steps;
    }

    /** Returns the steps that drop the parts of a relation that goes. */
    List<Step> removals(Relation relation) {
        List<Step> steps = new ArrayList<>();
        for (TablePart part : relation.parts()) {
            steps.add(removal(relation, part, steps.size()));
        }
        return steps;
    }

    /** Compares the parts of a relation that stays. */
    void compare(SchemaObject before, SchemaObject after) {
        if (!(before instanceof Relation old) || !(after instanceof Relation wanted)) {
            return;
        }
        PartMatch match = walk.fates().match(after.id());
        int ordinal = 0;
        for (TablePart part : match.dropped()) {
            walk.add(removal(old, part, ordinal++));
        }
        for (TablePart part : match.added()) {
            walk.add(addition(wanted, part, ordinal++));
        }
        for (List<PartMatch.Pair> pairs : List.of(match.kept(), match.renamed(), match.altered())) {
            for (PartMatch.Pair pair : pairs) {
                ordinal += 2;
                if (walk.fates().isAnew(after.id(), pair.before())) {
                    walk.add(removal(old, pair.before(), ordinal));
                    walk.add(addition(wanted, pair.after(), ordinal + 1));
                } else if (pairs == match.renamed()) {
                    renamings.add(after.id(), pair.before(), pair.after().name(), ordinal);
                } else if (pairs == match.altered()) {
                    walk.add(alteration(after.id(), pair, ordinal));
                }
            }
        }
    }

    private Step addition(Relation relation, TablePart part, int ordinal) {
        ObjectId id = relation.id();
        Step step =
                new Step(rank(part), relation.name().toString(), ordinal, part.name().value())
                        .about(part)
                        .needs(Resource.object(id))
                        .needs(Resource.of(desired, part.references()))
                        .provides(OptionSteps.named(id, part))
                        .takes(walk.names().of(id, part))
                        .does(now -> List.of(new PartChange.Add(id, part)));
        for (String column : part.columns(relation.name())) {
            step.needs(Resource.column(desired, relation.name(), column));
            if (part instanceof PrimaryKey) {
                step.needs(Resource.notNull(relation.name(), column));
            }
        }
        if (part instanceof ForeignKey key) {
            step.needs(Resource.key(key.table(), key.tableColumns()));
        }
        part.uniqueColumns()
                .ifPresent(columns -> step.provides(Resource.key(relation.name(), columns)));
        return step;
    }

    private Step removal(Relation relation, TablePart part, int ordinal) {
        ObjectId id = relation.id();
        Step step =
                new Step(
                                Step.Rank.DROP_PART,
                                relation.name().toString(),
                                ordinal,
                                part.name().value())
                        .about(part)
                        .releases(Resource.object(id))
                        .releases(Resource.of(actual, part.references()))
                        .removes(OptionSteps.named(id, part))
                        .frees(walk.names().of(id, part))
                        .does(
                                now ->
                                        ((Relation) now.find(id).orElseThrow())
                                                        .parts()
                                                        .contains(part)
                                                ? List.of(new PartChange.Drop(id, part))
                                                : List.of());
        for (String column : part.columns(relation.name())) {
            step.releases(Resource.column(actual, relation.name(), column));
            if (part instanceof PrimaryKey) {
                step.releases(Resource.notNull(relation.name(), column));
            }
        }
        if (isAtPrimaryKey(relation, part)) {
            // Some servers keep both in one index, which is the primary key's until both are gone.
            step.frees(List.of(Names.primaryKey(id)));
        }
        if (part instanceof ForeignKey key) {
            step.releases(Resource.key(key.table(), key.tableColumns()));
        }
        part.uniqueColumns()
                .ifPresent(columns -> step.removes(Resource.key(relation.name(), columns)));
        return step;
    }

    /** Returns whether a unique constraint holds the same columns apart as the primary key does. */
    private static boolean isAtPrimaryKey(Relation relation, TablePart part) {
        return part instanceof Unique
                && relation.parts().stream()
                        .filter(PrimaryKey.class::isInstance)
                        .anyMatch(key -> key.uniqueColumns().equals(part.uniqueColumns()));
    }

    private Step alteration(ObjectId id, PartMatch.Pair pair, int ordinal) {
        Set<Resource> needed = new LinkedHashSet<>(Resource.of(desired, pair.after().references()));
        Set<Resource> released =
                new LinkedHashSet<>(Resource.of(actual, pair.before().references()));
        released.removeAll(needed);
        return new Step(
                        rank(pair.after()),
                        id.name().toString(),
                        ordinal,
                        pair.after().name().value())
                .needs(needed)
                .releases(released)
                .does(
                        now ->
                                List.of(
                                        new PartChange.Alter(
                                                id,
                                                pair.before(),
                                                pair.after()
                                                        .withComment(pair.before().comment()))));
    }

    /** Adds the renames that were found. */
    void addRenames() {
        renamings.steps().forEach(walk::add);
    }

    private static Step.Rank rank(TablePart part) {
        return switch (part.kind()) {
            case INDEX -> Step.Rank.ADD_INDEX;
            case TRIGGER, POLICY, ATTACHMENT -> Step.Rank.ADD_TRIGGER;
            default -> {
                if (part instanceof ForeignKey) {
                    yield Step.Rank.ADD_FOREIGN_KEY;
                }
                yield part.uniqueColumns().isPresent() ? Step.Rank.ADD_KEY : Step.Rank.ADD_CHECK;
            }
        };
    }
}
