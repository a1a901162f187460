package dev.limbeck.schema;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Renames by words: strings, comments and dollar quotes are passed over. A column's name is changed
 * wherever it stands as a word of its own, an object's only where its schema's name or nothing
 * stands before it, and where it qualifies a column.
 */
final class WordNameRewriter implements NameRewriter {
    private static final String WORD = "\"(?:[^\"]|\"\")+\"|`[^`]+`|[\\p{L}_][\\p{L}\\p{N}_$]*+";
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?s)(?<skip>'(?:[^']|'')*+'|--[^\\n]*+|/\\*.*?\\*/|\\$(\\w*)\\$.*?\\$\\2\\$)"
                            + "|(?:(?<qualifier>"
                            + WORD
                            + ")\\s*\\.\\s*)?(?<name>"
                            + WORD
                            + ")");

    private final UnaryOperator<String> fold;
    private final UnaryOperator<String> write;

    WordNameRewriter(UnaryOperator<String> fold, UnaryOperator<String> write) {
        this.fold = fold;
        this.write = write;
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
        StringBuilder result = new StringBuilder();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String replacement = matcher.group();
            String name = matcher.group("name");
            if (name != null) {
                String qualifier = matcher.group("qualifier");
                if (isName(name, from.name()) && isSchema(qualifier, from.schema())) {
                    replacement = written;
                } else if (qualifier != null && isName(qualifier, from.name())) {
                    replacement = written + "." + name;
                }
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(result).toString();
    }

    private boolean isSchema(@Nullable String qualifier, String schema) {
        return qualifier == null ? schema.isEmpty() : isName(qualifier, schema);
    }

    @Override
    public Expression renameColumn(
            Expression expression, QualifiedName relation, String from, String to) {
        return expression.mapText(text -> renameColumn(text, from, to));
    }

    private String renameColumn(String text, String from, String to) {
        StringBuilder result = new StringBuilder();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String replacement = matcher.group();
            String name = matcher.group("name");
            if (name != null && isName(name, from)) {
                int prefix = matcher.start("name") - matcher.start();
                replacement = replacement.substring(0, prefix) + write.apply(to);
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(result).toString();
    }

    @Override
    public Expression renameValue(Expression expression, String from, String to) {
        String old = "'" + from.replace("'", "''") + "'";
        String written = "'" + to.replace("'", "''") + "'";
        return expression.mapText(
                text -> {
                    StringBuilder result = new StringBuilder();
                    Matcher matcher = TOKEN.matcher(text);
                    while (matcher.find()) {
                        String token = matcher.group();
                        matcher.appendReplacement(
                                result,
                                Matcher.quoteReplacement(token.equals(old) ? written : token));
                    }
                    return matcher.appendTail(result).toString();
                });
    }

    private boolean isName(String word, String name) {
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
