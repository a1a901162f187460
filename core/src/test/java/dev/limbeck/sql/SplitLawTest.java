package dev.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.limbeck.sql.lexicons.MysqlLexicon;
import dev.limbeck.sql.lexicons.OracleLexicon;
import dev.limbeck.testing.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplitLawTest {
    private static final List<SqlLexicon> KNOWN =
            List.of(
                    SqlLexicon.standard("standard"),
                    MysqlLexicon.MYSQL,
                    MysqlLexicon.MARIADB,
                    OracleLexicon.LEXICON);

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

    @Test
    void lawHoldsForRealScriptsWithMistakes() throws IOException {
        List<String> scripts = inputs();
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED + round;
            String script = scripts.get(new Random(seed).nextInt(scripts.size()));
            SqlLexicon lexicon = KNOWN.get(round % KNOWN.size());
            check(new ScriptGenerator(seed).mutated(script), lexicon, seed);
        }
    }

    private static List<String> inputs() throws IOException {
        List<String> inputs = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden/split"))) {
            for (Path file : files.sorted().toList()) {
                inputs.add(GoldenFiles.read(file).getOrDefault("input", ""));
            }
        }
        return inputs;
    }

    private static void check(String script, SqlLexicon lexicon, long seed) {
        assertThatCode(() -> SplitLaw.check(script, lexicon))
                .as("seed %d, lexicon %s, script:%n%s", seed, lexicon, script)
                .doesNotThrowAnyException();
    }
}
