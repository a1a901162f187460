package dev.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.RevisionException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionRefParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base",
                "head",
                "heads",
                "current",
                "ae10",
                "v1.2",
                "shop-floor",
                "shop@head",
                "shop@heads",
                "shop@base",
                "shop@ae10",
                "ae10@head",
                "+2",
                "-1",
                "shop@+1",
                "shop@-1",
                "ae10+2",
                "ae10-1",
                "shop@ae10-1",
                "head-1",
                "shop@head-1",
                "base+3",
                "current-1"
            })
    void aReferenceReadsAsItWasTyped(String text) {
        assertThat(RevisionRefParser.parse(text).text()).isEqualTo(text);
    }

    @Test
    void stepsKnowWhereTheyBegin() {
        assertThat(RevisionRefParser.parse("shop@ae10-2"))
                .isEqualTo(
                        new RevisionRef.Relative(
                                Optional.of("shop"),
                                Optional.of(new RevisionRef.Named(Optional.of("shop"), "ae10")),
                                -2));
        assertThat(RevisionRefParser.parse("shop@+2"))
                .isEqualTo(new RevisionRef.Relative(Optional.of("shop"), Optional.empty(), 2));
    }

    @ParameterizedTest
    @CsvSource({
        "head, false",
        "shop@base, false",
        "ae10-1, false",
        "base+1, false",
        "current, true",
        "+1, true",
        "shop@-1, true",
        "current-1, true"
    })
    void someReferencesNeedADatabase(String text, boolean needed) {
        assertThat(RevisionRefParser.parse(text).needsApplied()).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({
        ":, false",
        "ae10:head, false",
        "-3:head, false",
        "ae10:+2, false",
        "-3:, false",
        "shop@-3:shop@head, false",
        "current:, true",
        ":current, true",
        "-1:+1, true",
        "+1:head, true",
        ":-1, true",
        "-1:current, true",
        "current-1:ae10, true"
    })
    void someRangesNeedADatabase(String text, boolean needed) {
        assertThat(RevisionRefParser.parseRange(text).needsApplied()).isEqualTo(needed);
        assertThat(RevisionRefParser.parseRange(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"current", "current+1", "current-1"})
    void currentIsNoTarget(String text) {
        assertThatExceptionOfType(RevisionException.class)
                .isThrownBy(() -> RevisionRefParser.parseTarget(text))
                .matches(refusal -> refusal.code() == ErrorCode.INVALID_TARGET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"currently", "+1", "current-account"})
    void whatOnlyLooksLikeCurrentIsATarget(String text) {
        assertThat(RevisionRefParser.parseTarget(text).text()).isEqualTo(text);
    }
}
