package dev.limbeck.plan;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Listing;
import dev.limbeck.error.RevisionException;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRange;
import dev.limbeck.revision.RevisionRef;
import dev.limbeck.revision.RevisionRefParser;
import dev.limbeck.revision.RevisionSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which revisions become one, and what its header will say. The one that takes their place keeps
 * the id of the last of them, so that nothing changes for what builds on it, nor for databases that
 * have it.
 *
 * @param members the revisions, in the order in which they run; the last one's id stays
 * @param revises what they build on together
 * @param dependsOn what they need besides
 * @param branchLabels the labels that they state
 */
public record SquashPlan(
        List<Revision> members,
        List<RevisionId> revises,
        List<String> dependsOn,
        List<String> branchLabels) {
    public SquashPlan {
        members = List.copyOf(members);
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = List.copyOf(branchLabels);
    }

    /**
     * Plans to make one revision of all between two, both included.
     *
     * @param rows what relative names count from
     * @param range {@code FROM:TO}
     * @throws RevisionException where they can't become one
     */
    public static SquashPlan of(RevisionGraph graph, HeadSet rows, String range) {
        RevisionRange ends = RevisionRefParser.parseRange(range);
        RevisionId first = end(graph, rows, range, ends.lower());
        RevisionId last = end(graph, rows, range, ends.upper());
        RevisionSet members = graph.descendants(List.of(first)).and(graph.ancestors(List.of(last)));
        if (members.size() < 2) {
            throw refuse(
                    "there is nothing between '" + first + "' and '" + last + "' to squash",
                    "the first one must lie below the last one");
        }
        refuseUsers(graph, members, last);
        return new SquashPlan(
                members.upwards(),
                parents(graph, members),
                dependencies(graph, members),
                members.upwards().stream()
                        .flatMap(member -> member.branchLabels().stream())
                        .toList());
    }

    /** Returns the revision whose id stays. */
    public Revision last() {
        return members.get(members.size() - 1);
    }

    /** Returns the ids that go. */
    public List<RevisionId> replaced() {
        return members.subList(0, members.size() - 1).stream().map(Revision::id).toList();
    }

    private static RevisionId end(
            RevisionGraph graph, HeadSet rows, String range, Optional<RevisionRef> end) {
        return end.flatMap(ref -> graph.resolveOne(ref, rows))
                .map(Revision::id)
                .orElseThrow(
                        () ->
                                new RevisionException(
                                        Diagnostic.error(
                                                        ErrorCode.INVALID_RANGE,
                                                        "'" + range + "' has no two ends")
                                                .withHint(
                                                        "name the first and the last revision:"
                                                                + " FROM:TO")));
    }

    /** What builds on one in the middle could not say any more on what. */
    private static void refuseUsers(RevisionGraph graph, RevisionSet members, RevisionId last) {
        for (Revision member : members.upwards()) {
            Set<RevisionId> users = new TreeSet<>(graph.children(member.id()));
            users.addAll(graph.dependents(member.id()));
            users.removeIf(members::contains);
            if (!member.id().equals(last) && !users.isEmpty()) {
                throw refuse(
                        Listing.of(List.copyOf(users))
                                + " builds on '"
                                + member.id()
                                + "', which would be gone",
                        "end the range there, or include what builds on it");
            }
        }
    }

    private static List<RevisionId> parents(RevisionGraph graph, RevisionSet members) {
        Set<RevisionId> outside = new TreeSet<>();
        members.ids().forEach(member -> outside.addAll(graph.parents(member)));
        outside.removeIf(members::contains);
        List<RevisionId> below =
                outside.stream().flatMap(id -> graph.requirements(id).stream()).toList();
        outside.removeIf(graph.ancestors(below)::contains);
        return List.copyOf(outside);
    }

    private static List<String> dependencies(RevisionGraph graph, RevisionSet members) {
        Set<String> outside = new TreeSet<>();
        for (Revision member : members.upwards()) {
            for (RevisionId needed : graph.dependencies(member.id())) {
                if (!members.contains(needed)) {
                    outside.add(needed.value());
                }
            }
        }
        return List.copyOf(outside);
    }

    private static RevisionException refuse(String message, String hint) {
        return new RevisionException(
                Diagnostic.error(ErrorCode.NOT_SQUASHED, message).withHint(hint));
    }
}
