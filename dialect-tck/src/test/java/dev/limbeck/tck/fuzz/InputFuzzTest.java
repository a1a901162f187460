package dev.limbeck.tck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file or an argument holds, its reader refuses it with a finding or takes it. */
class InputFuzzTest {
    private static final long SEED = 20_261_128;

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> nothingButFindingsComesOfAnyInput() {
        return Stream.of(
                        FuzzTargets.headers(folder.resolve("headers")),
                        FuzzTargets.configuration(folder.resolve("configuration")),
                        FuzzTargets.names())
                .map(
                        target ->
                                DynamicTest.dynamicTest(
                                        target.name(),
                                        () ->
                                                assertThat(
                                                                new Fuzzing(target, SEED)
                                                                        .runWhile(
                                                                                inputs ->
                                                                                        inputs
                                                                                                < 500)
                                                                        .faults())
                                                        .isEmpty()));
    }

    /** Of a target that fails on some inputs. */
    private static final class Touchy implements FuzzTarget {
        @Override
        public String name() {
            return "touchy";
        }

        @Override
        public List<String> seeds() {
            return List.of("abc");
        }

        @Override
        public List<String> words() {
            return List.of("x");
        }

        @Override
        public void take(String input) throws IOException {
            if (input.contains("x")) {
                throw new IllegalStateException("an x");
            }
        }
    }

    @Test
    void aFaultIsFoundAndCountsOnce() {
        Fuzzing fuzzing = new Fuzzing(new Touchy(), 1).runWhile(inputs -> inputs < 100);
        assertThat(fuzzing.faults()).hasSize(1);
        assertThat(fuzzing.inputs()).isEqualTo(100);
        assertThatThrownBy(
                        () -> {
                            throw fuzzing.faults().get(0);
                        })
                .hasMessageContaining("touchy failed on this input:")
                .hasRootCauseMessage("an x");
    }

    @Test
    void oneSeedMakesTheSameInputs() {
        assertThat(new InputMutator(7, new Touchy()).next())
                .isEqualTo(new InputMutator(7, new Touchy()).next());
    }
}
