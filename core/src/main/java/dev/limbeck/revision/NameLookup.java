package dev.limbeck.revision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the revision that an id, a label or a prefix of either names. */
final class NameLookup {
    /** What is shorter is too likely to be a slip. */
    static final int SHORTEST_PREFIX = 4;

    private final RevisionGraph graph;
    private final RefErrors errors;

    NameLookup(RevisionGraph graph, RefErrors errors) {
        this.graph = graph;
        this.errors = errors;
    }

    /** Returns the one revision, which must be in the lineage if there is one. */
    Revision find(RevisionRef.Named ref, Optional<RevisionSet> lineage) {
        Optional<Integer> exact = exact(ref.name());
        List<Revision> found =
                exact.map(List::of).orElseGet(() -> beginningWith(ref.name())).stream()
                        .map(graph::revisionAt)
                        .toList();
        List<Revision> onLine =
                found.stream()
                        .filter(
                                revision ->
                                        lineage.map(set -> set.contains(revision.id()))
                                                .orElse(true))
                        .toList();
        if (found.isEmpty()) {
            throw errors.unknown(ref);
        }
        if (onLine.isEmpty()) {
            throw errors.notOnLine(ref, found);
        }
        if (onLine.size() > 1) {
            throw errors.ambiguous(ref, onLine);
        }
        if (exact.isEmpty() && ref.name().length() < SHORTEST_PREFIX) {
            throw errors.prefixTooShort(ref, onLine.get(0));
        }
        return onLine.get(0);
    }

    private Optional<Integer> exact(String name) {
        return Optional.ofNullable(graph.indexes().get(name))
                .or(() -> Optional.ofNullable(graph.labelOwners().get(name)));
    }

    /** Returns each revision once, also where its id and its label begin alike. */
    private List<Integer> beginningWith(String prefix) {
        return Stream.concat(
                        graph.indexes().entrySet().stream(),
                        graph.labelOwners().entrySet().stream())
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .distinct()
                .sorted()
                .toList();
    }
}
