package dev.limbeck.ddl;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Suggestion;
import dev.limbeck.sql.SqlToken;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes pieces of a statement as text: expressions, queries, bodies. */
public final class Texts {
    private Texts() {}

    /** Takes what stands in parentheses, without them. */
    public static SourceText parenthesized(TokenCursor cursor) {
        int open = cursor.offset();
        pass(cursor);
        return bare(cursor, open + 1, cursor.lastEnd() - 1);
    }

    /** Passes over what stands in parentheses, be it nothing. */
    public static void pass(TokenCursor cursor) {
        int open = cursor.offset();
        cursor.expect("(");
        int depth = 1;
        while (depth > 0) {
            if (cursor.atEnd()) {
                throw cursor.problem(open, "this parenthesis is never closed");
            }
            depth += nesting(cursor.next());
        }
    }

    /**
     * Takes an expression up to a comma, a closing parenthesis or one of some words that stand in
     * none of its parentheses; at least one token.
     *
     * @param stops in upper case
     */
    public static SourceText until(TokenCursor cursor, Set<String> stops) {
        int from = cursor.offset();
        int depth = 0;
        int cases = 0;
        boolean first = true;
        SqlToken before = cursor.peek();
        while (!cursor.atEnd()) {
            SqlToken token = cursor.peek();
            boolean inside = depth > 0 || cases > 0;
            if (!inside && (token.isSymbol(",") || token.isSymbol(")"))) {
                break;
            }
            if (!inside && !first) {
                if (isWord(token, stops) && !continues(before, token)) {
                    break;
                }
                requireNoMistyped(before, token, stops);
            }
            depth += nesting(token);
            cases += token.is("CASE") ? 1 : token.is("END") && cases > 0 ? -1 : 0;
            first = false;
            before = cursor.next();
        }
        if (first) {
            throw cursor.unexpected();
        }
        return bare(cursor, from, cursor.lastEnd());
    }

    /** Takes everything to the end of the statement. */
    public static SourceText rest(TokenCursor cursor) {
        int from = cursor.offset();
        if (cursor.atEnd()) {
            throw cursor.unexpected();
        }
        while (!cursor.atEnd()) {
            cursor.next();
        }
        return new SourceText(cursor.slice(from, cursor.lastEnd()), from);
    }

    /** Returns whether a word that could end an expression goes on with it: {@code IS NOT NULL}. */
    private static boolean continues(SqlToken before, SqlToken token) {
        return before.is("IS")
                || (before.is("NOT") && token.is("NULL"))
                || (before.is("IS") && token.is("NOT"))
                || before.isSymbol(".");
    }

    /** Refuses a word behind a value that is nearly one of those which could stand there. */
    private static void requireNoMistyped(SqlToken before, SqlToken token, Set<String> stops) {
        boolean behindValue =
                before.kind() == SqlToken.Kind.NUMBER
                        || before.kind() == SqlToken.Kind.STRING
                        || before.isSymbol(")")
                        || before.isSymbol("]")
                        || before.is("NULL")
                        || before.is("TRUE")
                        || before.is("FALSE");
        if (!behindValue || token.kind() != SqlToken.Kind.WORD) {
            return;
        }
        Optional<String> hint = Suggestion.hint(token.text().toUpperCase(Locale.ROOT), stops);
        if (hint.isPresent() && !isWord(token, stops) && !isWord(token, INFIX)) {
            throw new DdlSyntaxException(
                    token.offset(),
                    Diagnostic.error(
                                    ErrorCode.SYNTAX, "'" + token.text() + "' is not expected here")
                            .withHint(hint.get()));
        }
    }

    private static final Set<String> INFIX =
            Set.of(
                    "AND",
                    "OR",
                    "IN",
                    "IS",
                    "LIKE",
                    "ILIKE",
                    "SIMILAR",
                    "BETWEEN",
                    "AT",
                    "OVER",
                    "FILTER",
                    "OPERATOR",
                    "ISNULL",
                    "NOTNULL",
                    "UESCAPE",
                    "YEAR",
                    "MONTH",
                    "DAY",
                    "HOUR",
                    "MINUTE",
                    "SECOND");

    private static boolean isWord(SqlToken token, Set<String> words) {
        return token.kind() == SqlToken.Kind.WORD
                && words.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private static int nesting(SqlToken token) {
        if (token.isSymbol("(") || token.isSymbol("[")) {
            return 1;
        }
        return token.isSymbol(")") || token.isSymbol("]") ? -1 : 0;
    }

    private static SourceText bare(TokenCursor cursor, int from, int to) {
        String text = cursor.slice(from, to);
        if (text.isEmpty()) {
            throw cursor.problem(from, "an expression is missing");
        }
        while (text.startsWith("(") && closes(text)) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return new SourceText(text, from);
    }

    /** Returns whether the parenthesis that opens a text is closed by its last character. */
    private static boolean closes(String text) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i == text.length() - 1;
            }
        }
        return false;
    }
}
