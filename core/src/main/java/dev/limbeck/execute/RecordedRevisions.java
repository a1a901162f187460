package dev.limbeck.execute;

import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.HistoryEvent.Kind;
import dev.limbeck.ledger.HistoryEvent.RecordedScript;
import dev.limbeck.ledger.HistoryEvent.Subject;
import dev.limbeck.ledger.Ledger;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Direction;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Applied revisions that no file has, as the history recorded them when they ran: their header and
 * their scripts. Immutable.
 */
final class RecordedRevisions {
    /** The place of a revision whose file the history doesn't name. */
    private static final Path NO_FILE = Path.of("limbeck_history");

    private final RevisionGraph graph;
    private final Map<RevisionId, Optional<RecordedScript>> scripts;
    private final List<String> lost;

    private RecordedRevisions(
            RevisionGraph graph,
            Map<RevisionId, Optional<RecordedScript>> scripts,
            SortedSet<String> lost) {
        this.graph = graph;
        this.scripts = Map.copyOf(scripts);
        this.lost = List.copyOf(lost);
    }

    /** Returns the answer where every applied revision has a file. */
    static RecordedRevisions none(RevisionGraph files) {
        return new RecordedRevisions(files, Map.of(), new TreeSet<>());
    }

    /** Looks in the history for the rows that no file has, and for what lies below them. */
    static RecordedRevisions find(RevisionGraph files, HeadSet rows, Ledger ledger) {
        List<RevisionId> unknown = files.unknown(rows);
        return unknown.isEmpty()
                ? none(files)
                : new Search(files, lastApplied(ledger)).from(unknown);
    }

    private static Map<String, HistoryEvent> lastApplied(Ledger ledger) {
        Map<String, HistoryEvent> applied = new HashMap<>();
        for (HistoryEvent event : ledger.events()) {
            String id = event.subject().map(Subject::revision).orElse("");
            boolean finishedByHand = event.kind() == Kind.RESOLVED && ranUp(event);
            if (event.kind() == Kind.APPLIED || finishedByHand) {
                applied.put(id, event);
            }
        }
        return applied;
    }

    private static boolean ranUp(HistoryEvent event) {
        return event.script()
                .filter(script -> script.direction() == Direction.UP)
                .flatMap(RecordedScript::checksum)
                .isPresent();
    }

    /** Returns the graph of the files together with what the history knows besides them. */
    RevisionGraph graph() {
        return graph;
    }

    /** Returns what neither files nor history have: rows, and what rows build on. */
    List<String> lost() {
        return lost;
    }

    boolean has(RevisionId id) {
        return scripts.containsKey(id);
    }

    /** Returns what ran when a recorded revision was applied; empty where nothing did. */
    Optional<RecordedScript> script(RevisionId id) {
        return scripts.getOrDefault(id, Optional.empty());
    }

    /** One way down from the unknown rows to what files have. */
    private static final class Search {
        private final RevisionGraph files;
        private final Map<String, HistoryEvent> events;
        private final Map<String, Subject> found = new LinkedHashMap<>();
        private final Map<RevisionId, Optional<RecordedScript>> scripts = new HashMap<>();
        private final SortedSet<String> lost = new TreeSet<>();

        Search(RevisionGraph files, Map<String, HistoryEvent> events) {
            this.files = files;
            this.events = events;
        }

        RecordedRevisions from(List<RevisionId> unknown) {
            Deque<String> open = new ArrayDeque<>(unknown.stream().map(RevisionId::value).toList());
            while (!open.isEmpty()) {
                String name = open.pop();
                if (found.containsKey(name) || isOfFiles(name)) {
                    continue;
                }
                HistoryEvent event = events.get(name);
                if (event == null) {
                    lost.add(name);
                } else {
                    Subject subject = event.subject().orElseThrow();
                    found.put(name, subject);
                    scripts.put(new RevisionId(name), event.script());
                    subject.revises().forEach(open::push);
                    subject.dependsOn().forEach(open::push);
                }
            }
            found.values().stream().map(Subject::branchLabels).forEach(lost::removeAll);
            if (!lost.isEmpty()) {
                return new RecordedRevisions(files, Map.of(), lost);
            }
            List<Revision> all = new ArrayList<>(files.revisions());
            found.values().forEach(subject -> all.add(revision(subject)));
            return new RecordedRevisions(RevisionGraph.of(all), scripts, lost);
        }

        private boolean isOfFiles(String name) {
            return files.findLabel(name).isPresent()
                    || Stream.of(name)
                            .filter(text -> RevisionId.problemWith(text).isEmpty())
                            .anyMatch(text -> files.find(new RevisionId(text)).isPresent());
        }

        private Revision revision(Subject subject) {
            RevisionId id = new RevisionId(subject.revision());
            return new Revision(
                    id,
                    subject.revises(),
                    // a file may state the label by now, and then it is the file's
                    subject.branchLabels().stream().filter(label -> !isOfFiles(label)).toList(),
                    subject.dependsOn(),
                    subject.message(),
                    subject.created(),
                    scripts.getOrDefault(id, Optional.empty())
                            .flatMap(RecordedScript::file)
                            .map(Path::of)
                            .orElse(NO_FILE),
                    Map.of());
        }
    }
}
