package dev.limbeck.mysql.normal;

import dev.limbeck.expression.SqlGrammar;
import dev.limbeck.expression.SqlGrammar.Strength;
import dev.limbeck.sql.SqlLexicon;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
                    upper(RESERVED),
                    upper(RESERVED),
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
        put(strengths, Strength.EXCLUSIVE_OR, "^=");
        put(strengths, Strength.COMPARISON, "< > = <= >= <> != <=>");
        put(strengths, Strength.OTHER, "| & << >>");
        put(strengths, Strength.SUM, "+ -");
        put(strengths, Strength.PRODUCT, "* / % ~=");
        put(strengths, Strength.POWER, "^");
        return Map.copyOf(strengths);
    }

    private static void put(Map<String, Strength> strengths, Strength strength, String symbols) {
        Arrays.stream(symbols.split(" ")).forEach(symbol -> strengths.put(symbol, strength));
    }

    private static Set<String> upper(String words) {
        return new HashSet<>(Arrays.asList(words.toUpperCase(Locale.ROOT).split(" ")));
    }
}
