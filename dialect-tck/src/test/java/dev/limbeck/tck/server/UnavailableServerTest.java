package dev.limbeck.tck.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class UnavailableServerTest {
    private static final Engine ENGINE = Engine.postgres(17);
    private static final String REASON = "no Docker";

    @Test
    void skipsATestWithTheReason() {
        assertThatThrownBy(() -> new Attempt.Absent(ENGINE, REASON, false).newDatabase())
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("postgres 17")
                .hasMessageContaining(REASON);
    }

    @Test
    void failsATestThatTheBuildPromisesToRun() {
        assertThatThrownBy(() -> new Attempt.Absent(ENGINE, REASON, true).newDatabase())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("postgres 17")
                .hasMessageContaining(REASON);
    }
}
