package dev.limbeck.expression;

import dev.limbeck.expression.SqlGrammar.Strength;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes the tables of a {@link SqlGrammar} as words with blanks between them. */
public final class GrammarWords {
    private GrammarWords() {}

    /** Returns words in upper case. */
    public static Set<String> upper(String words) {
        return new HashSet<>(Arrays.asList(words.toUpperCase(Locale.ROOT).split(" ")));
    }

    /** Gives some symbols a binding strength. */
    public static void put(Map<String, Strength> strengths, Strength strength, String symbols) {
        Arrays.stream(symbols.split(" ")).forEach(symbol -> strengths.put(symbol, strength));
    }
}
