package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * All revisions of a project and how they hang together.
 *
 * <p>Immutable. The order of every list it returns depends on the revisions alone, never on the
 * order of files or of hashes; lists of revisions are sorted by id unless a method says otherwise.
 * A query about an id that the graph doesn't have is a mistake of the caller: {@code
 * IllegalArgumentException}.
 *
 * <p>Two kinds of links are told apart. A revision's <em>line</em> follows {@code revises} alone:
 * parents and children, heads, labels. A revision's <em>requirements</em> are its parents and what
 * it depends on: what must be applied before it.
 */
public final class RevisionGraph {
    // Sorted by id; everything below calls a revision by its place in this list.
    private final List<Revision> revisions;
    private final Map<String, Integer> indexes;
    private final SortedMap<String, Integer> labelOwners;
    private final Links parents;
    private final Links children;
    private final Links dependencies;
    private final Links dependents;
    private final Links requirements;
    private final Links requiredBy;
    private final Links childrenAndDependents;
    private final Labels labels;

    /** Makes a graph of links that were checked, by {@link GraphLoader}. */
    RevisionGraph(
            List<Revision> revisions,
            Map<String, Integer> indexes,
            SortedMap<String, Integer> labelOwners,
            Links parents,
            Links dependencies) {
        this.revisions = List.copyOf(revisions);
        this.indexes = Map.copyOf(indexes);
        this.labelOwners = new TreeMap<>(labelOwners);
        this.parents = parents;
        this.dependencies = dependencies;
        children = parents.reversed();
        dependents = dependencies.reversed();
        Links all = parents.and(dependencies);
        // Without dependencies, as mostly, it is all the same.
        childrenAndDependents = all == parents ? children : all.reversed();
        int[] upwards = all.targetsFirst(childrenAndDependents);
        requirements = parents.and(Normalisation.of(parents, dependencies, upwards));
        requiredBy = requirements == parents ? children : requirements.reversed();
        labels = Labels.spread(this.labelOwners, upwards, parents, children, childrenAndDependents);
    }

    /**
     * Builds the graph; collects every broken link, cycle and duplicate and throws them as one
     * {@code RevisionException}, each naming its file and line.
     */
    public static RevisionGraph of(Collection<Revision> revisions) {
        return GraphLoader.load(revisions);
    }

    public int size() {
        return revisions.size();
    }

    /** Returns every revision, sorted by id. */
    public List<Revision> revisions() {
        return revisions;
    }

    /** Returns the revision of an exact id. */
    public Optional<Revision> find(RevisionId id) {
        return Optional.ofNullable(indexes.get(id.value())).map(revisions::get);
    }

    /** Returns the revision that states a label. */
    public Optional<Revision> findLabel(String label) {
        return Optional.ofNullable(labelOwners.get(label)).map(revisions::get);
    }

    /** Returns the set of every revision. */
    public RevisionSet all() {
        BitSet all = new BitSet(size());
        all.set(0, size());
        return new RevisionSet(this, all);
    }

    RevisionSet setOf(Collection<Revision> members) {
        BitSet bits = new BitSet(size());
        members.forEach(revision -> bits.set(indexOf(revision.id())));
        return new RevisionSet(this, bits);
    }

    /** Returns every revision, parents and dependencies before those that need them. */
    public List<Revision> ordered() {
        return all().upwards();
    }

    /** Returns the revisions no other one revises. */
    public List<Revision> heads() {
        return where(index -> children.from(index).length == 0);
    }

    /** Returns the revisions no other one revises or depends on. */
    public List<Revision> effectiveHeads() {
        return where(index -> childrenAndDependents.from(index).length == 0);
    }

    /** Returns the revisions that revise nothing. */
    public List<Revision> bases() {
        return where(index -> parents.from(index).length == 0);
    }

    /** Returns the revisions that revise nothing and depend on nothing. */
    public List<Revision> effectiveBases() {
        return where(index -> requirements.from(index).length == 0);
    }

    /** Returns the revisions that several others revise. */
    public List<Revision> branchPoints() {
        return where(index -> children.from(index).length > 1);
    }

    private List<Revision> where(IntPredicate condition) {
        return IntStream.range(0, size()).filter(condition).mapToObj(this::revisionAt).toList();
    }

    /** Returns what a revision revises, in the header's order. */
    public List<RevisionId> parents(RevisionId id) {
        return ids(parents, id);
    }

    /** Returns what revises a revision, sorted. */
    public List<RevisionId> children(RevisionId id) {
        return ids(children, id);
    }

    /** Returns what a revision depends on, labels resolved, in the header's order. */
    public List<RevisionId> dependencies(RevisionId id) {
        return ids(dependencies, id);
    }

    /** Returns what depends on a revision, sorted. */
    public List<RevisionId> dependents(RevisionId id) {
        return ids(dependents, id);
    }

    /**
     * Returns what a step up to a revision replaces among the rows: its parents, then the
     * dependencies that no ancestor of its line has already.
     */
    public List<RevisionId> requirements(RevisionId id) {
        return ids(requirements, id);
    }

    private List<RevisionId> ids(Links links, RevisionId id) {
        int[] targets = links.from(indexOf(id));
        List<RevisionId> ids = new ArrayList<>(targets.length);
        for (int target : targets) {
            ids.add(idAt(target));
        }
        return List.copyOf(ids);
    }

