package dev.limbeck.revision;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Listing;
import dev.limbeck.error.RevisionException;
import dev.limbeck.error.Suggestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Words the refusals of references: what was meant, what there is, what to write instead. */
final class RefErrors {
    private final RevisionGraph graph;

    RefErrors(RevisionGraph graph) {
        this.graph = graph;
    }

    RevisionException unknown(RevisionRef.Named ref) {
        return refuse(
                ErrorCode.UNKNOWN_REVISION,
                "no revision or label is called '" + ref.name() + "' or begins with it",
                candidates(ref.name()));
    }

    private String candidates(String name) {
        if (graph.size() == 0) {
            return "the project has no revisions yet; 'limbeck revision' writes one";
        }
        NavigableSet<String> known = new TreeSet<>(graph.indexes().keySet());
        known.addAll(graph.labelOwners().keySet());
        known.addAll(RevisionId.RESERVED);
        List<String> otherCase =
                known.stream()
                        .filter(word -> word.regionMatches(true, 0, name, 0, name.length()))
                        .toList();
        if (!otherCase.isEmpty()) {
            return "upper and lower case differ: did you mean '" + otherCase.get(0) + "'?";
        }
        List<String> near = near(name, known);
        if (!near.isEmpty()) {
            return "did you mean " + either(near) + "?";
        }
        String rule =
                name.length() < NameLookup.SHORTEST_PREFIX
                        ? "a prefix has at least " + NameLookup.SHORTEST_PREFIX + " characters; "
                        : "";
        String labels =
                graph.labelOwners().isEmpty()
                        ? ""
                        : "; labels: " + Listing.of(List.copyOf(graph.labelOwners().keySet()));
        return rule
                + "heads: "
                + Listing.of(graph.heads().stream().map(Revision::id).toList())
                + labels
                + "; 'limbeck history' lists every revision";
    }

    /** Returns the known words that a whole word, or a prefix, was probably meant to be. */
    private static List<String> near(String name, NavigableSet<String> known) {
        Optional<String> whole = Suggestion.nearest(name, known);
        if (whole.isPresent() || name.length() < NameLookup.SHORTEST_PREFIX) {
            return whole.stream().toList();
        }
        NavigableSet<String> prefixes = new TreeSet<>();
        known.stream()
                .filter(word -> word.length() > name.length())
                .forEach(word -> prefixes.add(word.substring(0, name.length())));
        return Suggestion.nearest(name, prefixes)
                .map(prefix -> known.stream().filter(word -> word.startsWith(prefix)).toList())
                .orElse(List.of());
    }

    RevisionException ambiguous(RevisionRef.Named ref, List<Revision> found) {
        return refuse(
                ErrorCode.AMBIGUOUS_REVISION,
                "'" + ref.text() + "' begins several names: " + described(found),
                ref.name().length() < NameLookup.SHORTEST_PREFIX
                        ? "a prefix has at least " + NameLookup.SHORTEST_PREFIX + " characters"
                        : "write more of the name");
    }

    RevisionException prefixTooShort(RevisionRef.Named ref, Revision found) {
        return refuse(
                ErrorCode.PREFIX_TOO_SHORT,
                "'"
                        + ref.name()
                        + "' is too short: a prefix has at least "
                        + NameLookup.SHORTEST_PREFIX
                        + " characters",
                "did you mean " + described(List.of(found)) + "?");
    }

    RevisionException notOnLine(RevisionRef.Named ref, List<Revision> found) {
        String line = ref.line().orElseThrow();
        return refuse(
                ErrorCode.NOT_ON_BRANCH,
                described(found)
                        + (found.size() == 1 ? " is" : " are")
                        + " not on the line of '"
                        + line
                        + "'",
                "'limbeck history -r " + line + "@base:" + line + "@heads' lists that line");
    }

    RevisionException severalHeads(RevisionRef ref, List<Revision> heads) {
        Revision newest =
                heads.stream()
                        .max(
                                Comparator.comparing(
                                                (Revision head) ->
                                                        head.created().orElse(Instant.MIN))
                                        .thenComparing(Revision::id))
                        .orElseThrow();
        Diagnostic error =
                Diagnostic.error(
                        ErrorCode.MULTIPLE_HEADS,
                        "'"
                                + ref.text()
                                + "' names "
                                + heads.size()
                                + " revisions: "
                                + Listing.of(heads.stream().map(RefErrors::inFull).toList()),
                        newest.place("revision"));
        String one = either(heads.stream().map(head -> headName(head, heads)).toList());
        String all = ref.line().map(line -> line + "@heads").orElse("heads");
        return new RevisionException(
                error.withHint(
                        "choose one: "
                                + one
                                + (ref.text().equals(all) ? "" : "; upgrade to all: '" + all + "'")
                                + "; or make them one line with 'limbeck merge' or 'limbeck"
                                + " rebase'"));
    }

    /** Returns how to name one of several heads: by a label that the others don't have. */
    private String headName(Revision head, List<Revision> heads) {
        return lineName(head, heads).map(label -> label + "@head").orElse(head.id().value());
    }

