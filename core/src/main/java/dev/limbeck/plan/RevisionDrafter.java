package dev.limbeck.plan;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Listing;
import dev.limbeck.error.RevisionException;
import dev.limbeck.revision.BranchLabels;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRef;
import dev.limbeck.revision.RevisionRefParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides what a new revision will revise, before a file is written. Pure functions; each throws
 * {@code RevisionException} where the graph with the new revision would not hang together.
 */
public final class RevisionDrafter {
    private final RevisionGraph graph;
    private final HeadSet rows;
    private final DraftRequest request;

    private RevisionDrafter(RevisionGraph graph, HeadSet rows, DraftRequest request) {
        this.graph = graph;
        this.rows = rows;
        this.request = request;
    }

    /**
     * Drafts a revision on top of others, by default on the head.
     *
     * @param rows what bare steps such as {@code -1} count from
     */
    public static RevisionDraft revision(RevisionGraph graph, HeadSet rows, DraftRequest request) {
        RevisionDrafter drafter = new RevisionDrafter(graph, rows, request);
        List<String> parents = request.parents().isEmpty() ? List.of("head") : request.parents();
        return drafter.draft(drafter.parents(parents), Optional.empty(), List.of());
    }

    /**
     * Drafts a revision that joins others, by default all heads; empty where there is only one.
     *
     * <p>A single parent that the user names makes a plain revision, and a notice.
     */
    public static Optional<RevisionDraft> merge(
            RevisionGraph graph, HeadSet rows, DraftRequest request) {
        RevisionDrafter drafter = new RevisionDrafter(graph, rows, request);
        boolean byDefault = request.parents().isEmpty();
        List<RevisionId> parents =
                drafter.parents(byDefault ? List.of("heads") : request.parents());
        if (parents.isEmpty() && graph.size() > 0) {
            throw refuse(
                    ErrorCode.INVALID_TARGET,
                    "there is nothing below every revision that could be merged",
                    "name the revisions to merge, or none to merge all heads");
        }
        if (byDefault && parents.size() < 2) {
            return Optional.empty();
        }
        List<Diagnostic> notices =
                parents.size() > 1
                        ? List.of()
                        : List.of(
                                Diagnostic.info(
                                        ErrorCode.NOTHING_TO_DO,
                                        "one parent is no merge: this is a plain revision on top of "
                                                + Listing.of(parents)));
        return Optional.of(
                drafter.draft(parents, Optional.of("merge " + Listing.of(parents)), notices));
    }

    private RevisionDraft draft(
            List<RevisionId> parents, Optional<String> message, List<Diagnostic> notices) {
        Optional<RevisionId> id = request.id().map(this::newId);
        request.branchLabels().forEach(this::checkLabel);
        return new RevisionDraft(
                id, parents, request.branchLabels(), dependencies(), message, notices);
    }

    private List<RevisionId> parents(List<String> names) {
        List<RevisionId> parents = new ArrayList<>();
        for (String name : names) {
            List<Revision> found = resolve(name);
            if (found.isEmpty() && names.size() > 1) {
                throw refuse(
                        ErrorCode.INVALID_TARGET,
                        "'" + name + "' is below every revision and can't be one parent of several",
                        "leave it out");
            }
            found.forEach(revision -> parents.add(revision.id()));
        }
        Set<RevisionId> once = new LinkedHashSet<>();
        for (RevisionId parent : parents) {
            if (!once.add(parent)) {
                throw refuse(
                        ErrorCode.DUPLICATE_PARENTS,
                        "revision '" + parent + "' is named twice as a parent",
                        "name each parent once");
            }
            if (request.splice() == DraftRequest.Splice.REFUSED && !graph.isHead(parent)) {
                throw refuse(
                        ErrorCode.NOT_A_HEAD,
                        "revision '"
                                + parent
                                + "' is not a head: "
                                + Listing.of(graph.children(parent))
                                + (graph.isBranchPoint(parent) ? " revise it" : " revises it"),
                        "add '--splice' to begin a branch there, or choose a head: "
                                + Listing.of(graph.heads().stream().map(Revision::id).toList()));
            }
        }
        return parents;
    }

    private List<String> dependencies() {
        Set<String> dependencies = new LinkedHashSet<>();
        for (String name : request.dependsOn()) {
            if (graph.findLabel(name).isPresent()) {
                dependencies.add(name);
                continue;
            }
            RevisionRef ref = RevisionRefParser.parseTarget(name);
            Revision revision =
                    graph.resolveOne(ref, rows)
                            .orElseThrow(
                                    () ->
                                            refuse(
                                                    ErrorCode.INVALID_TARGET,
                                                    "nothing can depend on '"
                                                            + name
                                                            + "', which is below every revision",
                                                    "name a revision or a label"));
            dependencies.add(revision.id().value());
        }
        return List.copyOf(dependencies);
    }

    private List<Revision> resolve(String name) {
        return graph.resolve(RevisionRefParser.parseTarget(name), rows);
    }

    private RevisionId newId(String text) {
        Optional<String> problem = RevisionId.problemWith(text);
        if (problem.isPresent()) {
            throw refuse(ErrorCode.ILLEGAL_REVISION_ID, problem.get(), RevisionId.ADVICE);
        }
        RevisionId id = new RevisionId(text);
        graph.find(id)
                .ifPresent(
                        existing -> {
                            throw refuse(
                                    ErrorCode.DUPLICATE_REVISION,
                                    "revision '" + id + "' exists already: " + existing.path(),
                                    "choose another id, or leave it out to have one made");
                        });
        graph.findLabel(text)
                .ifPresent(
                        owner -> {
                            throw refuse(
                                    ErrorCode.DUPLICATE_LABEL,
                                    "'" + text + "' is a label of revision '" + owner.id() + "'",
                                    "a label and an id can't be the same word; choose another id");
                        });
        return id;
    }

    private void checkLabel(String label) {
        Optional<String> problem = BranchLabels.problemWith(label);
        if (problem.isPresent()) {
            throw refuse(ErrorCode.ILLEGAL_LABEL, problem.get(), BranchLabels.RULE);
        }
        long times =
                Stream.concat(request.branchLabels().stream(), request.id().stream())
                        .filter(label::equals)
                        .count();
        Optional<String> taken =
                Optional.of("'" + label + "' is named twice")
                        .filter(message -> times > 1)
                        .or(() -> takenBy(label));
        if (taken.isPresent()) {
            throw refuse(ErrorCode.DUPLICATE_LABEL, taken.get(), "choose another label");
        }
    }

    private Optional<String> takenBy(String label) {
        Optional<String> byLabel =
                graph.findLabel(label)
                        .map(
                                owner ->
                                        "label '"
                                                + label
                                                + "' is stated by revision '"
                                                + owner.id()
                                                + "'");
        return byLabel.or(
                () ->
                        Optional.of(label)
                                .filter(text -> RevisionId.problemWith(text).isEmpty())
                                .flatMap(text -> graph.find(new RevisionId(text)))
                                .map(owner -> "'" + label + "' is the id of a revision"));
    }

    private static RevisionException refuse(ErrorCode code, String message, String hint) {
        return new RevisionException(Diagnostic.error(code, message).withHint(hint));
    }
}
