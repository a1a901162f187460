package dev.limbeck.sql;

import dev.limbeck.testing.GoldenFiles;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SplitGoldenTest {
    /** A database whose triggers have bodies and which knows nothing else that is special. */
    private static final SqlLexicon TRIGGERS =
            SqlLexicon.standard("triggers")
                    .with(LexicalFeature.BACKTICK_IDENTIFIERS, LexicalFeature.BRACKET_IDENTIFIERS)
                    .with(
                            new StoredPrograms(
                                    StoredPrograms.Body.COMPOUND_STATEMENT,
                                    Set.of("TRIGGER"),
                                    Set.of(),
                                    Set.of()));

    @TestFactory
    Stream<DynamicTest> scriptsAreCutAsShown() {
        return GoldenFiles.in("split", sections -> SplitCases.compute(sections, TRIGGERS));
    }
}
