package dev.limbeck.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renames by words: strings, comments and dollar quotes are passed over. An object's name is
 * changed where its schema's name or nothing stands before it and where it qualifies a column; a
 * column's name wherever it is a word of its own, but not where a table or a function is called.
 */
final class WordNameRewriter implements NameRewriter {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?s)(?<skip>'(?:[^']|'')*+'|--[^\\n]*+|/\\*.*?\\*/|\\$(\\w*)\\$.*?\\$\\2\\$"
                            + "|\\s++|[0-9][\\p{L}\\p{N}_.]*+)"
                            + "|(?<word>\"(?:[^\"]|\"\")++\"|`[^`]++`|[\\p{L}_][\\p{L}\\p{N}_$]*+)"
                            + "|.");
    private static final Set<String> BEFORE_RELATIONS =
            Set.of("FROM", "JOIN", "INTO", "UPDATE", "TABLE", "ONLY");

    private record Token(String text, boolean word, boolean blank) {}

    private final UnaryOperator<String> fold;
    private final UnaryOperator<String> write;

    WordNameRewriter(UnaryOperator<String> fold, UnaryOperator<String> write) {
        this.fold = fold;
        this.write = write;
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String skip = matcher.group("skip");
            boolean blank =
                    skip != null
                            && (skip.isBlank() || skip.startsWith("--") || skip.startsWith("/*"));
            tokens.add(new Token(matcher.group(), matcher.group("word") != null, blank));
        }
        return tokens;
    }

    private static String joined(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text));
        return text.toString();
    }

    /** Returns the index of the next token that is not blank, in a direction; -1 for none. */
    private static int beside(List<Token> tokens, int index, int direction) {
        int i = index + direction;
        while (i >= 0 && i < tokens.size() && tokens.get(i).blank) {
            i += direction;
        }
        return i < tokens.size() ? i : -1;
    }

    private static boolean is(List<Token> tokens, int index, String text) {
        return index >= 0 && tokens.get(index).text.equalsIgnoreCase(text);
    }

    @Override
    public Expression renameObject(Expression expression, QualifiedName from, QualifiedName to) {
        return expression.mapText(text -> renameObject(text, from, to));
    }

    private String renameObject(String text, QualifiedName from, QualifiedName to) {
        String written =
                to.inDefaultSchema()
                        ? write.apply(to.name())
                        : write.apply(to.schema()) + "." + write.apply(to.name());
        List<Token> tokens = tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            if (isNamedInString(tokens, i, from)) {
                tokens.set(i, new Token("'" + written.replace("'", "''") + "'", false, false));
            }
            if (!isName(tokens, i, from.name())) {
                continue;
            }
            int dot = beside(tokens, i, -1);
            boolean qualified = is(tokens, dot, ".");
            int schema = qualified ? beside(tokens, dot, -1) : -1;
            boolean meant =
                    qualified
                            ? isName(tokens, schema, from.schema())
                            : from.inDefaultSchema() || is(tokens, beside(tokens, i, 1), ".");
            if (meant) {
                if (qualified) {
                    tokens.subList(schema, i).clear();
                    i = schema;
                }
                tokens.set(i, new Token(written, false, false));
            }
        }
        return joined(tokens);
    }

    /**
     * Returns whether a string stands for an object and not for a text: what it is cast to says so.
     */
    private boolean isNamedInString(List<Token> tokens, int index, QualifiedName name) {
        String text = tokens.get(index).text;
        if (!text.startsWith("'") || text.length() < 3 || !isTakenAsName(tokens, index)) {
            return false;
        }
        List<Token> inside = tokens(text.substring(1, text.length() - 1).replace("''", "'"));
        if (inside.size() == 1) {
            return name.inDefaultSchema() && isName(inside, 0, name.name());
        }
        return inside.size() == 3
                && is(inside, 1, ".")
                && isName(inside, 0, name.schema())
                && isName(inside, 2, name.name());
    }

    private static boolean isTakenAsName(List<Token> tokens, int index) {
        int colon = beside(tokens, index, 1);
        int second = colon < 0 ? -1 : beside(tokens, colon, 1);
        int type = second < 0 ? -1 : beside(tokens, second, 1);
        boolean cast = is(tokens, colon, ":") && is(tokens, second, ":");
        int open = beside(tokens, index, -1);
        int function = open < 0 ? -1 : beside(tokens, open, -1);
        return (cast && is(tokens, type, "regclass"))
                || (is(tokens, open, "(")
                        && (is(tokens, function, "nextval") || is(tokens, function, "currval")));
    }

    @Override
    public Expression renameColumn(
            Expression expression, QualifiedName relation, String from, String to) {
        return expression.mapText(
                text -> {
                    List<Token> tokens = tokens(text);
                    renameColumn(tokens, from, to);
                    return joined(tokens);
                });
    }

    private void renameColumn(List<Token> tokens, String from, String to) {
        for (int i = 0; i < tokens.size(); i++) {
            if (isColumn(tokens, i, from)) {
                tokens.set(i, new Token(write.apply(to), true, false));
            }
        }
    }

    private boolean isColumn(List<Token> tokens, int index, String name) {
        if (!isName(tokens, index, name)) {
            return false;
        }
        int next = beside(tokens, index, 1);
        int previous = beforeQualifiers(tokens, index);
        boolean relation =
                previous >= 0
                        && BEFORE_RELATIONS.contains(
                                tokens.get(previous).text.toUpperCase(Locale.ROOT));
        return !relation && !is(tokens, next, ".") && !is(tokens, next, "(");
    }

    @Override
    public Expression renameColumnInQuery(
            Expression query, QualifiedName relation, String from, String to) {
        return query.mapText(
                text -> {
                    List<Token> tokens = tokens(text);
                    keepOutputNames(tokens, from, to);
                    renameColumn(tokens, from, to);
                    return joined(tokens);
                });
    }

    /**
     * Gives each item of the outermost select list that is but the column an alias of the old name,
     * and takes an alias away that the new name makes idle.
     */
    private void keepOutputNames(List<Token> tokens, String from, String to) {
        int depth = 0;
        boolean inList = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += is(tokens, i, "(") ? 1 : is(tokens, i, ")") ? -1 : 0;
            if (depth == 0 && token.word) {
                inList = is(tokens, i, "SELECT") || (inList && !is(tokens, i, "FROM"));
            }
            if (!inList || depth != 0 || !isColumn(tokens, i, from) || !startsItem(tokens, i)) {
                continue;
            }
            int next = beside(tokens, i, 1);
            if (next < 0 || is(tokens, next, ",") || is(tokens, next, "FROM")) {
                tokens.add(i + 1, new Token(" AS ", false, false));
                tokens.add(i + 2, new Token(write.apply(from), false, false));
                i += 2;
            } else if (is(tokens, next, "AS") && isName(tokens, beside(tokens, next, 1), to)) {
                tokens.subList(i + 1, beside(tokens, next, 1) + 1).clear();
            }
        }
    }

    private static int beforeQualifiers(List<Token> tokens, int index) {
        int previous = beside(tokens, index, -1);
        while (is(tokens, previous, ".")) {
            previous = beside(tokens, beside(tokens, previous, -1), -1);
        }
        return previous;
    }

    private static boolean startsItem(List<Token> tokens, int index) {
        int previous = beforeQualifiers(tokens, index);
        return is(tokens, previous, ",")
                || is(tokens, previous, "SELECT")
                || is(tokens, previous, "DISTINCT");
    }

    @Override
    public Expression renameValue(Expression expression, String from, String to) {
        String old = "'" + from.replace("'", "''") + "'";
        Token written = new Token("'" + to.replace("'", "''") + "'", false, false);
        return expression.mapText(
                text -> {
                    List<Token> tokens = tokens(text);
                    tokens.replaceAll(token -> token.text.equals(old) ? written : token);
                    return joined(tokens);
                });
    }

    private boolean isName(List<Token> tokens, int index, String name) {
        if (index < 0 || !tokens.get(index).word) {
            return false;
        }
        String word = tokens.get(index).text;
        char quote = word.charAt(0);
        if (quote != '"' && quote != '`') {
            return fold.apply(word).equals(name);
        }
        String doubled = String.valueOf(quote).repeat(2);
        return word.substring(1, word.length() - 1)
                .replace(doubled, String.valueOf(quote))
                .equals(name);
    }
}
