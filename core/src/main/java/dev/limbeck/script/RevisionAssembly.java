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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the files of each revision together: variants by their id, down files by their stem.
 *
 * <p>Files of one revision may lie in different folders; where two revisions have files of the same
 * stem, a down file belongs to the one whose up file lies beside it.
 */
final class RevisionAssembly {
    private static final Comparator<UpFile> GENERAL_FIRST =
            Comparator.comparing((UpFile up) -> up.file().stem())
                    .thenComparing(up -> up.file().variant().orElse(""))
                    .thenComparing(up -> up.file().shown().toString());

    private final List<Diagnostic> findings;
    private final Map<RevisionId, Group> groups = new LinkedHashMap<>();
    private final Map<String, Namesakes> byStem = new LinkedHashMap<>();
    private final List<UpFile> ups;
    private Map<String, UpFile> upByFirstWord = Map.of();

    /** The files of one revision. */
    private record Group(List<UpFile> ups, List<ScriptFile> downs) {
        Group() {
            this(new ArrayList<>(1), new ArrayList<>(1));
        }
    }

    /** The up files of one stem; by folder only where they are of several revisions. */
    private static final class Namesakes {
        private final List<UpFile> ups = new ArrayList<>(1);
        private boolean mixed;
        private Map<Path, Set<RevisionId>> byFolder = Map.of();

        void add(UpFile up) {
            ups.add(up);
            mixed = mixed || !up.facts().id().equals(ups.get(0).facts().id());
        }

        /** Returns the revisions that have an up file of this stem beside a down file. */
        Set<RevisionId> beside(ScriptFile down) {
            if (byFolder.isEmpty()) {
                byFolder = new HashMap<>();
                for (UpFile up : ups) {
                    byFolder.computeIfAbsent(folder(up.file()), unused -> new LinkedHashSet<>())
                            .add(up.facts().id());
                }
            }
            return byFolder.getOrDefault(folder(down), Set.of());
        }
    }

    private RevisionAssembly(List<UpFile> ups, List<Diagnostic> findings) {
        this.ups = ups;
        this.findings = findings;
    }

    /**
     * Returns the revisions.
     *
     * @param ups up files that say which revision they are of
     * @param unusable stems of up files that don't; their down files are left alone
     */
    static List<Migration> assemble(
            List<UpFile> ups,
            Set<String> unusable,
            List<ScriptFile> downs,
            List<Diagnostic> findings) {
        // The general file first: a variant is what differs from it.
        List<UpFile> sorted = ups.stream().sorted(GENERAL_FIRST).toList();
        RevisionAssembly assembly = new RevisionAssembly(sorted, findings);
        sorted.forEach(assembly::add);
        assembly.byStem.values().stream()
                .filter(namesakes -> namesakes.mixed)
                .forEach(assembly::checkFolders);
        downs.stream().filter(down -> !unusable.contains(down.stem())).forEach(assembly::attach);
        List<Migration> migrations = new ArrayList<>(assembly.groups.size());
        assembly.groups.forEach((id, group) -> migrations.add(migration(id, group)));
        return migrations;
    }

    private void add(UpFile up) {
        String stem = up.file().stem();
        byStem.computeIfAbsent(stem, unused -> new Namesakes()).add(up);
        List<UpFile> before = groups.computeIfAbsent(up.facts().id(), unused -> new Group()).ups();
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

    /** Files in one folder that differ in nothing but the dialect can't be two revisions. */
    private void checkFolders(Namesakes namesakes) {
        Map<Path, UpFile> firstByFolder = new HashMap<>();
        for (UpFile up : namesakes.ups) {
            UpFile first = firstByFolder.putIfAbsent(folder(up.file()), up);
            if (first != null && !first.facts().id().equals(up.facts().id())) {
                findings.add(disagreement(first, up, HeaderKey.REVISION));
            }
        }
    }

    private void attach(ScriptFile down) {
        Namesakes namesakes = byStem.get(down.stem());
        if (namesakes == null) {
            findings.add(orphan(down));
        } else if (!namesakes.mixed) {
            addDown(namesakes.ups.get(0).facts().id(), down);
        } else {
            Set<RevisionId> beside = namesakes.beside(down);
            if (beside.size() == 1) {
                addDown(beside.iterator().next(), down);
            } else if (beside.isEmpty()) {
                findings.add(ambiguous(down));
            }
            // With several revisions beside it, the up files' disagreement has been reported.
        }
    }

    private Diagnostic orphan(ScriptFile down) {
        if (upByFirstWord.isEmpty()) {
            upByFirstWord = new HashMap<>();
            ups.forEach(up -> upByFirstWord.putIfAbsent(firstWord(up.file().stem()), up));
        }
        Optional<UpFile> cousin = Optional.ofNullable(upByFirstWord.get(firstWord(down.stem())));
        return Diagnostic.error(
                        ErrorCode.DOWN_WITHOUT_UP,
                        "no up file has the name '" + down.stem() + "'",
                        SourceLocation.top(down.shown()))
                .withHint(
                        cousin.map(up -> "is it the down file of " + up.file().shown() + "?")
                                .orElse("up and down files pair by equal names"));
    }

    private static Diagnostic ambiguous(ScriptFile down) {
        return Diagnostic.error(
                        ErrorCode.DOWN_WITHOUT_UP,
                        "several revisions have up files named '"
                                + down.stem()
                                + "', none of them in this folder",
                        SourceLocation.top(down.shown()))
                .withHint("put the down file beside its up file");
    }

    private static String firstWord(String stem) {
        int end = stem.indexOf('_');
        return end < 0 ? stem : stem.substring(0, end);
    }

    private void addDown(RevisionId id, ScriptFile down) {
        List<ScriptFile> downs = Objects.requireNonNull(groups.get(id)).downs();
        Optional<ScriptFile> rival =
                downs.isEmpty()
                        ? Optional.empty()
                        : downs.stream()
                                .filter(other -> other.variant().equals(down.variant()))
                                .findFirst();
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
                            SourceLocation.top(down.shown())));
        } else {
            downs.add(down);
        }
    }

    private static Path folder(ScriptFile file) {
        return Objects.requireNonNull(file.path().getParent());
    }

    private static Migration migration(RevisionId id, Group group) {
        group.downs().sort(Comparator.comparing(down -> down.variant().orElse("")));
        UpFile speaker = group.ups().get(0);
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
        List<ScriptFile> files = new ArrayList<>(group.ups().size() + group.downs().size());
        group.ups().forEach(up -> files.add(up.file()));
        files.addAll(group.downs());
        return new Migration(revision, files, facts.dialects(), facts.replaces());
    }
}