    public boolean isHead(RevisionId id) {
        return children.from(indexOf(id)).length == 0;
    }

    public boolean isEffectiveHead(RevisionId id) {
        return childrenAndDependents.from(indexOf(id)).length == 0;
    }

    public boolean isBranchPoint(RevisionId id) {
        return children.from(indexOf(id)).length > 1;
    }

    public boolean isMergePoint(RevisionId id) {
        return parents.from(indexOf(id)).length > 1;
    }

    /** Returns a revision's own and inherited labels, sorted. */
    public List<String> labels(RevisionId id) {
        return labels.of(indexOf(id));
    }

    /** Returns some revisions and all that they require, directly or not. */
    public RevisionSet ancestors(Collection<RevisionId> ids) {
        return reach(requirements, ids);
    }

    /** Returns some revisions and all that require them, directly or not. */
    public RevisionSet descendants(Collection<RevisionId> ids) {
        return reach(requiredBy, ids);
    }

    /** Returns some revisions and what they revise, directly or not; dependencies don't count. */
    public RevisionSet lineAncestors(Collection<RevisionId> ids) {
        return reach(parents, ids);
    }

    /** Returns some revisions and what revises them, directly or not; dependencies don't count. */
    public RevisionSet lineDescendants(Collection<RevisionId> ids) {
        return reach(children, ids);
    }

    /** Returns a revision with all above and below it by parent link. */
    public RevisionSet lineage(RevisionId id) {
        return lineAncestors(List.of(id)).plus(lineDescendants(List.of(id)));
    }

    private RevisionSet reach(Links links, Collection<RevisionId> ids) {
        BitSet starts = new BitSet(size());
        ids.forEach(id -> starts.set(indexOf(id)));
        return new RevisionSet(this, links.reach(starts));
    }

    /** Returns every revision that rows say is applied; rows without a file count for nothing. */
    public RevisionSet applied(HeadSet rows) {
        return ancestors(rows.ids().stream().filter(this::has).toList());
    }

    /** Returns every revision that is not applied. */
    public RevisionSet pending(HeadSet rows) {
        return all().minus(applied(rows));
    }

    /** Returns the rows that no revision has. */
    public List<RevisionId> unknown(HeadSet rows) {
        return rows.ids().stream().filter(id -> !has(id)).toList();
    }

    /**
     * Returns the tips of other lines that are applied without being a row, since the revision of a
     * row depends on them.
     */
    public List<RevisionId> impliedTips(HeadSet rows) {
        return tips(rows).stream().filter(id -> !rows.contains(id)).toList();
    }

    /** Returns the applied revisions of which no child is applied. */
    List<RevisionId> tips(HeadSet rows) {
        BitSet applied = applied(rows).bits();
        return applied.stream()
                .filter(index -> Arrays.stream(children.from(index)).noneMatch(applied::get))
                .mapToObj(this::idAt)
                .toList();
    }

    /** Returns whether every revision is applied, and no row is unknown. */
    public boolean isAtHeads(HeadSet rows) {
        return unknown(rows).isEmpty() && pending(rows).isEmpty();
    }

    /**
     * Returns the revisions a reference names; none for {@code base}.
     *
     * <p>Throws {@code RevisionException} where it names nothing, or one is wanted and it names
     * several.
     *
     * @param rows what {@code current} and bare steps count from
     */
    public List<Revision> resolve(RevisionRef ref, HeadSet rows) {
        return new RefResolver(this, rows, Overrun.REFUSED).resolve(ref);
    }

    /** Returns the one revision a reference names; empty for {@code base}. */
    public Optional<Revision> resolveOne(RevisionRef ref, HeadSet rows) {
        return new RefResolver(this, rows, Overrun.REFUSED).resolveOne(ref);
    }

    /** Returns the revisions of a range, the newest first. */
    public List<Revision> range(RevisionRange range, HeadSet rows) {
        return new RangeResolver(this, rows).resolve(range).downwards();
    }

    /** Returns what has a revision among its requirements, sorted. */
    List<RevisionId> requiredBy(RevisionId id) {
        return ids(requiredBy, id);
    }

    List<Revision> parentsOf(RevisionId id) {
        return Arrays.stream(parents.from(indexOf(id))).mapToObj(this::revisionAt).toList();
    }

    List<Revision> childrenOf(RevisionId id) {
        return Arrays.stream(children.from(indexOf(id))).mapToObj(this::revisionAt).toList();
    }

    boolean has(RevisionId id) {
        return indexes.containsKey(id.value());
    }

    int indexOf(RevisionId id) {
        Integer index = indexes.get(id.value());
        if (index == null) {
            throw new IllegalArgumentException("no revision " + id);
        }
        return index;
    }

    Revision revisionAt(int index) {
        return revisions.get(index);
    }

    RevisionId idAt(int index) {
        return revisions.get(index).id();
    }

    Map<String, Integer> indexes() {
        return indexes;
    }

    SortedMap<String, Integer> labelOwners() {
        return labelOwners;
    }

    /** Returns the members, each before what it requires, also by way of revisions between. */
    int[] downwards(BitSet members) {
        BitSet between = requirements.reach(members);
        between.and(requiredBy.reach(members));
        int[] sorted = DownwardOrder.of(requirements, requiredBy, between);
        return between.equals(members)
                ? sorted
                : Arrays.stream(sorted).filter(members::get).toArray();
    }
}
