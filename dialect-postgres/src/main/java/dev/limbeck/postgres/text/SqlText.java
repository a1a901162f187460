package dev.limbeck.postgres.text;

import dev.limbeck.schema.Expression;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions about pieces of SQL text, answered from their tokens. */
public final class SqlText {
    /** What the grammar doesn't let stand behind {@code DEFAULT} without parentheses. */
    private static final Set<String> LOOSE_WORDS =
            Set.of(
                    "AND",
                    "OR",
                    "NOT",
                    "IN",
                    "LIKE",
                    "ILIKE",
                    "BETWEEN",
                    "IS",
                    "AT",
                    "COLLATE",
                    "SIMILAR",
                    "ISNULL",
                    "NOTNULL",
                    "OPERATOR",
                    "SELECT",
                    "OVERLAPS",
                    "ANY",
                    "ALL",
                    "SOME");

    /**
     * How the server gives back {@code v IN ('a', 'b')} over a varchar. It reads this text as
     * something else again, so that a definition would change each time it is made anew.
     */
    private static final Pattern LIST =
            Pattern.compile(
                    "(\\w+(?:\\.\\w+)*|\\(\\w+(?:\\.\\w+)*\\))::text (= ANY|<> ALL) \\(\\(?ARRAY\\["
                            + "((?:'(?:[^']|'')*'::character varying(?:, )?)+)"
                            + "\\]\\)?::text\\[\\]\\)");

    private SqlText() {}

    /** Returns a text as it is written, so that the server keeps it as it was. */
    public static String write(Expression expression) {
        Matcher list = LIST.matcher(expression.source());
        return list.replaceAll(
                found ->
                        Matcher.quoteReplacement(
                                found.group(1)
                                        + (found.group(2).startsWith("=") ? " IN (" : " NOT IN (")
                                        + found.group(3).replace("'::character varying", "'")
                                        + ")"));
    }

    /** Returns the tokens of a text. */
    public static List<SqlToken> tokens(String text) {
        return SqlTokenizer.significant(text, PostgresLexicon.LEXICON);
    }

    /** Returns the statements of a text, without the semicolons between them. */
    public static List<String> statements(String text) {
        List<String> statements = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (SqlToken token : tokens(text)) {
            depth += depth(token);
            if (depth == 0 && token.isSymbol(";")) {
                statements.add(text.substring(start, token.offset()).strip());
                start = token.end();
            }
        }
        statements.add(text.substring(start).strip());
        statements.removeIf(String::isEmpty);
        return statements;
    }

    /** Returns a default as it stands behind {@code DEFAULT}. */
    public static String behindDefault(Expression expression) {
        int depth = 0;
        for (SqlToken token : tokens(expression.source())) {
            depth += depth(token);
            if (depth == 0 && isOneOf(token, LOOSE_WORDS)) {
                return "(" + write(expression) + ")";
            }
        }
        return expression.source();
    }

    /** Returns an expression as it stands in the list of an index: a call stands alone. */
    public static String inIndex(Expression expression) {
        return isCall(expression.source()) ? expression.source() : "(" + write(expression) + ")";
    }

    private static boolean isCall(String text) {
        List<SqlToken> tokens = tokens(text);
        int start = 0;
        while (start + 2 < tokens.size() && tokens.get(start + 1).isSymbol(".")) {
            start += 2;
        }
        boolean opens =
                start + 2 < tokens.size()
                        && tokens.get(start + 1).isSymbol("(")
                        && (tokens.get(start).kind() == SqlToken.Kind.WORD
                                || tokens.get(start).kind() == SqlToken.Kind.QUOTED_IDENTIFIER)
                        && !isOneOf(tokens.get(start), LOOSE_WORDS)
                        && !tokens.get(start).is("CASE")
                        && !tokens.get(start).is("ARRAY")
                        && !tokens.get(start).is("ROW");
        if (!opens) {
            return false;
        }
        int depth = 0;
        for (int i = start + 1; i < tokens.size(); i++) {
            depth += depth(tokens.get(i));
            if (depth == 0) {
                return i == tokens.size() - 1;
            }
        }
        return false;
    }

    /** Returns by how much a token opens or closes parentheses. */
    public static int depth(SqlToken token) {
        return switch (token.text()) {
            case "(", "[" -> 1;
            case ")", "]" -> -1;
            default -> 0;
        };
    }

    /** Returns whether a token is one of these key words. */
    public static boolean isOneOf(SqlToken token, Set<String> words) {
        return token.kind() == SqlToken.Kind.WORD
                && words.contains(token.text().toUpperCase(Locale.ROOT));
    }

    /** Returns a body between dollar quotes that don't occur in it. */
    public static String dollarQuoted(String body) {
        String tag = "$$";
        for (int i = 0; body.contains(tag.substring(0, tag.length() - 1)); i++) {
            tag = i == 0 ? "$body$" : "$body" + i + "$";
        }
        return tag + body + tag;
    }
}
