package dev.limbeck.compare;

import dev.limbeck.ddl.Strings;
import dev.limbeck.neutral.NeutralType;
import dev.limbeck.neutral.NeutralType.Family;
import dev.limbeck.schema.Expression;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a default gives, whatever way it is written. */
record DefaultForm(NeutralText texts) {
    private static final Set<String> NOW =
            Set.of("CURRENT_TIMESTAMP", "LOCALTIMESTAMP", "NOW", "SYSTIMESTAMP", "SYSDATE");

    private static final Set<String> TRUE = Set.of("true", "1", "t", "y", "b'1'");
    private static final Set<String> FALSE = Set.of("false", "0", "f", "n", "b'0'");

    Fact of(Expression expression, NeutralType type) {
        List<SqlToken> tokens = new ArrayList<>(texts.tokens(expression.source()));
        while (tokens.size() > 2
                && tokens.get(0).isSymbol("(")
                && tokens.get(tokens.size() - 1).isSymbol(")")) {
            tokens = tokens.subList(1, tokens.size() - 1);
        }
        if (isNow(tokens)) {
            return Fact.firm(expression.source(), "now");
        }
        boolean negative = tokens.size() == 2 && tokens.get(0).isSymbol("-");
        if (tokens.size() == 1 || negative) {
            SqlToken last = tokens.get(tokens.size() - 1);
            if (isConstant(last)) {
                String value = (negative ? "-" : "") + plain(last);
                return Fact.firm(expression.source(), constant(value, type));
            }
        }
        return Fact.expression(expression.source(), texts.value(expression.source()));
    }

    /** The digits of a second that stand in parentheses are those of the type. */
    private static boolean isNow(List<SqlToken> tokens) {
        boolean named =
                tokens.get(0).kind() == Kind.WORD
                        && NOW.contains(tokens.get(0).text().toUpperCase(Locale.ROOT));
        return named
                && tokens.stream()
                        .skip(1)
                        .allMatch(
                                token ->
                                        token.isSymbol("(")
                                                || token.isSymbol(")")
                                                || token.kind() == Kind.NUMBER);
    }

    private static boolean isConstant(SqlToken token) {
        return token.kind() == Kind.NUMBER
                || token.kind() == Kind.STRING
                || token.is("TRUE")
                || token.is("FALSE");
    }

    private static String plain(SqlToken token) {
        boolean quoted = token.kind() == Kind.STRING && token.text().startsWith("'");
        return quoted ? Strings.value(token.text()) : token.text();
    }

    private static String constant(String value, NeutralType type) {
        if (type.family() == Family.BOOLEAN || isTruth(value)) {
            String lower = value.toLowerCase(Locale.ROOT);
            if (TRUE.contains(lower)) {
                return "constant 1";
            }
            if (FALSE.contains(lower)) {
                return "constant 0";
            }
        }
        return "constant " + (isNumber(type) ? number(value) : value);
    }

    private static boolean isTruth(String value) {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }

    private static boolean isNumber(NeutralType type) {
        return Set.of(Family.WHOLE, Family.EXACT, Family.APPROXIMATE).contains(type.family());
    }

    private static String number(String value) {
        try {
            return new BigDecimal(value).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException notANumber) {
            // A word such as NaN means itself.
            return value;
        }
    }
}
