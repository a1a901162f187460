package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.tck.fuzz.FuzzTarget;
import dev.limbeck.tck.fuzz.FuzzTargets;
import dev.limbeck.tck.fuzz.Fuzzing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever a script holds, splitter and interpreter say something sensible or nothing. */
public abstract class FuzzContract {
    private static final int INPUTS = 1_500;
    private static final long SEED = 20_261_128;

    /** Returns what is tested; called for each test. */
    protected abstract DatabaseUnderTest subject();

    @TestFactory
    Stream<DynamicTest> nothingButFindingsComesOfAnyScript() {
        Dialect dialect = subject().dialect();
        Optional<FuzzTarget> interpreter =
                dialect.schemas(dialect.presumed(dialect.exampleUrl()))
                        .map(support -> FuzzTargets.interpreter(dialect, support));
        return Stream.concat(Stream.of(FuzzTargets.splitter(dialect)), interpreter.stream())
                .map(target -> DynamicTest.dynamicTest(target.name(), () -> isSound(target)));
    }

    private static void isSound(FuzzTarget target) {
        List<Fuzzing.Fault> faults =
                new Fuzzing(target, SEED).runWhile(inputs -> inputs < INPUTS).faults();
        assertThat(faults).isEmpty();
    }
}
