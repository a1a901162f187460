package dev.limbeck.mysql.text;

import dev.limbeck.sql.ClientCommandRule;
import dev.limbeck.sql.ClientCommandRule.Ruling;
import dev.limbeck.sql.LexicalFeature;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.StoredPrograms;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How MySQL and MariaDB, and their clients before them, read text. */
public final class MySqlLexicon {
    private static final Set<String> PROGRAMS = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT");

    /** MySQL with its default {@code sql_mode}. */
    public static final SqlLexicon LEXICON =
            SqlLexicon.standard("mysql")
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
                    .with(
                            new StoredPrograms(
                                    StoredPrograms.Body.COMPOUND_STATEMENT,
                                    PROGRAMS,
                                    Set.of(),
                                    Set.of()))
                    .with(clientCommands());

    /** MariaDB, which also knows compound statements outside of stored programs. */
    public static final SqlLexicon MARIADB =
            LEXICON.named("mariadb")
                    .with(
                            new StoredPrograms(
                                    StoredPrograms.Body.COMPOUND_STATEMENT,
                                    PROGRAMS,
                                    Set.of("BEGIN", "IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR"),
                                    Set.of()));

    private MySqlLexicon() {}

    private static List<ClientCommandRule> clientCommands() {
        Stream<ClientCommandRule> guiding =
                Stream.of(
                        ClientCommandRule.of("DELIMITER", Ruling.DELIMITER),
                        ClientCommandRule.of("\\d", Ruling.DELIMITER),
                        ClientCommandRule.of("\\g", Ruling.TERMINATOR),
                        ClientCommandRule.of("\\G", Ruling.TERMINATOR),
                        ClientCommandRule.of("\\N", Ruling.STATEMENT),
                        ClientCommandRule.of("EXIT", Ruling.END_OF_SCRIPT),
                        ClientCommandRule.of("QUIT", Ruling.END_OF_SCRIPT),
                        ClientCommandRule.of("\\q", Ruling.END_OF_SCRIPT));
        Stream<ClientCommandRule> harmless =
                Stream.of(
                                "TEE",
                                "NOTEE",
                                "PAGER",
                                "NOPAGER",
                                "PROMPT",
                                "PRINT",
                                "REHASH",
                                "STATUS",
                                "WARNINGS",
                                "NOWARNING",
                                "\\s",
                                "\\W",
                                "\\w",
                                "\\T",
                                "\\t",
                                "\\P",
                                "\\n",
                                "\\R",
                                "\\p")
                        .map(name -> ClientCommandRule.of(name, Ruling.PASSED_OVER));
        Stream<ClientCommandRule> refused =
                Stream.of("SOURCE", "\\.", "SYSTEM", "\\!", "CONNECT", "\\r", "EDIT", "\\e", "\\c")
                        .map(
                                name ->
                                        ClientCommandRule.of(name, Ruling.REFUSED)
                                                .withHint("write what it does as SQL"));
        return Stream.of(guiding, harmless, refused).flatMap(rules -> rules).toList();
    }
}
