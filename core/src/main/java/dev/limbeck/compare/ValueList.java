package dev.limbeck.compare;

import dev.limbeck.ddl.Strings;
import dev.limbeck.schema.Check;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The only values that a column takes: those of an enumeration, or of a check that lists them.
 *
 * @param column the neutral name of the column of a check; empty for a type
 * @param values the values without quotes, sorted
 */
record ValueList(String column, List<String> values) {
    /** What a boolean takes, and what stands for it where there is none. */
    static final ValueList TRUTH = new ValueList("", List.of("false", "true"));

    private static final List<Set<String>> STANDING_FOR_TRUTH =
            List.of(
                    Set.of("0", "1"),
                    Set.of("N", "Y"),
                    Set.of("F", "T"),
                    Set.of("n", "y"),
                    Set.of("f", "t"));

    static ValueList of(List<String> values) {
        return new ValueList("", List.copyOf(new TreeSet<>(values)));
    }

    /** Returns the list of a check that is nothing else: {@code c IN ('a', 'b')}. */
    static Optional<ValueList> read(Check check, NeutralText texts) {
        List<SqlToken> tokens = new ArrayList<>(texts.tokens(check.predicate().source()));
        tokens.removeIf(
                token ->
                        token.isSymbol("(")
                                || token.isSymbol(")")
                                || token.isSymbol("[")
                                || token.isSymbol("]"));
        if (tokens.size() < 3 || !isName(tokens.get(0))) {
            return Optional.empty();
        }
        int first = firstValue(tokens);
        List<String> values = new ArrayList<>();
        for (int i = first; first > 0 && i < tokens.size(); i += 2) {
            boolean value = isConstant(tokens.get(i));
            boolean followed = i + 1 == tokens.size() || tokens.get(i + 1).isSymbol(",");
            if (!value || !followed) {
                return Optional.empty();
            }
            values.add(value(tokens.get(i)));
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ValueList(
                                texts.name(tokens.get(0)), List.copyOf(new TreeSet<>(values))));
    }

    /** Returns where the values begin, behind IN or = ANY ARRAY; 0 where there are none. */
    private static int firstValue(List<SqlToken> tokens) {
        if (tokens.get(1).is("IN")) {
            return 2;
        }
        boolean any =
                tokens.size() > 4
                        && tokens.get(1).isSymbol("=")
                        && tokens.get(2).is("ANY")
                        && tokens.get(3).is("ARRAY");
        return any ? 4 : 0;
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_IDENTIFIER;
    }

    private static boolean isConstant(SqlToken token) {
        return token.kind() == Kind.STRING || token.kind() == Kind.NUMBER;
    }

    private static String value(SqlToken token) {
        return token.kind() == Kind.STRING ? Strings.value(token.text()) : token.text();
    }

    boolean isAbout(String name) {
        return column.equals(name);
    }

    /** Two lists of the same values are one, and what stands for true and false is a boolean. */
    Fact fact() {
        boolean truth = STANDING_FOR_TRUTH.contains(Set.copyOf(values));
        return Fact.firm(
                String.join(", ", values), truth ? TRUTH.values().toString() : values.toString());
    }
}
