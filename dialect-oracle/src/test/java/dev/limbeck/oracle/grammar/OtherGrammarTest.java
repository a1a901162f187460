package dev.limbeck.oracle.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * That the other grammar tells right from wrong: what it takes would be worth nothing if it took
 * everything. The corpus is read with Oracle's manual beside it; the few statements in which the
 * grammar errs are marked.
 */
class OtherGrammarTest {
    /** A statement and what is known of it. */
    private record Sample(String mark, String name, String statement) {}

    private static List<Sample> corpus() {
        try {
            List<String> lines =
                    Files.readAllLines(
                            Path.of("src/test/resources/grammar/corpus.txt"),
                            StandardCharsets.UTF_8);
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i + 1 < lines.size(); i += 2) {
                String[] head = lines.get(i).split(" ", 2);
                samples.add(new Sample(head[0], head[1], lines.get(i + 1)));
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> rightStatementsAreTakenAndWrongOnesAreNot() {
        return corpus().stream()
                .map(
                        sample ->
                                DynamicTest.dynamicTest(
                                        sample.mark() + " " + sample.name(), () -> judge(sample)));
    }

    private static void judge(Sample sample) {
        boolean taken = OtherGrammar.refusal(sample.statement()).isEmpty();
        boolean expected = List.of("#right", "#wrong-but-taken").contains(sample.mark());
        assertThat(taken).as(sample.statement()).isEqualTo(expected);
    }
}
