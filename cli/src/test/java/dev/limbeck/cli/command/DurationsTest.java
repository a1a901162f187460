package dev.limbeck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.ConfigException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationsTest {
    @ParameterizedTest
    @CsvSource({"30s,PT30S", "5m,PT5M", "250ms,PT0.25S", "2h,PT2H", "10,PT10S", "0,PT0S"})
    void areReadAsPeopleTypeThem(String text, Duration expected) {
        assertThat(Durations.parse("--wait", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-1", "1.5s", "5 m", "5d", "99999999999"})
    void areRefusedOtherwise(String text) {
        assertThatThrownBy(() -> Durations.parse("--wait", text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'" + text + "' is no duration for --wait");
    }
}
