package dev.limbeck.revision;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Listing;
import dev.limbeck.error.RevisionException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Looks up what headers name, and reports everything that doesn't hang together. */
final class GraphLoader {
    private static final Comparator<SourceLocation> BY_PLACE =
            Comparator.comparing((SourceLocation where) -> where.file().toString())
                    .thenComparing(SourceLocation::line)
                    .thenComparing(SourceLocation::column);

    /** A suggestion looks at every name, so only the first errors have one. */
    private static final int SUGGESTIONS = 100;

    private final List<Revision> revisions = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final SortedMap<String, Integer> labels = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private NavigableSet<String> names = Collections.emptyNavigableSet();

    private GraphLoader() {}

    /** An error and the place by which it is sorted. */
    private record Finding(SourceLocation where, Diagnostic diagnostic) {}

    static RevisionGraph load(Collection<Revision> revisions) {
        GraphLoader loader = new GraphLoader();
        loader.takeRevisions(revisions);
        loader.takeLabels();
        Links parents = new Links(loader.lookUpEach(loader::parentsOf));
        Links dependencies = new Links(loader.lookUpEach(loader::dependenciesOf));
        loader.findCycles(parents, dependencies);
        if (!loader.findings.isEmpty()) {
            throw new RevisionException(
                    loader.findings.stream()
                            .sorted(
                                    Comparator.comparing(Finding::where, BY_PLACE)
                                            .thenComparing(finding -> finding.diagnostic().code())
                                            .thenComparing(
                                                    finding -> finding.diagnostic().message()))
                            .map(Finding::diagnostic)
                            .toList());
        }
        return new RevisionGraph(
                loader.revisions, loader.indexes, loader.labels, parents, dependencies);
    }

    private void report(
            ErrorCode code, Revision revision, String key, String message, String hint) {
        report(code, revision.place(key), message, hint);
    }

    private void report(ErrorCode code, SourceLocation where, String message, String hint) {
        findings.add(new Finding(where, Diagnostic.error(code, message, where).withHint(hint)));
    }

    private void takeRevisions(Collection<Revision> all) {
        List<Revision> sorted = new ArrayList<>(all);
        sorted.sort(
                Comparator.comparing(Revision::id)
                        .thenComparing(revision -> revision.path().toString()));
        for (Revision revision : sorted) {
            Integer first = indexes.putIfAbsent(revision.id().value(), revisions.size());
            if (first == null) {
                revisions.add(revision);
            } else {
                report(
                        ErrorCode.DUPLICATE_REVISION,
                        revision,
                        "revision",
                        "revision '"
                                + revision.id()
                                + "' stands in two files, here and in "
                                + revisions.get(first).place("revision"),
                        "give one of them a new id, or delete the file that is a copy");
            }
        }
    }

    private void takeLabels() {
        for (int index = 0; index < revisions.size(); index++) {
            Revision revision = revisions.get(index);
            for (String label : revision.branchLabels()) {
                takeLabel(index, revision, label);
            }
        }
    }

    private void takeLabel(int index, Revision revision, String label) {
        BranchLabels.problemWith(label)
                .ifPresent(
                        problem ->
                                report(
                                        ErrorCode.ILLEGAL_LABEL,
                                        revision,
                                        "branch-labels",
                                        problem,
                                        BranchLabels.RULE));
        if (indexes.containsKey(label)) {
            report(
                    ErrorCode.DUPLICATE_LABEL,
                    revision,
                    "branch-labels",
                    "label '" + label + "' of revision '" + revision.id() + "' is a revision's id",
                    "a label and an id can't be the same word; choose another label");
            return;
        }
        Integer first = labels.putIfAbsent(label, index);
        if (first != null) {
            Revision other = revisions.get(first);
            report(
                    ErrorCode.DUPLICATE_LABEL,
                    revision,
                    "branch-labels",
                    first == index
                            ? "revision '" + other.id() + "' states label '" + label + "' twice"
                            : "label '"
                                    + label
                                    + "' is stated by two revisions, '"
                                    + other.id()
                                    + "' ("
                                    + other.place("branch-labels")
                                    + ") and '"
                                    + revision.id()
                                    + "'",
                    "only the revision that begins the line states its label; those above"
                            + " inherit it");
        }
    }

    private interface Lookup {
        Set<Integer> of(int index);
    }

    private int[][] lookUpEach(Lookup lookup) {
        int[][] found = new int[revisions.size()][];
        for (int index = 0; index < found.length; index++) {
            Set<Integer> targets = lookup.of(index);
            found[index] = new int[targets.size()];
            int next = 0;
            for (int target : targets) {
                found[index][next++] = target;
            }
        }
        return found;
    }

