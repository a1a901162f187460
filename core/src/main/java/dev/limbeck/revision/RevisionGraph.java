package dev.limbeck.revision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All revisions of a project and how they hang together.
 *
 * <p>Immutable. The order of every list it returns depends on the revisions alone, never on the
 * order of files or of hashes. Lists of ids are sorted unless a method says otherwise. A query
 * about an id that the graph doesn't have is a mistake of the caller: {@code
 * IllegalArgumentException}.
 *
 * <p>Two kinds of links are told apart. A revision's <em>line</em> follows {@code revises} alone:
 * parents and children, heads, labels. A revision's <em>requirements</em> are its parents and what
 * it depends on: what must be applied before it.
 */
public final class RevisionGraph {
    private RevisionGraph() {}

    /**
     * Builds the graph; collects every broken link, cycle and duplicate and throws them as one
     * {@code RevisionException}, each naming its file and line.
     */
    public static RevisionGraph of(Collection<Revision> revisions) {
        throw new UnsupportedOperationException("not built yet");
    }

    public int size() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the revision of an exact id. */
    public Optional<Revision> find(RevisionId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the revision that states a label. */
    public Optional<Revision> findLabel(String label) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns every revision, parents and dependencies before those that need them. */
    public List<Revision> ordered() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the revisions no other one revises. */
    public List<Revision> heads() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the revisions no other one revises or depends on. */
    public List<Revision> effectiveHeads() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the revisions that revise nothing. */
    public List<Revision> bases() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the revisions that revise nothing and depend on nothing. */
    public List<Revision> effectiveBases() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the revisions that several others revise. */
    public List<Revision> branchPoints() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns what a revision revises, in the header's order. */
    public List<RevisionId> parents(RevisionId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns what revises a revision. */
    public List<RevisionId> children(RevisionId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns what a revision depends on, labels resolved, in the header's order. */
    public List<RevisionId> dependencies(RevisionId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns what depends on a revision. */
    public List<RevisionId> dependents(RevisionId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Returns what a step up to a revision replaces among the rows: its parents, then the
     * dependencies that no ancestor of its line has already.
     */
    public List<RevisionId> requirements(RevisionId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    public boolean isHead(RevisionId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    public boolean isEffectiveHead(RevisionId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    public boolean isBranchPoint(RevisionId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    public boolean isMergePoint(RevisionId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns a revision's own and inherited labels, sorted. */
    public List<String> labels(RevisionId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns some revisions and all that they require, directly or not. */
    public RevisionSet ancestors(Collection<RevisionId> ids) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns some revisions and all that require them, directly or not. */
    public RevisionSet descendants(Collection<RevisionId> ids) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns some revisions and what they revise, directly or not; dependencies don't count. */
    public RevisionSet lineAncestors(Collection<RevisionId> ids) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns some revisions and what revises them, directly or not; dependencies don't count. */
    public RevisionSet lineDescendants(Collection<RevisionId> ids) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns every revision that rows say is applied; rows without a file count for nothing. */
    public RevisionSet applied(HeadSet rows) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns every revision that is not applied. */
    public RevisionSet pending(HeadSet rows) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the rows that no revision has. */
    public List<RevisionId> unknown(HeadSet rows) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Returns the tips of other lines that are applied without being a row, since the revision of a
     * row depends on them.
     */
    public List<RevisionId> impliedTips(HeadSet rows) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns whether every head is applied, and no row is unknown. */
    public boolean isAtHeads(HeadSet rows) {
        throw new UnsupportedOperationException("not built yet");
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
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the one revision a reference names; empty for {@code base}. */
    public Optional<Revision> resolveOne(RevisionRef ref, HeadSet rows) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the revisions of a range, the newest first. */
    public List<Revision> range(RevisionRange range, HeadSet rows) {
        throw new UnsupportedOperationException("not built yet");
    }
}
