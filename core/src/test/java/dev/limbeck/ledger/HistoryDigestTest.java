package dev.limbeck.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.ledger.HistoryEvent.Actor;
import dev.limbeck.ledger.HistoryEvent.Failure;
import dev.limbeck.ledger.HistoryEvent.Kind;
import dev.limbeck.ledger.HistoryEvent.Outcome;
import dev.limbeck.ledger.HistoryEvent.RecordedScript;
import dev.limbeck.ledger.HistoryEvent.Subject;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.script.Checksum;
import dev.limbeck.script.Direction;
import dev.limbeck.testing.RevisionGraphs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryDigestTest {
    private static final RevisionGraph GRAPH = RevisionGraphs.of("a; b <- a; c <- b; x");

    private static HistoryEvent event(
            Kind kind, String revision, String checksum, String... heads) {
        return new HistoryEvent(
                0,
                kind,
                Optional.of(revision)
                        .filter(id -> !id.isEmpty())
                        .map(
                                id ->
                                        new Subject(
                                                id,
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                "",
                                                Optional.empty())),
                Optional.of(
                        new RecordedScript(
                                Direction.UP,
                                Optional.empty(),
                                Optional.of(checksum)
                                        .filter(text -> !text.isEmpty())
                                        .map(text -> new Checksum(text, "t" + text)),
                                5,
                                Optional.empty(),
                                Optional.empty())),
                List.of(heads),
                new Actor("", "", "", 0, ""),
                Instant.EPOCH,
                Duration.ZERO,
                kind == Kind.FAILED
                        ? Optional.of(new Failure(3, "text", "error", Outcome.HALF_DONE))
                        : Optional.empty(),
                Optional.empty());
    }

    private static HistoryDigest.State state(HistoryEvent... events) {
        return new HistoryDigest(Stream.of(events).map(event -> HistoryRow.of("v", event)).toList())
                .state(GRAPH);
    }

    @Test
    void whatIsAppliedIsHeldToTheTextThatRanLast() {
        var state =
                state(
                        event(Kind.APPLIED, "a", "one", "a"),
                        event(Kind.REVERTED, "a", "down"),
                        event(Kind.APPLIED, "a", "two", "a"),
                        event(Kind.APPLIED, "b", "three", "b"),
                        event(Kind.REVERTED, "b", "down", "a"));
        assertThat(state.checksums()).containsOnlyKeys("a");
        assertThat(state.checksums())
                .extractingByKey("a")
                .extracting(Checksum::exact)
                .isEqualTo("two");
    }

    @Test
    void aRepairTakesTheNewText() {
        var state =
                state(
                        event(Kind.APPLIED, "a", "one", "a"),
                        event(Kind.REPAIRED, "a", "edited", "a"));
        assertThat(state.checksums())
                .extractingByKey("a")
                .extracting(Checksum::exact)
                .isEqualTo("edited");
    }

    @Test
    void aRevisionThatWasOnlyRecordedIsHeldToNothing() {
        assertThat(state(event(Kind.APPLIED, "a", "", "a")).checksums()).isEmpty();
    }

    @Test
    void aStampForgetsWhatItTakesBackAndKeepsWhatItImplies() {
        var state =
                state(
                        event(Kind.APPLIED, "a", "one", "a"),
                        event(Kind.APPLIED, "b", "two", "b"),
                        event(Kind.APPLIED, "x", "three", "b", "x"),
                        event(Kind.STAMPED, "", "", "a", "x"),
                        event(Kind.STAMPED, "", "", "b", "x"));
        assertThat(state.checksums()).containsOnlyKeys("a", "x");
    }

    @Test
    void aStampForgetsWhatNoFileHas() {
        var state =
                state(
                        event(Kind.APPLIED, "a", "one", "a"),
                        event(Kind.APPLIED, "deleted", "two", "deleted"),
                        event(Kind.STAMPED, "", "", "a"));
        assertThat(state.checksums()).containsOnlyKeys("a");
    }

    @Test
    void whatAPersonFinishedByHandIsHeldToTheTextThatRan() {
        var state = state(event(Kind.RESOLVED, "b", "one", "b"));
        assertThat(state.checksums()).containsOnlyKeys("b");
    }

    @Test
    void anAttemptThatFailedChangesNothing() {
        var state =
                state(event(Kind.APPLIED, "a", "one", "a"), event(Kind.FAILED, "a", "two", "a"));
        assertThat(state.checksums())
                .extractingByKey("a")
                .extracting(Checksum::exact)
                .isEqualTo("one");
    }
}
