package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreatedDateTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00:00Z, 2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00+02:00, 2026-11-23T08:00:00Z",
        "2026-11-23T10:00:00.5Z, 2026-11-23T10:00:00.500Z",
        "2026-11-23T10:00Z, 2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00, 2026-11-23T10:00:00Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z"
    })
    void readsDateTimeAndOffset(String text, String instant) {
        assertThat(CreatedDate.parse(text)).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-11-23",
                "2026-13-01T00:00:00Z",
                "2025-02-29T00:00:00Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T10:60:00Z",
                "2026-11-23T10:00:60Z",
                "2026-1a-23T10:00:00Z",
                "-026-11-23T10:00:00Z",
                "2026-11-23 10:00:00Z"
            })
    void refusesEverythingElse(String text) {
        assertThat(CreatedDate.parse(text)).isEmpty();
    }

    @Test
    void theShortWayAgreesWithThePlatform() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(0, 253_402_300_799L));
            assertThat(CreatedDate.parse(instant.toString())).contains(instant);
        }
    }
}
