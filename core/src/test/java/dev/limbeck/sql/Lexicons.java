package dev.limbeck.sql;

import dev.limbeck.sql.ClientCommandRule.Ruling;
import dev.limbeck.sql.StoredPrograms.Body;
import java.util.List;
import java.util.Set;

/** Ways to read text that together use all that a dialect can ask for; no database's own. */
public final class Lexicons {
    /** Escapes in strings, comments that are executed, programs of compound statements. */
    public static final SqlLexicon ESCAPING =
            SqlLexicon.standard("escaping")
                    .with(
                            LexicalFeature.BACKSLASH_ESCAPES,
                            LexicalFeature.DOUBLE_QUOTED_STRINGS,
                            LexicalFeature.BACKTICK_IDENTIFIERS,
                            LexicalFeature.DOLLAR_IN_WORDS,
                            LexicalFeature.DIGITS_BEGIN_WORDS,
                            LexicalFeature.QUESTION_MARK_PARAMETERS,
                            LexicalFeature.DASH_COMMENTS_NEED_BLANK,
                            LexicalFeature.HASH_COMMENTS,
                            LexicalFeature.EXECUTABLE_COMMENTS)
                    .with(programs(Body.COMPOUND_STATEMENT, Set.of()))
                    .with(
                            List.of(
                                    ClientCommandRule.of("DELIMITER", Ruling.DELIMITER),
                                    ClientCommandRule.of("\\g", Ruling.TERMINATOR),
                                    ClientCommandRule.of("\\N", Ruling.STATEMENT),
                                    ClientCommandRule.of("QUIT", Ruling.END_OF_SCRIPT),
                                    ClientCommandRule.of("PROMPT", Ruling.PASSED_OVER),
                                    ClientCommandRule.of("\\.", Ruling.REFUSED)
                                            .withHint("write what it does as SQL")));

    /** The same, with compound statements outside of programs. */
    public static final SqlLexicon COMPOUND =
            ESCAPING.named("compound")
                    .with(programs(Body.COMPOUND_STATEMENT, Set.of("BEGIN", "IF", "CASE", "LOOP")));

    /** Quotes of one's own choice, and programs up to a line that holds a slash. */
    public static final SqlLexicon SLASHED =
            SqlLexicon.standard("slashed")
                    .with(
                            LexicalFeature.ALTERNATIVE_QUOTES,
                            LexicalFeature.DOLLAR_IN_WORDS,
                            LexicalFeature.HASH_IN_WORDS,
                            LexicalFeature.NAMED_PARAMETERS,
                            LexicalFeature.QUESTION_MARK_PARAMETERS,
                            LexicalFeature.SLASH_LINE_ENDS_STATEMENT,
                            LexicalFeature.DASH_CONTINUES_COMMANDS)
                    .with(programs(Body.SLASH_LINE, Set.of("DECLARE", "BEGIN")))
                    .with(
                            List.of(
                                    ClientCommandRule.of("SET", Ruling.STATEMENT)
                                            .forArguments("ROLE", "TRANSACTION"),
                                    ClientCommandRule.of("SET", Ruling.PASSED_OVER),
                                    ClientCommandRule.abbreviated("PRO[MPT]", Ruling.PASSED_OVER),
                                    ClientCommandRule.abbreviated("REM[ARK]", Ruling.PASSED_OVER),
                                    ClientCommandRule.of("EXIT", Ruling.END_OF_SCRIPT),
                                    ClientCommandRule.of("@", Ruling.REFUSED)
                                            .withHint("put the file's text here")));

    private Lexicons() {}

    private static StoredPrograms programs(Body body, Set<String> openings) {
        return new StoredPrograms(
                body,
                Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "PACKAGE", "TYPE", "JAVA"),
                openings,
                Set.of("JAVA"));
    }
}
