package dev.limbeck.h2;

import dev.limbeck.sql.SplitCases;
import dev.limbeck.testing.GoldenFiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class H2SplitTest {
    @TestFactory
    Stream<DynamicTest> scriptsAreCutAsShown() {
        return GoldenFiles.in("split", sections -> SplitCases.compute(sections, H2Lexicon.LEXICON));
    }
}
