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
     * A script that stopped half way.
     *
     * @param revision the revision's id
     * @param direction which way it ran
     * @param done how many of its statements are done
     * @param total how many it has
     */
    public record Unfinished(String revision, Direction direction, int done, int total) {}

    /**
     * What the events add up to.
     *
     * @param checksums of the up scripts of what is applied, as they ran, by revision id
     * @param unfinished the scripts that stopped half way and were not settled since
     */
    public record State(Map<String, Checksum> checksums, List<Unfinished> unfinished) {
        public State {
            unfinished = List.copyOf(unfinished);
        }
    }

    /**
     * Returns what the events add up to.
     *
     * <p>A stamp is a person's word that the database is at its target: scripts that stopped half
     * way are settled by it, and what it takes back is no longer held to the text that once ran.
     *
     * @param graph says what a stamp's rows imply
     */
    public State state(RevisionGraph graph) {
        Map<String, Checksum> checksums = new LinkedHashMap<>();
        Map<String, Unfinished> unfinished = new LinkedHashMap<>();
        for (HistoryRow row : rows) {
            String id = row.revision().orElse("");
            switch (row.kind()) {
                case APPLIED, RESOLVED -> {
                    unfinished.remove(id);
                    put(checksums, id, row.checksum());
                }
                case REPAIRED -> put(checksums, id, row.checksum());
                case REVERTED -> {
                    unfinished.remove(id);
                    checksums.remove(id);
                }
                case STAMPED -> {
                    unfinished.clear();
                    keepImplied(checksums, row.heads(), graph);
                }
                case FAILED -> {
                    if (row.outcome() == HistoryEvent.Outcome.HALF_DONE) {
                        unfinished.put(id, unfinished(id, row));
                    }
                }
            }
        }
        return new State(checksums, List.copyOf(unfinished.values()));
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

    private static Unfinished unfinished(String id, HistoryRow row) {
        return new Unfinished(
                id,
                row.direction().orElse(Direction.UP),
                row.failedStatement() - 1,
                row.statements());
    }
}
