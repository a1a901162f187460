package dev.limbeck.mysql.text;

import dev.limbeck.sql.SplitCases;
import dev.limbeck.sql.SplitLaw;
import dev.limbeck.testing.GoldenFiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MySqlSplitTest {
    @TestFactory
    Stream<DynamicTest> scriptsAreCutAsShown() {
        return GoldenFiles.in(
                "split", sections -> SplitCases.compute(sections, MySqlLexicon.LEXICON));
    }

    @Test
    void lawHoldsForMadeUpScripts() {
        SplitLaw.checkMadeUp(MySqlLexicon.LEXICON, 500, 20261128L);
    }
}
