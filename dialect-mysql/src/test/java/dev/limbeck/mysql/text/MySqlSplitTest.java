package dev.limbeck.mysql.text;

import dev.limbeck.sql.LexicalFeature;
import dev.limbeck.sql.SplitCases;
import dev.limbeck.sql.SplitLaw;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.testing.GoldenFiles;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MySqlSplitTest {
    @TestFactory
    Stream<DynamicTest> scriptsAreCutAsShown() {
        return GoldenFiles.in("split", sections -> SplitCases.compute(sections, lexicon(sections)));
    }

    /** Returns the lexicon in the {@code sql_mode} that a case names. */
    private static SqlLexicon lexicon(Map<String, String> sections) {
        String mode = sections.getOrDefault("lexicon", "");
        if (mode.contains("ansi quotes")) {
            return MySqlLexicon.LEXICON.without(LexicalFeature.DOUBLE_QUOTED_STRINGS);
        }
        return mode.contains("no backslash escapes")
                ? MySqlLexicon.LEXICON.without(LexicalFeature.BACKSLASH_ESCAPES)
                : MySqlLexicon.LEXICON;
    }

    @Test
    void lawHoldsForMadeUpScripts() {
        SplitLaw.checkMadeUp(MySqlLexicon.LEXICON, 500, 20261128L);
    }

    @Test
    void lawHoldsForRealScriptsWithMistakes() {
        SplitLaw.checkWithMistakes(MySqlLexicon.LEXICON, 500, 20261129L);
    }
}
