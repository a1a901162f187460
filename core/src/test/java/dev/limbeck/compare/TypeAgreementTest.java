package dev.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.limbeck.compare.TypeAgreement.Party;
import dev.limbeck.neutral.NeutralType;
import dev.limbeck.neutral.NeutralType.Family;
import dev.limbeck.neutral.NeutralType.Trait;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypeAgreementTest {
    private static final NeutralType BIGINT = NeutralType.of(Family.WHOLE, 64);
    private static final NeutralType BOOLEAN = NeutralType.of(Family.BOOLEAN);
    private static final NeutralType LONG_TEXT = NeutralType.of(Family.TEXT);
    private static final NeutralType SECONDS = NeutralType.of(Family.TIMESTAMP, 0);
    private static final NeutralType MOMENT = NeutralType.of(Family.TIMESTAMP, 6, Trait.INSTANT);

    static Stream<Arguments> pairs() {
        return Stream.of(
                arguments(BIGINT, NeutralType.exact(19, 0), Verdict.EQUIVALENT),
                arguments(BIGINT, NeutralType.exact(18, 0), Verdict.DIFFERS),
                arguments(BIGINT, NeutralType.exact(19, 2), Verdict.DIFFERS),
                arguments(BIGINT.with(Trait.UNSIGNED), BIGINT, Verdict.DIFFERS),
                arguments(
                        BIGINT.with(Trait.UNSIGNED), NeutralType.exact(20, 0), Verdict.EQUIVALENT),
                arguments(
                        NeutralType.of(Family.WHOLE, 32),
                        NeutralType.exact(10, 0),
                        Verdict.EQUIVALENT),
                arguments(BIGINT, NeutralType.of(Family.EXACT), Verdict.DIFFERS),
                arguments(BOOLEAN, NeutralType.exact(1, 0), Verdict.EQUIVALENT),
                arguments(BOOLEAN, NeutralType.of(Family.WHOLE, 8), Verdict.EQUIVALENT),
                arguments(BOOLEAN, NeutralType.of(Family.WHOLE, 32), Verdict.DIFFERS),
                arguments(
                        NeutralType.of(Family.TEXT, 20),
                        NeutralType.of(Family.TEXT, 20, Trait.EMPTY_IS_NULL),
                        Verdict.TRAP),
                arguments(
                        NeutralType.of(Family.TEXT, 20),
                        NeutralType.of(Family.TEXT, 20, Trait.COUNTS_BYTES),
                        Verdict.TRAP),
                arguments(
                        NeutralType.of(Family.TEXT, 20),
                        NeutralType.of(Family.TEXT, 21, Trait.COUNTS_BYTES),
                        Verdict.DIFFERS),
                arguments(
                        NeutralType.of(Family.TEXT, 20),
                        NeutralType.of(Family.TEXT, 20, Trait.PADDED),
                        Verdict.DIFFERS),
                arguments(LONG_TEXT, NeutralType.of(Family.TEXT, 65_535), Verdict.TRAP),
                arguments(LONG_TEXT, NeutralType.of(Family.TEXT, 4000), Verdict.DIFFERS),
                arguments(
                        NeutralType.of(Family.DATE), SECONDS.with(Trait.TIME_OF_DAY), Verdict.TRAP),
                arguments(NeutralType.of(Family.DATE), SECONDS, Verdict.DIFFERS),
                arguments(SECONDS, SECONDS.with(Trait.TIME_OF_DAY), Verdict.TRAP),
                arguments(
                        MOMENT,
                        NeutralType.of(Family.TIMESTAMP, 6, Trait.KEEPS_OFFSET),
                        Verdict.EQUIVALENT),
                arguments(MOMENT, NeutralType.of(Family.TIMESTAMP, 6), Verdict.DIFFERS),
                arguments(MOMENT, MOMENT.with(Trait.ENDS_IN_2038), Verdict.TRAP),
                arguments(
                        NeutralType.of(Family.UUID),
                        NeutralType.of(Family.BYTES, 16),
                        Verdict.EQUIVALENT),
                arguments(NeutralType.of(Family.JSON), LONG_TEXT, Verdict.EQUIVALENT),
                arguments(
                        NeutralType.enumeration(List.of("a", "b")),
                        NeutralType.of(Family.TEXT, 1),
                        Verdict.EQUIVALENT),
                arguments(
                        NeutralType.enumeration(List.of("a", "b")),
                        NeutralType.enumeration(List.of("b", "a")),
                        Verdict.DIFFERS),
                arguments(NeutralType.other("point"), LONG_TEXT, Verdict.UNKNOWN),
                arguments(NeutralType.other("point"), NeutralType.other("inet"), Verdict.DIFFERS),
                arguments(NeutralType.of(Family.DATE), BIGINT, Verdict.DIFFERS));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isTheSameFromEitherSide(NeutralType one, NeutralType other, Verdict verdict) {
        assertThat(verdict(one, other)).contains(verdict);
        assertThat(verdict(other, one)).contains(verdict);
    }

    @Test
    void equalTypesAreNoFinding() {
        assertThat(verdict(MOMENT, MOMENT)).isEmpty();
        assertThat(verdict(NeutralType.other("point"), NeutralType.other("point"))).isEmpty();
    }

    @Test
    void aTrapNamesTheSideThatIsDifferent() {
        assertThat(
                        TypeAgreement.of(
                                new Party("here", LONG_TEXT),
                                new Party("there", LONG_TEXT.with(Trait.EMPTY_IS_NULL))))
                .get()
                .extracting(Agreement::reason)
                .isEqualTo("there stores '' as NULL");
    }

    private static Optional<Verdict> verdict(NeutralType one, NeutralType other) {
        return TypeAgreement.of(new Party("one", one), new Party("other", other))
                .map(Agreement::verdict);
    }
}
