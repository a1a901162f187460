package dev.limbeck.plan;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Listing;
import dev.limbeck.error.PlanException;
import dev.limbeck.error.RevisionException;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRefParser;
import dev.limbeck.revision.RevisionSet;
import dev.limbeck.revision.UnknownRows;
import java.util.ArrayList;
import java.util.List;

/** Works out a {@link RebasePlan}. */
final class RebasePlanner {
    private final RevisionGraph graph;
    private final HeadSet rows;
    private final RevisionId moving;
    private final RevisionId onto;

    RebasePlanner(RevisionGraph graph, HeadSet rows, String moving, String onto) {
        this.graph = graph;
        this.rows = rows;
        this.moving = one(moving);
        this.onto = one(onto);
    }

    private RevisionId one(String name) {
        return graph.resolveOne(RevisionRefParser.parseTarget(name), rows)
                .map(Revision::id)
                .orElseThrow(
                        () ->
                                refuse(
                                        ErrorCode.INVALID_TARGET,
                                        "'" + name + "' is below every revision",
                                        "name a revision: the head of the line that moves, and the"
                                                + " revision it shall start from"));
    }

    RebasePlan plan() {
        RevisionSet target = graph.lineAncestors(List.of(onto));
        RevisionSet own = graph.lineAncestors(List.of(moving)).minus(target);
        if (own.isEmpty()) {
            throw refuse(
                    ErrorCode.INVALID_TARGET,
                    moving.equals(onto)
                            ? "'" + moving + "' can't be put on top of itself"
                            : "'" + moving + "' is below '" + onto + "', so nothing can move",
                    "name the head of the line that shall move");
        }
        refuseCycle(own);
        RevisionSet moved = graph.lineDescendants(own.ids());
        refuseApplied(moved);
        List<RebasePlan.NewParents> changes = new ArrayList<>();
        for (Revision revision : own.upwards()) {
            List<RevisionId> before = graph.parents(revision.id());
            List<RevisionId> after = before.stream().filter(own::contains).toList();
            if (after.isEmpty()) {
                after = List.of(onto);
            }
            if (!after.equals(before)) {
                changes.add(new RebasePlan.NewParents(revision, after));
            }
        }
        List<Diagnostic> notices =
                changes.isEmpty()
                        ? List.of(
                                Diagnostic.info(
                                        ErrorCode.NOTHING_TO_DO,
                                        "nothing to do: the line of '"
                                                + moving
                                                + "' starts from '"
                                                + onto
                                                + "' already"))
                        : List.of();
        return new RebasePlan(moved.upwards(), changes, notices);
    }

    private void refuseCycle(RevisionSet own) {
        RevisionSet needed = own.and(graph.ancestors(List.of(onto)));
        if (!needed.isEmpty()) {
            throw refuse(
                    ErrorCode.DEPENDENCY_CYCLE,
                    "'"
                            + onto
                            + "' depends on "
                            + Listing.of(needed.ids())
                            + ", which would move on top of it",
                    "choose a revision that doesn't need the line that moves");
        }
    }

    private void refuseApplied(RevisionSet moved) {
        List<RevisionId> unknown = graph.unknown(rows);
        if (!unknown.isEmpty()) {
            throw new PlanException(UnknownRows.error(unknown));
        }
        RevisionSet applied = graph.applied(rows).and(moved);
        if (!applied.isEmpty()) {
            throw new PlanException(
                    Diagnostic.error(
                                    ErrorCode.ALREADY_APPLIED,
                                    "the database has applied "
                                            + Listing.of(applied.ids())
                                            + ", so the line can't move")
                            .withHint(
                                    "join the lines with 'limbeck merge', or take the line down"
                                            + " first where nobody else has it"));
        }
    }

    private static RevisionException refuse(ErrorCode code, String message, String hint) {
        return new RevisionException(Diagnostic.error(code, message).withHint(hint));
    }
}
