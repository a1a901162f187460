package dev.limbeck.autogenerate;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Taint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What can't be compared since a statement that nobody can read may have touched it: it is neither
 * equal nor different, and it is said.
 *
 * @param to the desired schema; what is uncertain is in it as it is on the other side
 * @param notices what is not known
 */
record Uncertainty(Schema to, List<Diagnostic> notices) {
    private static final int MOST_SHOWN = 8;

    Uncertainty {
        notices = List.copyOf(notices);
    }

    /** Takes what is uncertain on either side out of the comparison. */
    static Uncertainty of(Schema from, Schema to) {
        Set<Taint> taints = new TreeSet<>(from.taints());
        taints.addAll(to.taints());
        Set<ObjectId> unknown = new TreeSet<>();
        for (Taint taint : taints) {
            Optional<SchemaObject> there = taint.object().flatMap(from::find);
            Optional<SchemaObject> wanted = taint.object().flatMap(to::find);
            if (there.isPresent() && wanted.isPresent()) {
                unknown.add(there.get().id());
            }
        }
        List<Diagnostic> notices = new ArrayList<>();
        if (!unknown.isEmpty()) {
            notices.add(named(unknown, taints));
        }
        if (taints.stream().anyMatch(taint -> taint.object().isEmpty())) {
            notices.add(
                    Diagnostic.warning(
                                    ErrorCode.NOT_CERTAIN,
                                    "whether anything else differs is not known: "
                                            + reasons(taints))
                            .withHint(hint()));
        }
        return new Uncertainty(unknown.isEmpty() ? to : asThere(from, to, unknown), notices);
    }

    private static Schema asThere(Schema from, Schema to, Set<ObjectId> unknown) {
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : to.objects()) {
            objects.add(
                    unknown.contains(object.id()) ? from.find(object.id()).orElseThrow() : object);
        }
        return Schema.of(objects)
                .withTaints(to.taints())
                .withRenameHints(to.renameHints())
                .withHidden(to.hidden());
    }

    private static Diagnostic named(Set<ObjectId> unknown, Set<Taint> taints) {
        String shown =
                unknown.stream()
                        .limit(MOST_SHOWN)
                        .map(ObjectId::toString)
                        .collect(Collectors.joining(", "));
        String more = unknown.size() > MOST_SHOWN ? ", … " + unknown.size() + " in all" : "";
        return Diagnostic.warning(
                        ErrorCode.NOT_CERTAIN,
                        "whether " + shown + more + " differs is not known: " + reasons(taints))
                .withHint(hint());
    }

    private static String reasons(Set<Taint> taints) {
        return taints.stream().map(Taint::reason).distinct().collect(Collectors.joining("; "));
    }

    private static String hint() {
        return "say what such a statement does with '-- limbeck: effect DDL' before it";
    }
}
