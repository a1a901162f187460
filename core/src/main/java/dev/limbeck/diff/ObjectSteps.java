package dev.limbeck.diff;

import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What has to be done to objects as a whole. */
final class ObjectSteps {
    private final Walk walk;
    private final Schema actual;
    private final Schema desired;
    private final Stars stars;

    ObjectSteps(Walk walk) {
        this.walk = walk;
        this.actual = walk.actual();
        this.desired = walk.desired();
        this.stars = new Stars(desired, walk.options().schemaRules().rewriter());
    }

    /** Makes an object that isn't there, or isn't there any more. */
    void create(SchemaObject object) {
        ObjectId id = object.id();
        if (walk.isAccounted(id)
                || (object instanceof Sequence sequence && isWithTable(sequence, desired))) {
            return;
        }
        List<Sequence> owned = walk.account(Ownership.sequencesOf(desired, id));
        Step step =
                new Step(createRank(id), id.name().toString(), 0, id.toString())
                        .needs(needed(object, owned))
                        .wishes(body(desired, object))
                        .provides(Resource.object(id))
                        .takes(walk.names().of(object));
        if (id.kind() == ObjectKind.ROUTINE) {
            step.takes(List.of(Names.call(id)));
        }
        for (Sequence sequence : owned) {
            step.provides(Resource.object(sequence.id())).takes(walk.names().of(sequence));
        }
        if (object instanceof Relation relation) {
            new PartSteps(walk).additions(relation).forEach(step::fold);
        }
        walk.add(
                step.does(
                        now ->
                                List.of(
                                        new ObjectChange.Create(
                                                stars.written(now, without(object, step)),
                                                owned))));
    }

    /** Returns what has to be there before an object: its owner may still be as it was. */
    private Set<Resource> needed(SchemaObject object, List<Sequence> owned) {
        Set<Resource> needed = Resource.of(desired, references(object, owned));
        if (object instanceof Sequence sequence && sequence.ownedBy().isPresent()) {
            Sequence.OwningColumn owner = sequence.ownedBy().get();
            boolean there =
                    actual.table(owner.table())
                                    .flatMap(table -> table.column(owner.column()))
                                    .isPresent()
                            && !walk.fates().isAnew(ObjectId.table(owner.table()))
                            && !walk.fates().isAnew(owner.table(), owner.column());
            if (there) {
                needed.remove(Resource.column(desired, owner.table(), owner.column()));
            }
        }
        return needed;
    }

    /** Returns the references of an object apart from those of its parts. */
    private static List<Reference> references(SchemaObject object, List<Sequence> owned) {
        SchemaObject bare =
                object instanceof Relation relation ? relation.withParts(List.of()) : object;
        Set<Reference> found = new LinkedHashSet<>(bare.references());
        owned.forEach(sequence -> found.addAll(sequence.references()));
        return List.copyOf(found);
    }

    /** Returns a relation without the parts that are added by steps of their own. */
    private static SchemaObject without(SchemaObject object, Step step) {
        if (!(object instanceof Relation relation)) {
            return object;
        }
        List<TablePart> kept = new ArrayList<>();
        for (Step part : step.folded()) {
            kept.add(part.part().orElseThrow());
        }
        return relation.withParts(kept);
    }

    /** Returns whether a sequence comes or goes with the table that owns it. */
    private boolean isWithTable(Sequence sequence, Schema side) {
        return sequence.ownedBy()
                .map(owner -> ObjectId.table(owner.table()))
                .filter(table -> side.find(table).isPresent() && !walk.stays(table))
                .isPresent();
    }

    /** Drops an object that shall not be there, or not as it is. */
    void drop(SchemaObject object) {
        ObjectId id = object.id();
        if (walk.isAccounted(id)
                || (object instanceof Sequence sequence && isWithTable(sequence, actual))) {
            return;
        }
        List<Sequence> owned = new ArrayList<>();
        for (Sequence sequence : Ownership.sequencesOf(actual, id)) {
            if (!walk.stays(sequence.id())) {
                owned.add(sequence);
            }
        }
        boolean anew = desired.find(id).isPresent() || isOverloaded(id);
        Step step =
                new Step(dropRank(id, anew), id.name().toString(), 0, id.toString())
                        .releases(Resource.of(actual, references(object, owned)))
                        .farewells(body(actual, object))
                        .removes(Resource.object(id))
                        .frees(walk.names().of(object));
        if (isOverloaded(id)) {
            // with both there, a call could mean either
            step.frees(List.of(Names.call(id)));
        }
        for (Sequence sequence : owned) {
            step.removes(Resource.object(sequence.id())).frees(walk.names().of(sequence));
        }
        if (object instanceof Relation relation) {
            new PartSteps(walk).removals(relation).forEach(step::fold);
        }
        walk.add(
                step.does(
                        now ->
                                List.of(
                                        new ObjectChange.Drop(
                                                now.find(id).orElseThrow(),
                                                Ownership.sequencesOf(now, id)))));
    }

