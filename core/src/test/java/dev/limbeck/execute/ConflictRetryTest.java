package dev.limbeck.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.ServerError;
import dev.limbeck.dialect.ServerError.Kind;
import dev.limbeck.dialect.ServerError.Place;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConflictRetryTest {
    private final SQLException refused = new SQLException("no lock in time");

    private final List<Duration> paused = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private ConflictRetry against(Kind kind, int retries) {
        return new ConflictRetry(
                retries,
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
                },
                new ExecutionListener() {
                    @Override
                    public void retrying(String reason, int attempt, int of, Duration pause) {
                        told.add(reason + " " + attempt + "/" + of);
                    }
                });
    }

    @Test
    void pausesGrowAndAreBounded() {
        ConflictRetry retry = against(Kind.LOCK_TIMEOUT, 100);
        for (int attempt = 1; attempt <= 100; attempt++) {
            assertThat(retry.again(refused, attempt)).isTrue();
        }
        assertThat(paused.get(0)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000));
        assertThat(paused.get(3)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(paused.get(99)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(told).startsWith("no lock in time 2/101", "no lock in time 3/101");
    }

    @Test
    void noTwoRunsPauseAlike() {
        ConflictRetry retry = against(Kind.CONFLICT, 1);
        for (int run = 0; run < 20; run++) {
            assertThat(retry.again(refused, 1)).isTrue();
        }
        assertThat(paused.stream().distinct().count()).isGreaterThan(1);
    }

    @Test
    void attemptsHaveAnEnd() {
        ConflictRetry retry = against(Kind.CONFLICT, 2);
        assertThat(retry.again(refused, 2)).isTrue();
        assertThat(retry.again(refused, 3)).isFalse();
        assertThat(against(Kind.CONFLICT, 0).again(refused, 1)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LOCK_TIMEOUT", "CONFLICT"})
    void whatDoesNotPassIsNotTriedAgain(Kind kind) {
        assertThat(against(kind, 4).again(refused, 1)).isFalse();
        assertThat(paused).isEmpty();
        assertThat(told).isEmpty();
    }
}
