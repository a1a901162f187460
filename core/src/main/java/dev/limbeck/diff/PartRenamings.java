package dev.limbeck.diff;

import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The renames of parts. Where some only change names among each other, one of them takes a detour
 * over a name that nothing bears.
 */
final class PartRenamings {
    /** A part that gets another name. */
    private record Renaming(ObjectId owner, TablePart before, PartName newName, int ordinal) {
        TablePart after() {
            return before.withName(newName);
        }
    }

    private final Walk walk;
    private final List<Renaming> renamings = new ArrayList<>();

    PartRenamings(Walk walk) {
        this.walk = walk;
    }

    void add(ObjectId owner, TablePart before, PartName newName, int ordinal) {
        renamings.add(new Renaming(owner, before, newName, ordinal));
    }

    /** Returns the steps that rename everything. */
    List<Step> steps() {
        Set<Renaming> detours = detours();
        List<Step> steps = new ArrayList<>();
        for (Renaming renaming : renamings) {
            if (detours.contains(renaming)) {
                steps.addAll(detour(renaming));
            } else {
                steps.add(
                        step(renaming).frees(walk.names().of(renaming.owner(), renaming.before())));
            }
        }
        return steps;
    }

    /** Returns the renames without whose detours others would wait for each other. */
    private Set<Renaming> detours() {
        Map<Renaming, List<Renaming>> waiting = waiting();
        Set<Renaming> detours = new HashSet<>();
        while (!waiting.isEmpty()) {
            List<Renaming> free =
                    waiting.keySet().stream()
                            .filter(renaming -> !isStuck(renaming, waiting))
                            .toList();
            if (!free.isEmpty()) {
                free.forEach(waiting::remove);
            } else {
                Renaming aside = inRing(waiting);
                detours.add(aside);
                waiting.remove(aside);
            }
        }
        return detours;
    }

    /** Returns for each rename those that have to free a name before it can be taken. */
    private Map<Renaming, List<Renaming>> waiting() {
        Map<String, Renaming> freeing = new LinkedHashMap<>();
        for (Renaming renaming : renamings) {
            walk.names()
                    .of(renaming.owner(), renaming.before())
                    .forEach(name -> freeing.put(name, renaming));
        }
        Map<Renaming, List<Renaming>> waiting = new LinkedHashMap<>();
        for (Renaming renaming : renamings) {
            List<Renaming> before = new ArrayList<>();
            for (String name : walk.names().of(renaming.owner(), renaming.after())) {
                Renaming other = freeing.get(name);
                if (other != null && !other.equals(renaming)) {
                    before.add(other);
                }
            }
            waiting.put(renaming, before);
        }
        return waiting;
    }

    private static boolean isStuck(Renaming renaming, Map<Renaming, List<Renaming>> waiting) {
        return waiting.getOrDefault(renaming, List.of()).stream().anyMatch(waiting::containsKey);
    }

    /** Returns a rename that waits for itself; each that is left waits for one that is left. */
    private static Renaming inRing(Map<Renaming, List<Renaming>> waiting) {
        Set<Renaming> path = new HashSet<>();
        Renaming next = waiting.keySet().iterator().next();
        while (path.add(next)) {
            next =
                    waiting.getOrDefault(next, List.of()).stream()
                            .filter(waiting::containsKey)
                            .findFirst()
                            .orElseThrow();
        }
        return next;
    }

    private List<Step> detour(Renaming renaming) {
        ObjectId owner = renaming.owner();
        PartName aside = PartName.of(aside(renaming));
        Resource done = Resource.stage(owner, "renamed " + aside);
        Renaming there = new Renaming(owner, renaming.before(), aside, renaming.ordinal());
        Renaming back =
                new Renaming(
                        owner,
                        renaming.before().withName(aside),
                        renaming.newName(),
                        renaming.ordinal() + 1);
        return List.of(
                step(there).frees(walk.names().of(owner, renaming.before())).provides(done),
                step(back).needs(done));
    }

    private String aside(Renaming renaming) {
        Set<String> taken = new TreeSet<>();
        for (Schema side : List.of(walk.actual(), walk.desired())) {
            side.find(renaming.owner()).ifPresent(owner -> collect(owner, taken));
        }
        return Detours.name(renaming.before().name().value(), renaming.newName().value(), taken);
    }

    private static void collect(SchemaObject owner, Set<String> taken) {
        if (owner instanceof Relation relation) {
            relation.parts().forEach(part -> taken.add(part.name().value()));
        }
    }

    private Step step(Renaming renaming) {
        ObjectId owner = renaming.owner();
        TablePart before = renaming.before();
        TablePart after = renaming.after();
        return new Step(
                        Step.Rank.ALTER_TABLE,
                        owner.name().toString(),
                        100 + renaming.ordinal(),
                        before.name().value())
                .takes(walk.names().of(owner, after))
                .provides(Resource.named(owner, after.kind(), after.name().value()))
                .does(now -> List.of(new PartChange.Rename(owner, before, renaming.newName())));
    }
}
