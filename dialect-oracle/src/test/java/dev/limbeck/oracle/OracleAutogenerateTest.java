package dev.limbeck.oracle;

import dev.limbeck.testing.GoldenFiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** From one schema to another and back: what is written, proved as far as no server is needed. */
class OracleAutogenerateTest {
    @TestFactory
    Stream<DynamicTest> oneSchemaBecomesTheOther() {
        OfflineProof proof = new OfflineProof();
        return GoldenFiles.in(
                "autogenerate",
                sections ->
                        proof.prove(
                                sections.getOrDefault("before", ""),
                                sections.getOrDefault("after", "")));
    }
}
