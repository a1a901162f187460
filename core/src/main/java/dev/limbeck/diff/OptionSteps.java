package dev.limbeck.diff;

import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.TablePart;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has to be done to the settings of a relation that stays. Those that name one of its indexes
 * are taken back before the index goes, and set once it is there.
 */
final class OptionSteps {
    private final Walk walk;

    OptionSteps(Walk walk) {
        this.walk = walk;
    }

    /** Returns what stands for a part that settings may name. */
    static Resource named(ObjectId relation, TablePart part) {
        return Resource.stage(relation, "named part\0" + part.name().value());
    }

    private static Resource named(ObjectId relation, String part) {
        return Resource.stage(relation, "named part\0" + part);
    }

    void compare(SchemaObject before, SchemaObject after) {
        Optional<Options> there = Definitions.options(before);
        Optional<Options> wanted = Definitions.options(after);
        if (there.isEmpty() || wanted.isEmpty()) {
            return;
        }
        Options released = released(before, there.get(), wanted.get());
        Options lasting = without(wanted.get(), released);
        step(after.id(), Step.Rank.DROP_PART, there.get(), released)
                .ifPresent(step -> step.releases(parts(after.id(), there.get())));
        step(after.id(), Step.Rank.ALTER_TABLE, released, lasting);
        step(after.id(), Step.Rank.DETAIL, lasting, wanted.get())
                .ifPresent(step -> step.needs(parts(after.id(), wanted.get())));
    }

    private Optional<Step> step(ObjectId id, Step.Rank rank, Options before, Options after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        SchemaChange change = new TableChange.SetOptions(id, before, after);
        Step step = new Step(rank, id.name().toString(), 0, "options").does(now -> List.of(change));
        walk.add(step);
        return Optional.of(step);
    }

    private Optional<String> part(Map.Entry<String, String> setting) {
        return walk.options().changeRules().partNamedBy(setting.getKey(), setting.getValue());
    }

    private Set<Resource> parts(ObjectId relation, Options options) {
        Set<Resource> found = new LinkedHashSet<>();
        for (Map.Entry<String, String> setting : options.values().entrySet()) {
            part(setting).ifPresent(name -> found.add(named(relation, name)));
        }
        return found;
    }

    /** Returns settings without those that name a part which doesn't stay as it is. */
    private Options released(SchemaObject before, Options there, Options wanted) {
        Options released = there;
        for (Map.Entry<String, String> setting : there.values().entrySet()) {
            Optional<String> part = part(setting);
            boolean lasts =
                    wanted.get(setting.getKey()).filter(setting.getValue()::equals).isPresent()
                            && part.filter(name -> !stays(before, name)).isEmpty();
            if (part.isPresent() && !lasts) {
                released = released.without(setting.getKey());
            }
        }
        return released;
    }

    /** Returns settings without those that name a part and aren't there yet. */
    private Options without(Options wanted, Options there) {
        Options lasting = wanted;
        for (Map.Entry<String, String> setting : wanted.values().entrySet()) {
            boolean later =
                    part(setting).isPresent()
                            && !there.get(setting.getKey()).equals(Optional.of(setting.getValue()));
            lasting = later ? lasting.without(setting.getKey()) : lasting;
        }
        return lasting;
    }

    private boolean stays(SchemaObject before, String name) {
        if (!(before instanceof Relation relation)) {
            return true;
        }
        Set<TablePart> gone = Set.copyOf(walk.fates().match(before.id()).dropped());
        return Stream.of(PartKind.INDEX, PartKind.CONSTRAINT)
                .flatMap(kind -> relation.part(kind, name).stream())
                .noneMatch(part -> gone.contains(part) || walk.fates().isAnew(before.id(), part));
    }
}
