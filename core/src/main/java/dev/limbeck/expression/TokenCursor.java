package dev.limbeck.expression;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A place in a list of tokens, white space and comments left out. */
final class TokenCursor {
    private static final SqlToken END = new SqlToken(Kind.WHITE_SPACE, "", -1);

    /** Deeper nesting is not read: it would need more stack than there is. */
    private static final int DEEPEST = 150;

    private final SqlGrammar grammar;
    private final List<SqlToken> tokens;
    private int index;
    private int depth;

    private TokenCursor(SqlGrammar grammar, List<SqlToken> tokens) {
        this.grammar = grammar;
        this.tokens = tokens;
    }

    static TokenCursor over(String text, SqlGrammar grammar) {
        return new TokenCursor(
                grammar, new ArrayList<>(SqlTokenizer.significant(text, grammar.lexicon())));
    }

    SqlGrammar grammar() {
        return grammar;
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw notUnderstood();
        }
    }

    void leave() {
        depth--;
    }

    int mark() {
        return index;
    }

    void reset(int mark) {
        index = mark;
    }

    boolean atEnd() {
        return index >= tokens.size();
    }

    SqlToken peek() {
        return peek(0);
    }

    SqlToken peek(int ahead) {
        return index + ahead < tokens.size() ? tokens.get(index + ahead) : END;
    }

    SqlToken next() {
        SqlToken token = peek();
        if (atEnd()) {
            throw notUnderstood();
        }
        index++;
        return token;
    }

    /** Returns the next token's word in upper case; empty where it is no unquoted word. */
    String word() {
        return word(0);
    }

    String word(int ahead) {
        SqlToken token = peek(ahead);
        return token.kind() == Kind.WORD ? token.text().toUpperCase(Locale.ROOT) : "";
    }

    /** Returns whether these words come next. */
    boolean at(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean accept(String... words) {
        if (at(words)) {
            index += words.length;
            return true;
        }
        return false;
    }

    void expect(String... words) {
        if (!accept(words)) {
            throw notUnderstood();
        }
    }

    boolean atSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    boolean acceptSymbol(String symbol) {
        if (atSymbol(symbol)) {
            index++;
            return true;
        }
        return false;
    }

    /** Returns the place of the token read last. */
    Place place() {
        SqlToken token = tokens.get(index - 1);
        return new Place(token.offset(), token.end());
    }

    /** Returns the place of the tokens from a mark up to here. */
    Place place(int from) {
        return new Place(tokens.get(from).offset(), tokens.get(index - 1).end());
    }

    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw notUnderstood();
        }
    }

    /** Returns whether a word or quoted identifier that can be a name comes next. */
    boolean atName() {
        SqlToken token = peek();
        return token.kind() == Kind.QUOTED_IDENTIFIER
                || (token.kind() == Kind.WORD && !grammar.reservedWords().contains(word()));
    }

    /** Reads a name, reserved or not. */
    String anyName() {
        SqlToken token = next();
        return switch (token.kind()) {
            case WORD -> grammar.fold().apply(token.text());
            case QUOTED_IDENTIFIER -> unquoted(token.text());
            default -> throw notUnderstood();
        };
    }

    String name() {
        if (!atName()) {
            throw notUnderstood();
        }
        return anyName();
    }

    /** Reads a name with its qualifiers. */
    List<String> path() {
        List<String> path = new ArrayList<>();
        path.add(name());
        while (atSymbol(".") && isNamePart(peek(1))) {
            index++;
            path.add(anyName());
        }
        return path;
    }

    private static boolean isNamePart(SqlToken token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_IDENTIFIER;
    }

    private String unquoted(String text) {
        char first = text.charAt(0);
        char quote = first == '[' ? ']' : first;
        if (Character.isLetter(first)) {
            throw notUnderstood();
        }
        String inner = text.substring(1, text.length() - 1);
        return inner.replace(String.valueOf(quote).repeat(2), String.valueOf(quote));
    }

    /** Reads up to the parenthesis that closes the present one, which stays unread. */
    String rawToClosing() {
        int open = 0;
        int start = index;
        while (!atEnd()) {
            if (atSymbol("(") || atSymbol("[")) {
                open++;
            } else if (atSymbol(")") || atSymbol("]")) {
                if (open == 0) {
                    break;
                }
                open--;
            }
            index++;
        }
        return raw(start);
    }

    /** Returns the tokens from a mark up to here, one blank between any two, words folded. */
    String raw(int from) {
        StringJoiner text = new StringJoiner(" ");
        for (SqlToken token : tokens.subList(from, index)) {
            boolean word = token.kind() == Kind.WORD;
            text.add(word ? grammar.fold().apply(token.text()) : token.text());
        }
        return text.toString();
    }

    NotUnderstoodException notUnderstood() {
        return new NotUnderstoodException("at token " + index + ": " + peek().text());
    }
}
