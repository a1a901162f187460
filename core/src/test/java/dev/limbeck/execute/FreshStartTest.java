package dev.limbeck.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class FreshStartTest {
    private final List<Duration> paused = new ArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final FreshStart start =
            new FreshStart(
                    error -> "moving".equals(error.getMessage()),
                    new Pauses() {
                        @Override
                        public long nanoTime() {
                            return paused.stream().mapToLong(Duration::toNanos).sum();
                        }

                        @Override
                        public void pause(Duration duration) {
                            paused.add(duration);
                        }
                    });

    private int succeedAt(int attempt, String otherwise) {
        if (attempts.incrementAndGet() < attempt) {
            throw new DatabaseException(
                    Diagnostic.error(ErrorCode.CONNECTION_FAILED, "lost"),
                    new SQLException(otherwise));
        }
        return attempt;
    }

    @Test
    void aDatabaseThatPassesOnIsTriedAgain() {
        assertThat(start.whileNothingIsDone(() -> false, () -> succeedAt(4, "moving")))
                .isEqualTo(4);
        assertThat(paused).hasSize(3);
    }

    @Test
    void nothingIsDoneTwice() {
        assertThatThrownBy(() -> start.whileNothingIsDone(() -> true, () -> succeedAt(2, "moving")))
                .isInstanceOf(DatabaseException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void whatIsReallyWrongIsToldAtOnce() {
        assertThatThrownBy(() -> start.whileNothingIsDone(() -> false, () -> succeedAt(2, "gone")))
                .isInstanceOf(DatabaseException.class);
        assertThat(paused).isEmpty();
    }

    @Test
    void itIsNotTriedForEver() {
        assertThatThrownBy(
                        () ->
                                start.whileNothingIsDone(
                                        () -> false, () -> succeedAt(1_000, "moving")))
                .isInstanceOf(DatabaseException.class);
        assertThat(paused).isSortedAccordingTo(Duration::compareTo);
        assertThat(paused.stream().mapToLong(Duration::toMillis).sum()).isLessThan(25_000);
    }
}
