package dev.limbeck.mysql.normal;

import dev.limbeck.expression.GrammarWords;
import dev.limbeck.expression.SqlGrammar;
import dev.limbeck.expression.SqlGrammar.Strength;
import dev.limbeck.sql.SqlLexicon;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How {@link NeutralText} spells expressions and queries: the tables of its grammar. */
final class MySqlGrammar {
    private static final String RESERVED =
            "all and any as asc between both by case collate cross desc distinct div else end exists"
                    + " except false for from group having in inner intersect into is join lateral"
                    + " leading left like limit natural not null offset on or order outer partition"
                    + " regexp right rlike row select some straight_join table then trailing true union"
                    + " using values when where window with";

    static final SqlGrammar GRAMMAR =
            new SqlGrammar(
                    SqlLexicon.standard("neutral"),
                    UnaryOperator.identity(),
                    strengths(),
                    Map.of(
                            "!=", "<>",
                            "LIKE", "~~",
                            "NOT LIKE", "!~~",
                            "REGEXP", "~",
                            "NOT REGEXP", "!~",
                            "RLIKE", "~",
                            "NOT RLIKE", "!~"),
                    GrammarWords.upper(RESERVED),
                    GrammarWords.upper(RESERVED),
                    Map.of(
                            "CURRENT_TIMESTAMP", "current_timestamp",
                            "LOCALTIME", "current_timestamp",
                            "LOCALTIMESTAMP", "current_timestamp",
                            "CURRENT_DATE", "curdate",
                            "CURRENT_TIME", "curtime",
                            "CURRENT_USER", "current_user",
                            "UTC_DATE", "utc_date",
                            "UTC_TIME", "utc_time",
                            "UTC_TIMESTAMP", "utc_timestamp"),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Set.of(),
                    "",
                    Map.of(
                            "=", "<>", "<>", "=", "<", ">=", ">=", "<", ">", "<=", "<=", ">", "~~",
                            "!~~", "!~~", "~~", "~", "!~", "!~", "~"),
                    false);

    private MySqlGrammar() {}

    private static Map<String, Strength> strengths() {
        Map<String, Strength> strengths = new HashMap<>();
        GrammarWords.put(strengths, Strength.EXCLUSIVE_OR, "^=");
        GrammarWords.put(strengths, Strength.COMPARISON, "< > = <= >= <> != <=>");
        GrammarWords.put(strengths, Strength.OTHER, "| & << >>");
        GrammarWords.put(strengths, Strength.SUM, "+ -");
        GrammarWords.put(strengths, Strength.PRODUCT, "* / % ~=");
        GrammarWords.put(strengths, Strength.POWER, "^");
        return Map.copyOf(strengths);
    }
}
