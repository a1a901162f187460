package dev.limbeck.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.report.StepReport;
import dev.limbeck.report.StepReport.State;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StepTextTest {
    @Test
    void alignsAsTheContractShows() {
        assertThat(StepText.done(step(List.of(), "1975ea83b712", "create account", 3, 12)))
                .isEqualTo(
                        "upgrade  <base> -> 1975ea83b712  create account"
                                + "        3 statements   12 ms");
        assertThat(
                        StepText.done(
                                step(
                                        List.of("1975ea83b712"),
                                        "27c6a30d7c24",
                                        "add account search",
                                        1,
                                        4)))
                .isEqualTo(
                        "upgrade  1975ea83b712 -> 27c6a30d7c24  add account search"
                                + "   1 statement    4 ms");
    }

    @Test
    void namesEveryParentOfAMerge() {
        assertThat(StepText.planned(step(List.of("lf02", "rt02"), "join", "merge", 0, 0)))
                .isEqualTo("upgrade  lf02, rt02 -> join  merge" + " ".repeat(21) + "0 statements");
    }

    @Test
    void turnsTheArrowForDowngrades() {
        StepReport up = step(List.of("one1"), "two2", "two", 1, 5);
        StepReport down =
                new StepReport(Direction.DOWN, up.revision(), 1, Duration.ofMillis(5), State.DONE);

        assertThat(StepText.done(down)).startsWith("downgrade  two2 -> one1  two ");
    }

    @Test
    void saysWhatWasResumed() {
        StepReport step = step(List.of(), "one1", "one", 2, 70_000);
        StepReport resumed =
                new StepReport(
                        step.direction(), step.revision(), 2, step.duration(), State.RESUMED);

        assertThat(StepText.done(resumed)).endsWith("2 statements 70000 ms   resumed");
    }

    private static StepReport step(
            List<String> revises, String id, String message, int statements, long milliseconds) {
        Revision revision =
                new Revision(
                        new RevisionId(id),
                        revises,
                        List.of(),
                        List.of(),
                        message,
                        Optional.empty(),
                        Path.of("x.up.sql"),
                        Map.of());
        return new StepReport(
                Direction.UP, revision, statements, Duration.ofMillis(milliseconds), State.DONE);
    }
}
