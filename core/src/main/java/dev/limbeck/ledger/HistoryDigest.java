package dev.limbeck.ledger;

import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Checksum;
import dev.limbeck.script.Direction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The events of a ledger, as far as they decide what may run next. */
public final class HistoryDigest {
    private final List<HistoryRow> rows;

    HistoryDigest(List<HistoryRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * What the events add up to.
     *
     * @param checksums of the up scripts of what is applied, as they ran, by revision id
     */
    public record State(Map<String, Checksum> checksums) {}

    /**
     * Returns what the events add up to.
     *
     * <p>A stamp is a person's word that the database is at its target: what it takes back is no
     * longer held to the text that once ran.
     *
     * @param graph says what a stamp's rows imply
     */
    public State state(RevisionGraph graph) {
        Map<String, Checksum> checksums = new LinkedHashMap<>();
        for (HistoryRow row : rows) {
            String id = row.revision().orElse("");
            switch (row.kind()) {
                case APPLIED, REPAIRED -> put(checksums, id, row.checksum());
                case REVERTED -> checksums.remove(id);
                case RESOLVED -> resolve(checksums, id, row);
                case STAMPED -> keepImplied(checksums, row.heads(), graph);
                case FAILED -> {
                    // Whether a script is to be finished stands in the journal.
                }
            }
        }
        return new State(checksums);
    }

    /** What a person settled is applied where its direction is up; maybe it was that before. */
    private static void resolve(Map<String, Checksum> checksums, String id, HistoryRow row) {
        if (row.direction().orElse(Direction.UP) == Direction.DOWN) {
            checksums.remove(id);
        } else {
            row.checksum().ifPresent(ran -> checksums.put(id, ran));
        }
    }

    private static void keepImplied(
            Map<String, Checksum> checksums, List<String> heads, RevisionGraph graph) {
        Set<String> implied =
                graph
                        .applied(HeadSet.of(heads.stream().map(RevisionId::new).toList()))
                        .ids()
                        .stream()
                        .map(RevisionId::value)
                        .collect(Collectors.toSet());
        checksums.keySet().retainAll(implied);
    }

    private static void put(
            Map<String, Checksum> checksums, String id, Optional<Checksum> checksum) {
        checksum.ifPresentOrElse(value -> checksums.put(id, value), () -> checksums.remove(id));
    }
}
