package dev.limbeck.postgres.text;

import dev.limbeck.sql.LexicalFeature;
import dev.limbeck.sql.SplitCases;
import dev.limbeck.sql.SplitLaw;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.testing.GoldenFiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PostgresSplitTest {
    /** The lexicon with {@code standard_conforming_strings} off. */
    private static final SqlLexicon BACKSLASHES =
            PostgresLexicon.LEXICON.with(LexicalFeature.BACKSLASH_ESCAPES);

    @TestFactory
    Stream<DynamicTest> scriptsAreCutAsShown() {
        return GoldenFiles.in(
                "split",
                sections -> {
                    boolean backslashes =
                            sections.getOrDefault("lexicon", "").contains("backslash");
                    return SplitCases.compute(
                            sections, backslashes ? BACKSLASHES : PostgresLexicon.LEXICON);
                });
    }

    @Test
    void lawHoldsForMadeUpScripts() {
        SplitLaw.checkMadeUp(PostgresLexicon.LEXICON, 500, 20261123L);
    }

    @Test
    void lawHoldsForRealScriptsWithMistakes() {
        SplitLaw.checkWithMistakes(PostgresLexicon.LEXICON, 500, 20261129L);
    }
}
