package dev.limbeck.postgres.text;

import dev.limbeck.sql.ClientCommandRule;
import dev.limbeck.sql.ClientCommandRule.Ruling;
import dev.limbeck.sql.LexicalFeature;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.StoredPrograms;
import java.util.Set;
import java.util.stream.Stream;

/** How PostgreSQL, and psql before it, read text. */
public final class PostgresLexicon {
    /** psql commands that print, or set how psql prints. */
    private static final String HARMLESS =
            "restrict unrestrict echo qecho warn timing pset x a t C f H T o out r reset p print"
                    + " conninfo errverbose ? h help unset setenv l list sf sv z s"
                    + " d da dA dAc dAf dAo dAp db dc dC dd dD ddp dE des det deu dew df dF dFd"
                    + " dFp dFt dg di dl dL dm dn do dO dp dP drds drg dRp dRs ds dt dT du dv dx"
                    + " dX dy";

    /** psql variables that psql itself reads; others stand for text in the script. */
    private static final String OWN_VARIABLES =
            "ON_ERROR_STOP ON_ERROR_ROLLBACK QUIET VERBOSITY ECHO ECHO_HIDDEN FETCH_COUNT"
                    + " SHOW_CONTEXT SHOW_ALL_RESULTS HIDE_TABLEAM HIDE_TOAST_COMPRESSION HISTFILE"
                    + " HISTSIZE HISTCONTROL PROMPT1 PROMPT2 PROMPT3 COMP_KEYWORD_CASE";

    /**
     * The lexicon with {@code standard_conforming_strings} on, as every supported version has it.
     */
    public static final SqlLexicon LEXICON =
            SqlLexicon.standard("postgres")
                    .with(
                            LexicalFeature.ESCAPE_STRINGS,
                            LexicalFeature.UNICODE_STRINGS,
                            LexicalFeature.DOLLAR_QUOTES,
                            LexicalFeature.TAGGED_DOLLAR_QUOTES,
                            LexicalFeature.DOLLAR_IN_WORDS,
                            LexicalFeature.FREE_OPERATORS,
                            LexicalFeature.NUMBERED_PARAMETERS,
                            LexicalFeature.NESTED_COMMENTS,
                            LexicalFeature.PARENTHESES_HOLD_STATEMENTS,
                            LexicalFeature.INLINE_COPY_DATA)
                    .with(
                            new StoredPrograms(
                                    StoredPrograms.Body.ATOMIC_BLOCK,
                                    Set.of("FUNCTION", "PROCEDURE"),
                                    Set.of(),
                                    Set.of()))
                    .with(
                            Stream.of(passedOver(), settings(), refused())
                                    .flatMap(rules -> rules)
                                    .toList());

    private PostgresLexicon() {}

    private static Stream<ClientCommandRule> passedOver() {
        Stream<ClientCommandRule> separator =
                Stream.of(ClientCommandRule.of("\\\\", Ruling.PASSED_OVER));
        Stream<ClientCommandRule> harmless =
                Stream.of(HARMLESS.split(" "))
                        .map(name -> ClientCommandRule.of("\\" + name, Ruling.PASSED_OVER));
        return Stream.concat(separator, harmless);
    }

    private static Stream<ClientCommandRule> settings() {
        return Stream.of(
                ClientCommandRule.of("\\set", Ruling.PASSED_OVER)
                        .forArguments(OWN_VARIABLES.split(" ")),
                ClientCommandRule.of("\\set", Ruling.PASSED_OVER).forArguments(""),
                ClientCommandRule.of("\\set", Ruling.REFUSED)
                        .withHint("psql variables are not replaced; use -- limbeck: vars"),
                ClientCommandRule.of("\\encoding", Ruling.PASSED_OVER)
                        .forArguments("", "UTF8", "UTF-8", "'UTF8'"),
                ClientCommandRule.of("\\encoding", Ruling.REFUSED)
                        .withHint("scripts are read as UTF-8"),
                ClientCommandRule.of("\\q", Ruling.END_OF_SCRIPT),
                ClientCommandRule.of("\\quit", Ruling.END_OF_SCRIPT));
    }

    private static Stream<ClientCommandRule> refused() {
        String include = "put the file's text here, or make it a revision of its own";
        String connection = "a script runs on the connection that the configuration names";
        String query =
                "end the statement with ; and write its effect as SQL, in a DO block if need be";
        return Stream.of(
                        refused(include, "i", "ir", "include", "include_relative"),
                        refused("write COPY … FROM STDIN; with the data after it", "copy", "."),
                        refused(connection, "c", "connect", "password", "prompt"),
                        refused(
                                query,
                                "g",
                                "gx",
                                "gexec",
                                "gset",
                                "gdesc",
                                "watch",
                                "crosstabview",
                                ";"),
                        refused(
                                "write the script for one case, or as a DO block",
                                "if",
                                "elif",
                                "else",
                                "endif"),
                        refused(
                                "use a hook of the configuration",
                                "!",
                                "cd",
                                "w",
                                "write",
                                "e",
                                "edit"))
                .flatMap(rules -> rules);
    }

    private static Stream<ClientCommandRule> refused(String hint, String... names) {
        return Stream.of(names)
                .map(name -> ClientCommandRule.of("\\" + name, Ruling.REFUSED).withHint(hint));
    }
}
