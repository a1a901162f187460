package dev.limbeck.expression;

import dev.limbeck.sql.SqlLexicon;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a database writes expressions and queries, as data.
 *
 * @param lexicon how text is cut into tokens
 * @param fold gives the name that an unquoted word stands for
 * @param operators the binding strength of binary operators; greater binds tighter, see {@link
 *     Strength}
 * @param operatorNames operators that are words or have several spellings, upper case, by the
 *     spelling that is canonical: {@code LIKE} by {@code ~~}
 * @param reservedWords upper case words that are never a name unless quoted
 * @param labelStops upper case words that are never a column's alias without {@code AS}
 * @param callsWithoutParentheses upper case words that are a call by themselves, by the name of the
 *     function
 * @param functionNames other names of functions, by the canonical one; all folded
 * @param typeNames other names of types, by the canonical one; all in lower case
 * @param typePhrases types of several words, in lower case, the longer before what it begins with
 * @param systemSchemas schemas whose name before a name says nothing
 * @param defaultSchema the name of the schema that is the empty one in the model
 * @param opposites operators by the ones that {@code NOT} before them turns them into, in their
 *     canonical spelling; empty where a type may bring operators of its own
 * @param nullsSortHigh whether nulls sort behind all values where nothing is said
 */
public record SqlGrammar(
        SqlLexicon lexicon,
        UnaryOperator<String> fold,
        Map<String, Strength> operators,
        Map<String, String> operatorNames,
        Set<String> reservedWords,
        Set<String> labelStops,
        Map<String, String> callsWithoutParentheses,
        Map<String, String> functionNames,
        Map<String, String> typeNames,
        List<List<String>> typePhrases,
        Set<String> systemSchemas,
        String defaultSchema,
        Map<String, String> opposites,
        boolean nullsSortHigh) {
    /** How tightly operators bind, the loosest first. */
    public enum Strength {
        OR,
        /** {@code XOR}, where there is such an operator. */
        EXCLUSIVE_OR,
        AND,
        NOT,
        IS,
        COMPARISON,
        /** {@code LIKE}, {@code IN}, {@code BETWEEN}. */
        PATTERN,
        /** Operators without a place of their own. */
        OTHER,
        SUM,
        PRODUCT,
        POWER,
        AT_TIME_ZONE,
        COLLATE,
        SIGN,
        /** {@code x[1]}, {@code x::t}, {@code x.f}. */
        SUFFIX;

        /** Returns the next tighter one. */
        Strength tighter() {
            return values()[Math.min(ordinal() + 1, values().length - 1)];
        }

        boolean atLeast(Strength other) {
            return compareTo(other) >= 0;
        }
    }

    /** Returns how tightly a symbol between two operands binds; any other is an operator too. */
    Optional<Strength> strength(String symbol) {
        if ("()[],;:.".contains(symbol)) {
            return Optional.empty();
        }
        return Optional.of(operators.getOrDefault(symbol, Strength.OTHER));
    }

    /** Returns the canonical spelling of an operator. */
    public String operator(String spelling) {
        return operatorNames.getOrDefault(spelling, spelling);
    }

    /** Returns the path without the schema's name where that says nothing. */
    public List<String> withoutIdleSchema(List<String> path) {
        boolean idle =
                path.size() > 1
                        && (systemSchemas.contains(path.get(0))
                                || path.get(0).equals(defaultSchema));
        return idle ? path.subList(1, path.size()) : path;
    }
}
