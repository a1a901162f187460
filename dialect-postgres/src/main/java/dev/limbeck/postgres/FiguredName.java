package dev.limbeck.postgres;

import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The name that an expression gives to the column of an index, as {@code FigureIndexColname} of the
 * server's source does: that of the function it calls, of the column it is, or {@code expr}.
 */
final class FiguredName {
    private static final String NONE = "expr";

    private static final Set<String> NAMED_FORMS =
            Set.of("coalesce", "greatest", "least", "nullif", "row", "array", "exists", "case");

    private FiguredName() {}

    /** Returns the name for an expression without parentheses around the whole. */
    static String of(String expression) {
        List<SqlToken> tokens = new TokenCursor(expression, PostgresLexicon.LEXICON).tokens();
        return figure(tokens);
    }

    private static String figure(List<SqlToken> all) {
        List<SqlToken> tokens = all;
        while (isWrapped(tokens)) {
            tokens = tokens.subList(1, tokens.size() - 1);
        }
        if (tokens.isEmpty()) {
            return NONE;
        }
        int cast = lastOutside(tokens, "::");
        if (cast > 0) {
            String operand = figure(tokens.subList(0, cast));
            return operand.equals(NONE)
                    ? typeName(tokens.subList(cast + 1, tokens.size()))
                    : operand;
        }
        if (tokens.get(0).is("CAST") && isCall(tokens, 1)) {
            return cast(tokens.subList(2, tokens.size() - 1));
        }
        if (tokens.get(0).is("CASE")) {
            return tokens.get(tokens.size() - 1).is("END") ? "case" : NONE;
        }
        int name = qualifiedName(tokens);
        boolean whole = name == tokens.size() || isCall(tokens, name);
        if (name == 0 || !whole) {
            return NONE;
        }
        String figured = PostgresIdentifiers.read(tokens.get(name - 1).text());
        return NAMED_FORMS.contains(figured) || whole ? figured : NONE;
    }

    private static String cast(List<SqlToken> inside) {
        for (int i = inside.size() - 1; i > 0; i--) {
            if (inside.get(i).is("AS")) {
                String operand = figure(inside.subList(0, i));
                return operand.equals(NONE)
                        ? typeName(inside.subList(i + 1, inside.size()))
                        : operand;
            }
        }
        return NONE;
    }

    private static String typeName(List<SqlToken> tokens) {
        return PostgresTypes.read(tokens, 0)
                .map(parsed -> internal(parsed.type().name().name()))
                .orElse(NONE);
    }

    private static String internal(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "integer" -> "int4";
            case "bigint" -> "int8";
            case "smallint" -> "int2";
            case "double precision" -> "float8";
            case "real" -> "float4";
            case "boolean" -> "bool";
            case "char" -> "bpchar";
            case "bit varying" -> "varbit";
            default -> type;
        };
    }

    private static boolean isWrapped(List<SqlToken> tokens) {
        return !tokens.isEmpty() && isCall(tokens, 0);
    }

    /** Returns whether one pair of parentheses holds all from an index on. */
    private static boolean isCall(List<SqlToken> tokens, int from) {
        if (from >= tokens.size() || !tokens.get(from).isSymbol("(")) {
            return false;
        }
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return i == tokens.size() - 1;
            }
        }
        return false;
    }

    /** Returns how many tokens a name takes at the beginning. */
    private static int qualifiedName(List<SqlToken> tokens) {
        int count = 0;
        while (count < tokens.size() && PostgresTypes.isName(tokens.get(count))) {
            count++;
            if (count + 1 < tokens.size() && tokens.get(count).isSymbol(".")) {
                count++;
            } else {
                return count;
            }
        }
        return count;
    }

    private static int lastOutside(List<SqlToken> tokens, String symbol) {
        int depth = 0;
        int last = -1;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.isSymbol(symbol)) {
                last = i;
            } else if (depth == 0 && last >= 0 && isOperator(token)) {
                return -1;
            }
        }
        return last;
    }

    private static boolean isOperator(SqlToken token) {
        return token.kind() == SqlToken.Kind.SYMBOL
                && !Set.of("(", ")", "[", "]", ".", ",", "::").contains(token.text());
    }
}
