package dev.limbeck.script;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the files of each revision together: variants by their id, down files by their stem.
 *
 * <p>Files of one revision may lie in different folders; where two revisions have files of the same
 * stem, a down file belongs to the one whose up file lies beside it.
 */
final class RevisionAssembly {
    private final List<Diagnostic> findings;
    private final Map<RevisionId, List<UpFile>> upsById = new LinkedHashMap<>();
    private final Map<Place, List<UpFile>> upsByPlace = new LinkedHashMap<>();
    private final Map<String, Set<RevisionId>> idsByStem = new HashMap<>();
    private final Map<String, UpFile> upByFirstWord = new HashMap<>();
    private final Map<RevisionId, List<ScriptFile>> downsById = new LinkedHashMap<>();

    /** A stem in a folder. */
    private record Place(Optional<Path> folder, String stem) {
        static Place of(ScriptFile file) {
            return new Place(Optional.ofNullable(file.path().getParent()), file.stem());
        }
    }

    private RevisionAssembly(List<Diagnostic> findings) {
        this.findings = findings;
    }

    /**
     * Returns the revisions in the order of their first files.
     *
     * @param ups up files that say which revision they are of
     * @param unusable stems of up files that don't; their down files are left alone
     */
    static List<Migration> assemble(
            List<UpFile> ups,
            Set<String> unusable,
            List<ScriptFile> downs,
            List<Diagnostic> findings) {
        RevisionAssembly assembly = new RevisionAssembly(findings);
        ups.forEach(assembly::add);
        assembly.checkPlaces();
        downs.stream().filter(down -> !unusable.contains(down.stem())).forEach(assembly::attach);
        return assembly.upsById.entrySet().stream()
                .map(entry -> assembly.migration(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void add(UpFile up) {
        RevisionId id = up.facts().id();
        List<UpFile> before = upsById.computeIfAbsent(id, unused -> new ArrayList<>());
        upsByPlace.computeIfAbsent(Place.of(up.file()), unused -> new ArrayList<>()).add(up);
        idsByStem.computeIfAbsent(up.file().stem(), unused -> new LinkedHashSet<>()).add(id);
        upByFirstWord.putIfAbsent(firstWord(up.file().stem()), up);
        if (before.isEmpty()) {
            before.add(up);
            return;
        }
        UpFile first = before.get(0);
        Optional<UpFile> rival =
                before.stream()
                        .filter(other -> other.file().variant().equals(up.file().variant()))
                        .findFirst();
        if (!first.file().stem().equals(up.file().stem())) {
            findings.add(
                    duplicate(up, first)
                            .withHint(
                                    "variants of one revision have the same name but for the"
                                            + " dialect; another revision needs another id"));
        } else if (rival.isPresent()) {
            findings.add(duplicate(up, rival.get()));
        } else {
            compare(first, up);
            before.add(up);
        }
    }

    private static Diagnostic duplicate(UpFile second, UpFile first) {
        return Diagnostic.error(
                ErrorCode.DUPLICATE_REVISION,
                "revision '"
                        + second.facts().id()
                        + "' stands in two files: "
                        + first.file().shown()
                        + " and "
                        + second.file().shown(),
                second.place(HeaderKey.REVISION));
    }

    private void compare(UpFile first, UpFile second) {
        Optional<HeaderKey> difference = first.facts().firstDifference(second.facts());
        if (difference.isPresent()) {
            findings.add(disagreement(first, second, difference.get()));
        } else if (!first.message().equals(second.message())) {
            findings.add(
                    Diagnostic.warning(
                            ErrorCode.VARIANTS_DISAGREE,
                            "the message differs from that of " + first.file().shown(),
                            new SourceLocation(second.file().shown(), 1, 1)));
        }
    }

    private static Diagnostic disagreement(UpFile first, UpFile second, HeaderKey key) {
        return Diagnostic.error(
                        ErrorCode.VARIANTS_DISAGREE,
                        "'"
                                + key.word()
                                + ":' in "
                                + second.file().shown()
                                + " differs from that in "
                                + first.file().shown(),
                        second.place(key))
                .withHint("all variants of a revision repeat the same header");
    }

    /** Two files that differ in nothing but the dialect can't be two revisions. */
    private void checkPlaces() {
        for (List<UpFile> ups : upsByPlace.values()) {
            UpFile first = ups.get(0);
            ups.stream()
                    .filter(up -> !up.facts().id().equals(first.facts().id()))
                    .forEach(up -> findings.add(disagreement(first, up, HeaderKey.REVISION)));
        }
    }

    private void attach(ScriptFile down) {
        Set<RevisionId> beside = new LinkedHashSet<>();
        upsByPlace
                .getOrDefault(Place.of(down), List.of())
                .forEach(up -> beside.add(up.facts().id()));
        Set<RevisionId> named = idsByStem.getOrDefault(down.stem(), Set.of());
        if (beside.size() == 1) {
            addDown(beside.iterator().next(), down);
        } else if (named.size() == 1) {
            addDown(named.iterator().next(), down);
        } else if (beside.isEmpty()) {
            findings.add(orphan(down, named));
        }
        // Several revisions beside it: the up files' disagreement has been reported.
    }

    private Diagnostic orphan(ScriptFile down, Set<RevisionId> named) {
        SourceLocation where = SourceLocation.of(down.shown());
        if (!named.isEmpty()) {
            return Diagnostic.error(
                            ErrorCode.DOWN_WITHOUT_UP,
                            named.size()
                                    + " revisions have up files named '"
                                    + down.stem()
                                    + "', none of them in this folder",
                            where)
                    .withHint("put the down file beside its up file");
        }
        Optional<UpFile> cousin = Optional.ofNullable(upByFirstWord.get(firstWord(down.stem())));
        return Diagnostic.error(
                        ErrorCode.DOWN_WITHOUT_UP,
                        "no up file has the name '" + down.stem() + "'",
                        where)
                .withHint(
                        cousin.map(up -> "is it the down file of " + up.file().shown() + "?")
                                .orElse("up and down files pair by equal names"));
    }

    private static String firstWord(String stem) {
        int end = stem.indexOf('_');
        return end < 0 ? stem : stem.substring(0, end);
    }

    private void addDown(RevisionId id, ScriptFile down) {
        List<ScriptFile> downs = downsById.computeIfAbsent(id, unused -> new ArrayList<>());
        Optional<ScriptFile> rival =
                downs.stream().filter(other -> other.variant().equals(down.variant())).findFirst();
        if (rival.isPresent()) {
            findings.add(
                    Diagnostic.error(
                            ErrorCode.DUPLICATE_REVISION,
                            "revision '"
                                    + id
                                    + "' has two down files: "
                                    + rival.get().shown()
                                    + " and "
                                    + down.shown(),
                            SourceLocation.of(down.shown())));
        } else {
            downs.add(down);
        }
    }

    private Migration migration(RevisionId id, List<UpFile> ups) {
        UpFile speaker =
                ups.stream()
                        .min(Comparator.comparing(up -> up.file().variant().orElse("")))
                        .orElseThrow();
        HeaderFacts facts = speaker.facts();
        Revision revision =
                new Revision(
                        id,
                        facts.revises(),
                        facts.branchLabels(),
                        facts.dependsOn(),
                        speaker.message(),
                        facts.created(),
                        speaker.file().shown(),
                        speaker.places());
        List<ScriptFile> files = new ArrayList<>(ups.stream().map(UpFile::file).toList());
        files.addAll(downsById.getOrDefault(id, List.of()));
        files.sort(
                Comparator.comparing(ScriptFile::direction)
                        .thenComparing(file -> file.variant().orElse("")));
        return new Migration(revision, files, facts.dialects(), facts.replaces());
    }
}
