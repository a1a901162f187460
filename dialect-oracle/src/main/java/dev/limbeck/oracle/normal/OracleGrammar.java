package dev.limbeck.oracle.normal;

import dev.limbeck.expression.GrammarWords;
import dev.limbeck.expression.SqlGrammar;
import dev.limbeck.expression.SqlGrammar.Strength;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleLexicon;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How Oracle writes expressions and queries: the tables of its grammar. */
final class OracleGrammar {
    private static final String RESERVED =
            "all and any as asc between by case connect cross desc distinct else end except exists"
                    + " fetch for from full group having in inner intersect into is join left like"
                    + " minus natural not null offset on or order outer partition prior right select"
                    + " start then union unique using values when where with";

    static final SqlGrammar GRAMMAR =
            new SqlGrammar(
                    OracleLexicon.LEXICON,
                    OracleIdentifiers.INSTANCE::fold,
                    strengths(),
                    Map.of(
                            "!=", "<>",
                            "^=", "<>",
                            "LIKE", "~~",
                            "NOT LIKE", "!~~"),
                    GrammarWords.upper(RESERVED),
                    GrammarWords.upper(RESERVED),
                    Map.of(
                            "SYSDATE", "SYSDATE",
                            "SYSTIMESTAMP", "SYSTIMESTAMP",
                            "CURRENT_DATE", "CURRENT_DATE",
                            "CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP",
                            "LOCALTIMESTAMP", "LOCALTIMESTAMP",
                            "USER", "USER",
                            "UID", "UID"),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Set.of("SYS"),
                    "",
                    Map.of(
                            "=", "<>", "<>", "=", "<", ">=", ">=", "<", ">", "<=", "<=", ">", "~~",
                            "!~~", "!~~", "~~"),
                    true);

    private OracleGrammar() {}

    private static Map<String, Strength> strengths() {
        Map<String, Strength> strengths = new HashMap<>();
        GrammarWords.put(strengths, Strength.COMPARISON, "< > = <= >= <> != ^=");
        GrammarWords.put(strengths, Strength.SUM, "+ - ||");
        GrammarWords.put(strengths, Strength.PRODUCT, "* /");
        return Map.copyOf(strengths);
    }
}
