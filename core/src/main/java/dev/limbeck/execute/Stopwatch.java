package dev.limbeck.execute;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When something began, and how long it takes; a clock that is set meanwhile changes neither. */
record Stopwatch(Instant startedAt, long startedNanos) {
    static Stopwatch start(Clock clock) {
        return new Stopwatch(clock.instant(), System.nanoTime());
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
}
