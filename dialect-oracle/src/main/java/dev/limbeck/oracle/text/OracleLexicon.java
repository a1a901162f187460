package dev.limbeck.oracle.text;

import dev.limbeck.sql.ClientCommandRule;
import dev.limbeck.sql.ClientCommandRule.Ruling;
import dev.limbeck.sql.LexicalFeature;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.StoredPrograms;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How Oracle, and SQL*Plus before it, read text. */
public final class OracleLexicon {
    /** Oracle 12.2 and later. */
    public static final SqlLexicon LEXICON =
            SqlLexicon.standard("oracle")
                    .with(
                            LexicalFeature.ALTERNATIVE_QUOTES,
                            LexicalFeature.DOLLAR_IN_WORDS,
                            LexicalFeature.HASH_IN_WORDS,
                            LexicalFeature.NAMED_PARAMETERS,
                            LexicalFeature.QUESTION_MARK_PARAMETERS,
                            LexicalFeature.SLASH_LINE_ENDS_STATEMENT,
                            LexicalFeature.DASH_CONTINUES_COMMANDS)
                    .with(
                            new StoredPrograms(
                                    StoredPrograms.Body.SLASH_LINE,
                                    Set.of(
                                            "FUNCTION",
                                            "PROCEDURE",
                                            "PACKAGE",
                                            "TRIGGER",
                                            "TYPE",
                                            "LIBRARY",
                                            "JAVA",
                                            "MLE"),
                                    Set.of("DECLARE", "BEGIN"),
                                    Set.of("JAVA", "MLE")))
                    .with(
                            Stream.of(settings(), passedOver(), refused())
                                    .flatMap(List::stream)
                                    .toList());

    private OracleLexicon() {}

    private static List<ClientCommandRule> settings() {
        return List.of(
                ClientCommandRule.of("SET", Ruling.STATEMENT)
                        .forArguments("ROLE", "TRANSACTION", "CONSTRAINT", "CONSTRAINTS"),
                ClientCommandRule.of("SET", Ruling.REFUSED)
                        .forArguments(
                                "SQLTERMINATOR",
                                "SQLT",
                                "BLOCKTERMINATOR",
                                "BLO",
                                "CMDSEP",
                                "CMDS",
                                "SQLPREFIX",
                                "SQLPRE")
                        .withHint("use -- limbeck: delimiter"),
                ClientCommandRule.of("SET", Ruling.PASSED_OVER),
                ClientCommandRule.abbreviated("DEF[INE]", Ruling.PASSED_OVER).forArguments(""),
                ClientCommandRule.abbreviated("DEF[INE]", Ruling.REFUSED)
                        .withHint("substitution variables are not replaced; use -- limbeck: vars"),
                ClientCommandRule.of("EXIT", Ruling.END_OF_SCRIPT),
                ClientCommandRule.of("QUIT", Ruling.END_OF_SCRIPT));
    }

    private static List<ClientCommandRule> passedOver() {
        return Stream.of(
                        "PRO[MPT]",
                        "REM[ARK]",
                        "SPO[OL]",
                        "SHO[W]",
                        "WHENEVER",
                        "UNDEF[INE]",
                        "COL[UMN]",
                        "CL[EAR]",
                        "BRE[AK]",
                        "COMP[UTE]",
                        "TTI[TLE]",
                        "BTI[TLE]",
                        "REPH[EADER]",
                        "REPF[OOTER]",
                        "PAU[SE]",
                        "TIMI[NG]",
                        "DESC[RIBE]",
                        "PRI[NT]",
                        "L[IST]",
                        "HELP")
                .map(spelling -> ClientCommandRule.abbreviated(spelling, Ruling.PASSED_OVER))
                .toList();
    }

    private static List<ClientCommandRule> refused() {
        String include = "put the file's text here, or make it a revision of its own";
        String connection = "a script runs on the connection that the configuration names";
        String variables = "client variables are not replaced; use -- limbeck: vars";
        return List.of(
                refused("@@", include),
                refused("@", include),
                refused("STA[RT]", include),
                refused("GET", include),
                refused("R[UN]", "write the statement again"),
                refused("EXEC[UTE]", "write BEGIN …; END; and a line that holds only /"),
                refused("CONN[ECT]", connection),
                refused("DISC[ONNECT]", connection),
                refused("PASSW[ORD]", connection),
                refused("ACC[EPT]", variables),
                refused("VAR[IABLE]", variables),
                refused("HO[ST]", "use a hook of the configuration"),
                refused("!", "use a hook of the configuration"),
                refused("ED[IT]", "write the statement here"),
                refused("COPY", "write INSERT … SELECT over a database link"),
                refused("STARTUP", connection),
                refused("SHUTDOWN", connection));
    }

    private static ClientCommandRule refused(String spelling, String hint) {
        return ClientCommandRule.abbreviated(spelling, Ruling.REFUSED).withHint(hint);
    }
}