    private Set<Integer> parentsOf(int index) {
        Revision revision = revisions.get(index);
        Set<Integer> found = new LinkedHashSet<>(2 * revision.revises().size());
        for (String name : revision.revises()) {
            Integer parent = indexes.get(name);
            if (parent == null) {
                report(
                        ErrorCode.MISSING_PARENT,
                        revision.place("revises", name),
                        "revision '"
                                + revision.id()
                                + "' revises '"
                                + name
                                + "', which no file has",
                        "parents are full ids; " + suggestion(name));
            } else if (parent == index) {
                report(
                        ErrorCode.SELF_LOOP,
                        revision.place("revises", name),
                        "revision '" + revision.id() + "' revises itself",
                        "name the revision below it, or nothing where it is a base");
            } else if (!found.add(parent)) {
                report(
                        ErrorCode.DUPLICATE_PARENTS,
                        revision.place("revises", name),
                        "revision '" + revision.id() + "' revises '" + name + "' twice",
                        "name each parent once");
            }
        }
        return found;
    }

    private Set<Integer> dependenciesOf(int index) {
        Revision revision = revisions.get(index);
        if (revision.dependsOn().isEmpty()) {
            return Set.of();
        }
        Set<Integer> found = new LinkedHashSet<>();
        for (String name : revision.dependsOn()) {
            Integer target = indexes.getOrDefault(name, labels.get(name));
            if (target == null) {
                report(
                        ErrorCode.MISSING_DEPENDENCY,
                        revision.place("depends-on", name),
                        "revision '"
                                + revision.id()
                                + "' depends on '"
                                + name
                                + "', which no file has",
                        "dependencies are full ids or labels; " + suggestion(name));
            } else if (target == index) {
                report(
                        ErrorCode.DEPENDENCY_SELF_LOOP,
                        revision.place("depends-on", name),
                        "revision '" + revision.id() + "' depends on itself",
                        "name the revision that must be applied before it, or drop the line");
            } else {
                found.add(target);
            }
        }
        return found;
    }

    /** Returns all ids and labels, sorted at the first request: mostly there is none. */
    private NavigableSet<String> names() {
        if (names.isEmpty()) {
            names = new TreeSet<>(indexes.keySet());
            names.addAll(labels.keySet());
        }
        return names;
    }

    private String suggestion(String name) {
        Integer labelled = labels.get(name);
        if (labelled != null) {
            return "'" + name + "' is a label of revision '" + revisions.get(labelled).id() + "'";
        }
        if (name.equals("base")) {
            return "leave the line empty for a base";
        }
        int at = name.indexOf('@');
        if (RevisionId.RESERVED.contains(name)
                || (at > 0 && names().contains(name.substring(0, at)))) {
            return "write the id of the revision that '" + name + "' means";
        }
        List<String> longer =
                names().tailSet(name).stream().takeWhile(known -> known.startsWith(name)).toList();
        if (longer.size() == 1) {
            return "did you mean '" + longer.get(0) + "'?";
        }
        if (longer.size() > 1) {
            return Listing.of(longer) + " begin with '" + name + "'";
        }
        return Optional.of(name)
                .filter(word -> findings.size() < SUGGESTIONS)
                .flatMap(word -> Suggestion.hint(word, names()))
                .orElse("is a file missing, or its folder not among 'migrations'?");
    }

    private void findCycles(Links parents, Links dependencies) {
        Set<Integer> onCycles = new LinkedHashSet<>();
        for (List<Integer> cycle : Cycles.of(parents)) {
            onCycles.addAll(cycle);
            reportCycle(ErrorCode.CYCLE, "cycle", cycle, parents);
        }
        Links all = parents.and(dependencies);
        for (List<Integer> cycle : all == parents ? List.<List<Integer>>of() : Cycles.of(all)) {
            if (cycle.stream().noneMatch(onCycles::contains)) {
                reportCycle(ErrorCode.DEPENDENCY_CYCLE, "dependency cycle", cycle, parents);
            }
        }
    }

    private void reportCycle(ErrorCode code, String kind, List<Integer> cycle, Links parents) {
        List<String> links = new ArrayList<>();
        List<SourceLocation> places = new ArrayList<>();
        for (int at = 0; at < cycle.size(); at++) {
            int from = cycle.get(at);
            int to = cycle.get((at + 1) % cycle.size());
            boolean byParent = IntStream.of(parents.from(from)).anyMatch(parent -> parent == to);
            Revision revision = revisions.get(from);
            links.add(
                    "'"
                            + revision.id()
                            + (byParent ? "' revises '" : "' depends on '")
                            + revisions.get(to).id()
                            + "'");
            places.add(revision.place(byParent ? "revises" : "depends-on"));
        }
        SourceLocation where = places.get(0);
        Diagnostic error =
                Diagnostic.error(code, kind + ": " + Listing.of(links), where)
                        .withHint("change one of " + Listing.of(places));
        findings.add(new Finding(where, error));
    }
}