    private Optional<String> lineName(Revision head, List<Revision> heads) {
        return graph.labels(head.id()).stream()
                .filter(
                        label ->
                                heads.stream()
                                                .filter(
                                                        other ->
                                                                graph.labels(other.id())
                                                                        .contains(label))
                                                .count()
                                        == 1)
                .findFirst();
    }

    RevisionException severalRows(RevisionRef ref, List<Revision> starts) {
        List<String> names = starts.stream().map(start -> oneOf(ref, start, starts)).toList();
        return refuse(
                ErrorCode.AMBIGUOUS_CURRENT,
                "'"
                        + ref.text()
                        + "' counts from one revision, and there are "
                        + starts.size()
                        + ": "
                        + described(starts),
                "name one: " + either(names));
    }

    /** Returns a reference that counts from one of several revisions, as the given one can't. */
    private String oneOf(RevisionRef ref, Revision start, List<Revision> starts) {
        String id = start.id().value();
        if (ref.stepsFromCurrent() != 0) {
            Optional<String> line = lineName(start, starts).or(() -> Optional.of(id));
            return new RevisionRef.Relative(line, Optional.empty(), ref.stepsFromCurrent()).text();
        }
        return id + ref.start().map(from -> ref.text().substring(from.text().length())).orElse("");
    }

    RevisionException unknownRows(List<RevisionId> unknown) {
        return new RevisionException(UnknownRows.error(unknown));
    }

    RevisionException nothingToCountFrom(RevisionRef.Relative ref) {
        return refuse(
                ErrorCode.NOT_APPLIED,
                "'"
                        + ref.text()
                        + "' counts from the applied revisions"
                        + ref.line().map(line -> " of '" + line + "'").orElse("")
                        + ", and there are none",
                "'limbeck current' lists what is applied");
    }

    RevisionException severalWaysUp(
            RevisionRef.Relative ref, Optional<Revision> place, List<Revision> ways) {
        return refuse(
                ErrorCode.AMBIGUOUS_WALK,
                "'"
                        + ref.text()
                        + "' can go "
                        + ways.size()
                        + " ways "
                        + place.map(revision -> "up from '" + revision.id() + "'")
                                .orElse("up from base")
                        + ": "
                        + described(ways),
                "name one of them, or confine the steps to its line: "
                        + either(
                                ways.stream()
                                        .map(way -> lineName(way, ways).orElse(way.id().value()))
                                        .map(line -> line + "@+1")
                                        .toList()));
    }

    RevisionException severalWaysDown(
            RevisionRef.Relative ref, Revision merge, List<Revision> ways) {
        return refuse(
                ErrorCode.AMBIGUOUS_WALK,
                "'"
                        + ref.text()
                        + "' can go "
                        + ways.size()
                        + " ways down from the merge '"
                        + merge.id()
                        + "': "
                        + described(ways),
                "name one of its parents, "
                        + either(ways.stream().map(way -> way.id().value()).toList())
                        + "; a downgrade to either undoes only what is above it, here '"
                        + merge.id()
                        + "', and leaves the other parents applied");
    }

    RevisionException outOfRange(RevisionRef.Relative ref, Optional<Revision> start, int possible) {
        String direction = ref.steps() > 0 ? "up" : "down";
        return refuse(
                ErrorCode.RELATIVE_OUT_OF_RANGE,
                "'"
                        + ref.text()
                        + "' leads past the end: from "
                        + start.map(revision -> "'" + revision.id() + "'").orElse("base")
                        + " it is "
                        + (possible == 1 ? "1 step " : possible + " steps ")
                        + direction
                        + " to the "
                        + (ref.steps() > 0 ? "head" : "base"),
                ref.steps() > 0
                        ? "write 'head' for the newest revision"
                        : "write 'base' for the state before the first revision");
    }

    RevisionException badRange(String message, String hint) {
        return refuse(ErrorCode.INVALID_RANGE, message, hint);
    }

    private static RevisionException refuse(ErrorCode code, String message, String hint) {
        return new RevisionException(Diagnostic.error(code, message).withHint(hint));
    }

    private static String either(List<String> texts) {
        List<String> quoted = texts.stream().limit(5).map(text -> "'" + text + "'").toList();
        if (quoted.size() < 2) {
            return String.join("", quoted);
        }
        return String.join(", ", quoted.subList(0, quoted.size() - 1))
                + " or "
                + quoted.get(quoted.size() - 1);
    }

    private static String described(List<Revision> revisions) {
        return Listing.of(
                revisions.stream()
                        .map(
                                revision ->
                                        revision.message().isEmpty()
                                                ? revision.id().value()
                                                : revision.id() + " (" + revision.message() + ")")
                        .toList());
    }

    private static String inFull(Revision revision) {
        List<String> details = new ArrayList<>();
        if (!revision.message().isEmpty()) {
            details.add(revision.message());
        }
        revision.created().ifPresent(created -> details.add(created.toString()));
        details.add(revision.path().toString());
        return revision.id() + " (" + String.join(", ", details) + ")";
    }
}
