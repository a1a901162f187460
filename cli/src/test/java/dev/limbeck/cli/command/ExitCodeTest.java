package dev.limbeck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.ErrorCode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ExitCodeTest {
    @Test
    void ofEachErrorIsTheDocumentedOne() {
        Map<Integer, String> codes =
                Stream.of(ErrorCode.values())
                        .filter(code -> exceptional(code))
                        .collect(
                                Collectors.groupingBy(
                                        code -> ExitCode.of(code).number(),
                                        TreeMap::new,
                                        Collectors.mapping(
                                                code -> String.valueOf(code.number()),
                                                Collectors.joining(" "))));

        assertThat(codes)
                .isEqualTo(
                        new TreeMap<>(
                                Map.of(
                                        1, "999",
                                        2, "216 328 510 522",
                                        4, "533 534",
                                        5, "507 508 532",
                                        10, "504 523 531",
                                        11, "503 521",
                                        12, "509 520",
                                        20, "501 505 511 512 535",
                                        21, "502 506 530")));
    }

    /** The others end as their stage does. */
    private static boolean exceptional(ErrorCode code) {
        return (code.number() >= 500 && code.number() < 600)
                || code == ErrorCode.INTERNAL
                || code == ErrorCode.SCHEMA_SOURCE_UNKNOWN
                || code == ErrorCode.VARIABLE_UNDEFINED;
    }

    @Test
    void ofGraphScriptAndPlanIsRefusalAndOfConfigurationIsUsage() {
        for (ErrorCode code : ErrorCode.values()) {
            if (!exceptional(code)) {
                assertThat(ExitCode.of(code))
                        .as(code.id())
                        .isEqualTo(code.number() < 500 ? ExitCode.REFUSED : ExitCode.USAGE);
            }
        }
    }

    @Test
    void ofAFaultIsOne() {
        assertThat(ExitCode.of(new IllegalStateException()).number()).isEqualTo(1);
    }

    @Test
    void theHigherOfTwoCounts() {
        assertThat(ExitCode.NOT_CLEAN.worse(ExitCode.ROLLED_BACK)).isEqualTo(ExitCode.ROLLED_BACK);
        assertThat(ExitCode.ROLLED_BACK.worse(ExitCode.NOT_CLEAN)).isEqualTo(ExitCode.ROLLED_BACK);
    }
}
