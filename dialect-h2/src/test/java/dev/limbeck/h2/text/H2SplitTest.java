package dev.limbeck.h2.text;

import dev.limbeck.sql.SplitCases;
import dev.limbeck.sql.SplitLaw;
import dev.limbeck.testing.GoldenFiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class H2SplitTest {
    @TestFactory
    Stream<DynamicTest> scriptsAreCutAsShown() {
        return GoldenFiles.in("split", sections -> SplitCases.compute(sections, H2Lexicon.LEXICON));
    }

    @Test
    void lawHoldsForMadeUpScripts() {
        SplitLaw.checkMadeUp(H2Lexicon.LEXICON, 500, 20261123L);
    }

    @Test
    void lawHoldsForRealScriptsWithMistakes() {
        SplitLaw.checkWithMistakes(H2Lexicon.LEXICON, 500, 20261129L);
    }
}
