package dev.limbeck.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerError.Kind;
import dev.limbeck.dialect.ServerError.Place;
import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LedgerRetryTest {
    private final List<Duration> paused = new ArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();

    private LedgerRetry against(Kind kind) {
        return new LedgerRetry(
                error ->
                        new ServerError(
                                kind,
                                String.valueOf(error.getMessage()),
                                Place.UNKNOWN,
                                Optional.empty(),
                                Optional.empty()),
                new Pauses() {
                    @Override
                    public long nanoTime() {
                        return 0;
                    }

                    @Override
                    public void pause(Duration duration) {
                        paused.add(duration);
                    }
                });
    }

    private int succeedAt(int attempt) {
        if (attempts.incrementAndGet() < attempt) {
            throw new DatabaseException(
                    Diagnostic.error(ErrorCode.LEDGER_UNUSABLE, "can't create the table"),
                    new SQLException("no lock in time"));
        }
        return attempt;
    }

    @Test
    void aLockTimeoutIsTriedAgainAfterLongerAndLongerPauses() {
        assertThat(against(Kind.LOCK_TIMEOUT).retrying(() -> succeedAt(4))).isEqualTo(4);
        assertThat(paused).hasSize(3).isSortedAccordingTo(Duration::compareTo);
        assertThat(paused.get(0)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void aDatabaseInUseMayBeLetGoOf() {
        assertThat(against(Kind.IN_USE).retrying(() -> succeedAt(2))).isEqualTo(2);
    }

    @Test
    void theAttemptsHaveAnEnd() {
        assertThatThrownBy(() -> against(Kind.CONFLICT).retrying(() -> succeedAt(100)))
                .hasMessageContaining("can't create the table");
        assertThat(attempts).hasValue(6);
        assertThat(paused.stream().reduce(Duration.ZERO, Duration::plus))
                .isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void whatDoesNotPassIsToldAtOnce() {
        assertThatThrownBy(() -> against(Kind.STATEMENT).retrying(() -> succeedAt(2)))
                .hasMessageContaining("can't create the table");
        assertThat(attempts).hasValue(1);
    }
}
