package dev.limbeck.revision;

import java.util.List;
import java.util.Optional;

/** Goes step by step along parent links; an empty place is below the bases. */
final class Walk {
    private final RevisionGraph graph;
    private final RefErrors errors;
    private final Overrun overrun;
    private final RevisionRef.Relative ref;
    private final Optional<RevisionSet> lineage;

    /**
     * Makes a walk.
     *
     * @param lineage what a way up is confined to; a way down asks for a name at a merge, since a
     *     line has no say in what lies below it
     */
    Walk(
            RevisionGraph graph,
            RefErrors errors,
            Overrun overrun,
            RevisionRef.Relative ref,
            Optional<RevisionSet> lineage) {
        this.graph = graph;
        this.errors = errors;
        this.overrun = overrun;
        this.ref = ref;
        this.lineage = lineage;
    }

    Optional<Revision> from(Optional<Revision> start) {
        return ref.steps() > 0 ? up(start) : down(start);
    }

    /**
     * Returns where the walk from one of several places ends, which below the first revision of its
     * line is that revision: base would stand for the other lines too.
     */
    Revision fromEach(Revision start) {
        return from(Optional.of(start)).orElseGet(() -> bottom(start));
    }

    private Revision bottom(Revision start) {
        Revision place = start;
        List<Revision> below = graph.parentsOf(place.id());
        while (!below.isEmpty()) {
            place = below.get(0);
            below = graph.parentsOf(place.id());
        }
        return place;
    }

    private Optional<Revision> up(Optional<Revision> start) {
        Optional<Revision> place = start;
        for (int done = 0; done < ref.steps(); done++) {
            List<Revision> above =
                    place.map(revision -> graph.childrenOf(revision.id())).orElseGet(graph::bases);
            List<Revision> ways =
                    lineage.map(
                                    set ->
                                            above.stream()
                                                    .filter(way -> set.contains(way.id()))
                                                    .toList())
                            .orElse(above);
            if (ways.size() > 1) {
                throw errors.severalWaysUp(ref, place, ways);
            }
            if (ways.isEmpty()) {
                return end(start, place, done);
            }
            place = Optional.of(ways.get(0));
        }
        return place;
    }

    private Optional<Revision> down(Optional<Revision> start) {
        Optional<Revision> place = start;
        for (int done = 0; done > ref.steps(); done--) {
            if (place.isEmpty()) {
                return end(start, place, -done);
            }
            Revision revision = place.get();
            List<Revision> ways = graph.parentsOf(revision.id());
            if (ways.size() > 1) {
                throw errors.severalWaysDown(ref, revision, ways);
            }
            place = ways.stream().findFirst();
        }
        return place;
    }

    private Optional<Revision> end(
            Optional<Revision> start, Optional<Revision> place, int possible) {
        if (overrun == Overrun.REFUSED) {
            throw errors.outOfRange(ref, start, possible);
        }
        return place;
    }
}
