package dev.limbeck.postgres.normal;

import dev.limbeck.postgres.definition.Definition;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.text.PostgresText;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The normal form of the statement that makes an object which is not modelled. Of {@code CREATE
 * KIND name (option = value, …)} the options count, in whatever order; of a cast what stands behind
 * its types; of all else the tokens.
 */
final class NormalStatement {
    private static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "procedure", "function",
                    "sfunc1", "sfunc",
                    "stype1", "stype",
                    "initcond1", "initcond");

    private final List<SqlToken> tokens;

    private NormalStatement(String source) {
        this.tokens =
                SqlTokenizer.significant(source, PostgresLexicon.LEXICON).stream()
                        .filter(token -> !token.isSymbol(";"))
                        .toList();
    }

    /** Returns the statement of an object with its normal form. */
    static Expression of(OpaqueObject object) {
        Expression text = object.definition();
        Optional<Definition> known = Definition.of(object);
        if (known.isPresent()) {
            return text.withCanonical(known.get().canonical());
        }
        NormalStatement statement = new NormalStatement(text.source());
        String canonical =
                object.type().equals("cast")
                        ? statement.words(statement.close(0) + 1)
                        : statement.optionsOrWords();
        return text.withCanonical(canonical);
    }

    /** Returns the index of the parenthesis that closes the first one after a place. */
    private int close(int from) {
        int open = from;
        while (open < tokens.size() && !tokens.get(open).isSymbol("(")) {
            open++;
        }
        return open == tokens.size() ? -1 : PostgresText.closing(tokens, open);
    }

    private String optionsOrWords() {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean opens = tokens.get(i).isSymbol("(") && PostgresTypes.isName(tokens.get(i + 1));
            if (opens && tokens.get(i + 2).isSymbol("=")) {
                int close = PostgresText.closing(tokens, i);
                return options(i + 1, close) + " " + words(close + 1);
            }
        }
        return words(0);
    }

    private String options(int from, int to) {
        Map<String, String> options = new TreeMap<>();
        int depth = 0;
        int start = from;
        for (int i = from; i <= to; i++) {
            SqlToken token = tokens.get(i);
            if (i == to || (depth == 0 && token.isSymbol(","))) {
                option(tokens.subList(start, i), options);
                start = i + 1;
            }
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        }
        return options.toString();
    }

    private static void option(List<SqlToken> written, Map<String, String> options) {
        String name = PostgresIdentifiers.INSTANCE.fold(written.get(0).text());
        List<SqlToken> value = written.size() > 2 ? written.subList(2, written.size()) : List.of();
        options.put(OTHER_NAMES.getOrDefault(name, name), value(value));
    }

    /** Returns a value: a name, a type or a string, quoted or not. */
    private static String value(List<SqlToken> tokens) {
        if (tokens.size() == 1 && tokens.get(0).kind() == Kind.STRING) {
            String text = tokens.get(0).text();
            return text.startsWith("'")
                    ? text.substring(1, text.length() - 1).replace("''", "'")
                    : text;
        }
        return PostgresTypes.read(tokens, 0)
                .filter(parsed -> parsed.end() == tokens.size())
                .map(parsed -> parsed.type().toString())
                .orElseGet(() -> words(tokens));
    }

    private String words(int from) {
        return words(tokens.subList(Math.min(from, tokens.size()), tokens.size()));
    }

    /** Returns tokens in lower case where they aren't quoted; the default schema isn't named. */
    private static String words(List<SqlToken> tokens) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.is("public") && i + 1 < tokens.size() && tokens.get(i + 1).isSymbol(".")) {
                i++;
            } else {
                words.add(
                        token.kind() == Kind.WORD
                                ? PostgresIdentifiers.INSTANCE.fold(token.text())
                                : token.text());
            }
        }
        return String.join(" ", words);
    }
}
