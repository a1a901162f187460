package dev.limbeck.sql;

import static dev.limbeck.sql.LexicalFeature.BACKSLASH_ESCAPES;
import static dev.limbeck.sql.LexicalFeature.DOUBLE_QUOTED_STRINGS;

import dev.limbeck.sql.lexicons.MysqlLexicon;
import dev.limbeck.sql.lexicons.OracleLexicon;
import dev.limbeck.testing.GoldenFiles;
import java.util.Map;
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

    /** The lexicon that a case names in its section of that name. */
    private static final Map<String, SqlLexicon> LEXICONS =
            Map.of(
                    "mysql",
                    MysqlLexicon.MYSQL,
                    "mysql ansi quotes",
                    MysqlLexicon.MYSQL.without(DOUBLE_QUOTED_STRINGS),
                    "mysql no backslash escapes",
                    MysqlLexicon.MYSQL.without(BACKSLASH_ESCAPES),
                    "mariadb",
                    MysqlLexicon.MARIADB,
                    "oracle",
                    OracleLexicon.LEXICON,
                    "triggers",
                    TRIGGERS);

    @TestFactory
    Stream<DynamicTest> scriptsAreCutAsShown() {
        return GoldenFiles.in(
                "split",
                sections -> {
                    String name = sections.getOrDefault("lexicon", "").strip();
                    SqlLexicon lexicon = LEXICONS.get(name);
                    if (lexicon == null) {
                        throw new IllegalArgumentException("no lexicon is called '" + name + "'");
                    }
                    return SplitCases.compute(sections, lexicon);
                });
    }
}
