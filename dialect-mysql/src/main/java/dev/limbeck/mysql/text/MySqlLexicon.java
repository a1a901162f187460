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

    /**
     * What begins a compound statement outside of programs on MariaDB. On MySQL no statement begins
     * so; {@code BEGIN} alone begins a transaction on both.
     */
    private static final Set<String> OPENINGS =
            Set.of("BEGIN", "IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR");

    /** Both flavors with their default {@code sql_mode}. */
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
                                    OPENINGS,
                                    Set.of()))
                    .with(clientCommands());

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
        // A statement, but one after which the journal could no longer be written.
        Stream<ClientCommandRule> locks =
                Stream.of(
                        ClientCommandRule.of("LOCK", Ruling.REFUSED)
                                .forArguments("TABLES", "TABLE")
                                .withHint(
                                        "leave it out: it would lock the tables of the ledger too;"
                                                + " mysqldump --skip-add-locks writes none"));
        Stream<ClientCommandRule> refused =
                Stream.of("SOURCE", "\\.", "SYSTEM", "\\!", "CONNECT", "\\r", "EDIT", "\\e", "\\c")
                        .map(
                                name ->
                                        ClientCommandRule.of(name, Ruling.REFUSED)
                                                .withHint("write what it does as SQL"));
        return Stream.of(guiding, harmless, locks, refused).flatMap(rules -> rules).toList();
    }
}
