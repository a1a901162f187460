package dev.limbeck.postgres.normal;

import dev.limbeck.expression.GrammarWords;
import dev.limbeck.expression.SqlGrammar;
import dev.limbeck.expression.SqlGrammar.Strength;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How PostgreSQL writes expressions and queries: the tables of its grammar. */
final class PostgresGrammar {
    /** Reserved words of {@code pg_get_keywords()}, those that begin an expression left out. */
    private static final String RESERVED =
            "all analyse analyze and any array as asc asymmetric both case cast check collate column"
                    + " constraint create current_catalog current_date current_role current_time"
                    + " current_timestamp current_user default deferrable desc distinct do else end"
                    + " except false fetch for foreign from grant group having in initially"
                    + " intersect into lateral leading limit localtime localtimestamp not null"
                    + " offset on only or order placing primary references returning select"
                    + " session_user some symmetric system_user table then to trailing true union"
                    + " unique user using variadic when where window with";

    /** Words that are an alias only behind {@code AS}, or that go on with an expression. */
    private static final String LABEL_STOPS =
            "char character day filter hour isnull minute month notnull over overlaps precision"
                    + " second varying within without year is between similar like ilike collate"
                    + " natural join inner left right full cross at operator";

    /** Every spelling of a built-in type with other spellings, before the one it is known by. */
    private static final String TYPE_NAMES =
            "int: integer, int4: integer, integer: integer, int8: bigint, bigint: bigint,"
                    + " int2: smallint, smallint: smallint, bool: boolean, boolean: boolean,"
                    + " decimal: numeric, dec: numeric, numeric: numeric, float4: real,"
                    + " real: real, float8: double precision, float: double precision,"
                    + " double precision: double precision, varchar: character varying,"
                    + " character varying: character varying, char varying: character varying,"
                    + " nchar varying: character varying,"
                    + " national character varying: character varying, char: character,"
                    + " character: character, nchar: character, bpchar: character,"
                    + " national character: character, national char: character,"
                    + " varbit: bit varying, bit varying: bit varying, bit: bit,"
                    + " timestamp: timestamp without time zone,"
                    + " timestamp with time zone: timestamp with time zone,"
                    + " timestamptz: timestamp with time zone, time: time without time zone,"
                    + " time with time zone: time with time zone, timetz: time with time zone";

    private static final String FUNCTION_NAMES =
            "transaction_timestamp: now, current_timestamp: now, char_length: length,"
                    + " character_length: length";

    static final SqlGrammar GRAMMAR =
            new SqlGrammar(
                    PostgresLexicon.LEXICON,
                    PostgresIdentifiers.INSTANCE::fold,
                    strengths(),
                    Map.of(
                            "!=", "<>",
                            "LIKE", "~~",
                            "NOT LIKE", "!~~",
                            "ILIKE", "~~*",
                            "NOT ILIKE", "!~~*"),
                    GrammarWords.upper(RESERVED),
                    GrammarWords.upper(LABEL_STOPS),
                    Map.ofEntries(
                            Map.entry("CURRENT_TIMESTAMP", "current_timestamp"),
                            Map.entry("CURRENT_DATE", "current_date"),
                            Map.entry("CURRENT_TIME", "current_time"),
                            Map.entry("LOCALTIME", "localtime"),
                            Map.entry("LOCALTIMESTAMP", "localtimestamp"),
                            Map.entry("CURRENT_USER", "current_user"),
                            Map.entry("CURRENT_ROLE", "current_user"),
                            Map.entry("SESSION_USER", "session_user"),
                            Map.entry("SYSTEM_USER", "system_user"),
                            Map.entry("USER", "current_user"),
                            Map.entry("CURRENT_CATALOG", "current_database"),
                            Map.entry("CURRENT_SCHEMA", "current_schema")),
                    pairs(FUNCTION_NAMES),
                    pairs(TYPE_NAMES),
                    List.of(
                            List.of("national", "character", "varying"),
                            List.of("national", "character"),
                            List.of("national", "char"),
                            List.of("character", "varying"),
                            List.of("char", "varying"),
                            List.of("nchar", "varying"),
                            List.of("bit", "varying"),
                            List.of("double", "precision")),
                    Set.of("pg_catalog"),
                    "public",
                    Map.of(),
                    true);

    private PostgresGrammar() {}

    private static Map<String, Strength> strengths() {
        Map<String, Strength> strengths = new HashMap<>();
        GrammarWords.put(strengths, Strength.COMPARISON, "< > = <= >= <> !=");
        GrammarWords.put(strengths, Strength.SUM, "+ -");
        GrammarWords.put(strengths, Strength.PRODUCT, "* / %");
        GrammarWords.put(strengths, Strength.POWER, "^");
        return Map.copyOf(strengths);
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split(", ")) {
            String[] names = pair.split(": ");
            pairs.put(names[0], names[1]);
        }
        return Map.copyOf(pairs);
    }
}
