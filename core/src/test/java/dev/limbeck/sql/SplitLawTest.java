package dev.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;

class SplitLawTest {
    private static final List<SqlLexicon> KNOWN =
            List.of(
                    SqlLexicon.standard("standard"),
                    Lexicons.ESCAPING,
                    Lexicons.COMPOUND,
                    Lexicons.SLASHED);

    /** More than the build's number may be asked for: {@code -Dlaw.rounds=1000000}. */
    private static final int ROUNDS = Integer.getInteger("law.rounds", 2000);

    private static final long SEED = Long.getLong("law.seed", 20261123L);

    @Test
    void lawHoldsForAnyTextInAnyLexicon() {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED + round;
            ScriptGenerator generator = new ScriptGenerator(seed);
            SqlLexicon lexicon = generator.lexicon(KNOWN);
            check(generator.script(40), lexicon, seed);
        }
    }

    @Test
    void lawHoldsForAnyTextInKnownLexicons() {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED + round;
            SqlLexicon lexicon = KNOWN.get(round % KNOWN.size());
            check(new ScriptGenerator(seed).script(60), lexicon, seed);
        }
    }

    private static void check(String script, SqlLexicon lexicon, long seed) {
        assertThatCode(() -> SplitLaw.check(script, lexicon))
                .as("seed %d, lexicon %s, script:%n%s", seed, lexicon, script)
                .doesNotThrowAnyException();
    }
}
