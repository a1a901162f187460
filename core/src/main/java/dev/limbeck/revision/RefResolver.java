package dev.limbeck.revision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the revisions a reference names, and refuses what names too many or none. */
final class RefResolver implements RevisionRef.Visitor<List<Revision>> {
    private final RevisionGraph graph;
    private final HeadSet rows;
    private final Overrun overrun;
    private final NameLookup names;
    private final RefErrors errors;

    /**
     * Makes a resolver.
     *
     * @param rows what {@code current} and bare steps count from
     */
    RefResolver(RevisionGraph graph, HeadSet rows, Overrun overrun) {
        this.graph = graph;
        this.rows = rows;
        this.overrun = overrun;
        errors = new RefErrors(graph);
        names = new NameLookup(graph, errors);
    }

    /** Returns the revisions; none for {@code base}. */
    List<Revision> resolve(RevisionRef ref) {
        return ref.accept(this);
    }

    /** Returns the one revision; empty for {@code base}. */
    Optional<Revision> resolveOne(RevisionRef ref) {
        List<Revision> found = resolve(ref);
        if (found.size() > 1) {
            throw ref.needsApplied()
                    ? errors.severalRows(ref, found)
                    : errors.severalHeads(ref, found);
        }
        return found.stream().findFirst();
    }

    /** Returns the revision that what stands before an {@code @} names. */
    Revision line(String line) {
        return names.find(new RevisionRef.Named(line), Optional.empty());
    }

    @Override
    public List<Revision> base(RevisionRef.Base ref) {
        ref.line().ifPresent(this::line);
        return List.of();
    }

    @Override
    public List<Revision> head(RevisionRef.Head ref) {
        List<Revision> heads = onLine(graph.heads(), ref.line());
        if (heads.size() > 1) {
            throw errors.severalHeads(ref, heads);
        }
        return heads;
    }

    @Override
    public List<Revision> allHeads(RevisionRef.AllHeads ref) {
        return ref.line().isPresent() ? onLine(graph.heads(), ref.line()) : graph.effectiveHeads();
    }

    @Override
    public List<Revision> current(RevisionRef.Current ref) {
        return currentRevisions();
    }

    @Override
    public List<Revision> named(RevisionRef.Named ref) {
        return List.of(names.find(ref, lineage(ref.line())));
    }

    @Override
    public List<Revision> relative(RevisionRef.Relative ref) {
        List<Revision> starts =
                ref.start().map(this::resolve).orElseGet(() -> startsAmongRows(ref));
        // A listing may begin at several places at once, a movement leads to one.
        if (starts.size() > 1 && overrun == Overrun.REFUSED) {
            throw ref.needsApplied()
                    ? errors.severalRows(ref, starts)
                    : errors.severalHeads(ref, starts);
        }
        Walk walk = new Walk(graph, errors, overrun, ref, lineage(ref.line()));
        return starts.size() > 1
                ? starts.stream().map(walk::fromEach).distinct().toList()
                : walk.from(starts.stream().findFirst()).stream().toList();
    }

    private List<Revision> currentRevisions() {
        List<RevisionId> unknown = graph.unknown(rows);
        if (!unknown.isEmpty()) {
            throw errors.unknownRows(unknown);
        }
        return revisions(rows.ids());
    }

    /** Finds where bare steps begin; nowhere means base. */
    private List<Revision> startsAmongRows(RevisionRef.Relative ref) {
        List<Revision> current = currentRevisions();
        List<Revision> onLine = onLine(current, ref.line());
        if (!onLine.isEmpty()) {
            return onLine;
        }
        if (ref.steps() > 0) {
            return current.isEmpty() ? List.of() : newestAppliedOnLine(ref.line());
        }
        // where nothing is applied, steps down have no other start than the heads
        List<Revision> tips =
                current.isEmpty() ? graph.effectiveHeads() : revisions(graph.tips(rows));
        List<Revision> tipsOnLine = onLine(tips, ref.line());
        if (tipsOnLine.isEmpty()) {
            throw errors.nothingToCountFrom(ref);
        }
        return tipsOnLine;
    }

    /** Returns what is applied below a line of which no tip is applied. */
    private List<Revision> newestAppliedOnLine(Optional<String> line) {
        RevisionSet onLine =
                lineage(line).map(graph.applied(rows)::and).orElseGet(() -> graph.applied(rows));
        return revisions(onLine.ids()).stream()
                .filter(
                        revision ->
                                graph.requiredBy(revision.id()).stream()
                                        .noneMatch(onLine::contains))
                .toList();
    }

    private List<Revision> onLine(List<Revision> revisions, Optional<String> line) {
        return lineage(line)
                .map(
                        lineage ->
                                revisions.stream()
                                        .filter(revision -> lineage.contains(revision.id()))
                                        .toList())
                .orElse(revisions);
    }

    private Optional<RevisionSet> lineage(Optional<String> line) {
        return line.map(text -> graph.lineage(line(text).id()));
    }

    private List<Revision> revisions(Collection<RevisionId> ids) {
        return ids.stream().map(id -> graph.revisionAt(graph.indexOf(id))).toList();
    }
}