    /** Changes the definition of an object that stays. */
    void alter(SchemaObject before, SchemaObject after) {
        if (before instanceof Table || Definitions.same(before, after)) {
            return;
        }
        if (before instanceof EnumType type) {
            alterValues(type, (EnumType) after);
            return;
        }
        SchemaObject start = before;
        if (before instanceof Sequence sequence && changesHands(sequence, (Sequence) after)) {
            disown(sequence);
            start = sequence.withOwnedBy(Optional.empty());
        }
        ObjectId id = after.id();
        Set<Resource> needed = Resource.of(desired, references(after, List.of()));
        Set<Resource> released = Resource.of(actual, references(start, List.of()));
        released.removeAll(needed);
        Set<Resource> farewells = body(actual, before);
        Set<Resource> wishes = body(desired, after);
        farewells.removeAll(wishes);
        Step step =
                new Step(createRank(id), id.name().toString(), 1, id.toString())
                        .needs(needed)
                        .releases(released)
                        .wishes(wishes)
                        .farewells(farewells);
        if (id.kind() == ObjectKind.SEQUENCE) {
            step.needs(Resource.stage(id, "disowned"));
        } else {
            step.provides(Resource.object(id)).splits(new Split(id, Optional.empty()));
        }
        walk.add(
                step.does(
                        now -> {
                            SchemaObject found = now.find(id).orElseThrow();
                            return List.of(
                                    new ObjectChange.Alter(
                                            found,
                                            stars.written(
                                                    now, Definitions.redefined(found, after))));
                        }));
    }

    /** Returns what the body of a routine uses, as far as that is known. */
    private static Set<Resource> body(Schema schema, SchemaObject object) {
        Set<Resource> used = Resource.of(schema, object.referencesOfBody());
        if (object.id().kind() == ObjectKind.ROUTINE) {
            used.addAll(Resource.ofRows(schema, object.references()));
        }
        return used;
    }

    private static boolean changesHands(Sequence before, Sequence after) {
        return before.ownedBy().isPresent()
                && after.ownedBy().isPresent()
                && !before.ownedBy().equals(after.ownedBy());
    }

    /** Takes a sequence from its column, so that the column can go before the next owner comes. */
    private void disown(Sequence sequence) {
        ObjectId id = sequence.id();
        walk.add(
                new Step(Step.Rank.SEQUENCE, id.name().toString(), 0, id.toString())
                        .releases(Resource.of(actual, references(sequence, List.of())))
                        .provides(Resource.stage(id, "disowned"))
                        .does(
                                now -> {
                                    Sequence found = now.sequence(sequence.name()).orElseThrow();
                                    return List.of(
                                            new ObjectChange.Alter(
                                                    found, found.withOwnedBy(Optional.empty())));
                                }));
    }

    /** Returns whether a call may mean another routine once this one is gone. */
    private boolean isOverloaded(ObjectId id) {
        return id.kind() == ObjectKind.ROUTINE && !desired.routines(id.name()).isEmpty();
    }

    private void alterValues(EnumType before, EnumType after) {
        QualifiedName name = after.name();
        boolean rebuilt = Fates.isRebuilt(before, after);
        Resource type = Resource.object(after.id());
        Step step =
                new Step(Step.Rank.TYPE, name.toString(), 1, after.id().toString()).provides(type);
        if (rebuilt) {
            step.removes(type);
        }
        walk.add(
                step.does(
                        now -> {
                            EnumType found = (EnumType) now.find(after.id()).orElseThrow();
                            EnumChange.Users users = EnumChange.Users.of(now, name, walk.options());
                            return rebuilt
                                    ? List.of(
                                            new EnumChange.Rebuild(
                                                    found, found.withValues(after.values()), users))
                                    : additions(found, after, users);
                        }));
    }

    /** Returns a change for each value that is added. */
    private static List<SchemaChange> additions(
            EnumType before, EnumType after, EnumChange.Users users) {
        List<SchemaChange> changes = new ArrayList<>();
        EnumType now = before;
        Set<String> present = new TreeSet<>(before.values());
        for (int i = 0; i < after.values().size(); i++) {
            String value = after.values().get(i);
            if (present.add(value)) {
                Optional<String> next =
                        after.values().subList(i + 1, after.values().size()).stream()
                                .filter(present::contains)
                                .findFirst();
                EnumChange.AddValue change = new EnumChange.AddValue(now, value, next, users);
                changes.add(change);
                now = change.after();
            }
        }
        return changes;
    }

    private static Step.Rank createRank(ObjectId id) {
        return switch (id.kind()) {
            case NAMESPACE -> Step.Rank.CREATE_NAMESPACE;
            case EXTENSION -> Step.Rank.CREATE_EXTENSION;
            case ENUM_TYPE, DOMAIN, COMPOSITE_TYPE -> Step.Rank.TYPE;
            case SEQUENCE -> Step.Rank.SEQUENCE;
            case ROUTINE -> Step.Rank.ROUTINE;
            case TABLE -> Step.Rank.CREATE_TABLE;
            case OPAQUE -> Step.Rank.ROUTINE;
            case VIEW, MATERIALIZED_VIEW, SYNONYM -> Step.Rank.VIEW;
        };
    }

    /**
     * What is made anew goes early, with what stands in the way; what is dropped for good, late.
     */
    private static Step.Rank dropRank(ObjectId id, boolean anew) {
        if (anew && id.kind() != ObjectKind.TABLE) {
            return Step.Rank.DROP_PART;
        }
        return switch (id.kind()) {
            case NAMESPACE -> Step.Rank.DROP_NAMESPACE;
            case EXTENSION -> Step.Rank.DROP_EXTENSION;
            case ENUM_TYPE, DOMAIN, COMPOSITE_TYPE -> Step.Rank.DROP_TYPE;
            case SEQUENCE -> Step.Rank.DROP_SEQUENCE;
            case ROUTINE, OPAQUE -> Step.Rank.DROP_ROUTINE;
            case TABLE -> Step.Rank.DROP_TABLE;
            case VIEW, MATERIALIZED_VIEW, SYNONYM -> Step.Rank.DROP_PART;
        };
    }
}
