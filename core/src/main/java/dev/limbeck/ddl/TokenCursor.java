package dev.limbeck.ddl;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Suggestion;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Walks the tokens of one statement, blanks and comments left out.
 *
 * <p>It remembers which words were asked for at the farthest place looked at, so that what isn't
 * expected there can be answered with what was. Not thread-safe.
 */
public final class TokenCursor {
    private final String text;
    private final List<SqlToken> tokens;
    private final SqlToken end;
    private String statement = "this statement";
    private int index;
    private int farthest;
    private final Set<String> asked = new TreeSet<>();

    /** Begins before the first token of a text. */
    public TokenCursor(String text, SqlLexicon lexicon) {
        this.text = text;
        this.tokens = List.copyOf(SqlTokenizer.significant(text, lexicon));
        int last = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
        this.end = new SqlToken(SqlToken.Kind.WHITE_SPACE, "", last);
    }

    /** Says what messages call the statement: {@code CREATE TABLE}. */
    public void name(String words) {
        statement = words;
    }

    /** Returns the whole text. */
    public String text() {
        return text;
    }

    /** Returns the text between two offsets, blanks at its ends left out. */
    public String slice(int from, int to) {
        return text.substring(from, Math.max(from, to)).strip();
    }

    /** Returns the text of the whole statement, without what is behind its last token. */
    public String whole() {
        return tokens.isEmpty() ? "" : text.substring(tokens.get(0).offset(), end.offset());
    }

    public boolean atEnd() {
        return index >= tokens.size();
    }

    /** Returns the next token; behind the last one a blank of no length. */
    public SqlToken peek() {
        return peek(0);
    }

    /** Returns a token further on; behind the last one a blank of no length. */
    public SqlToken peek(int ahead) {
        int at = index + ahead;
        return at < tokens.size() ? tokens.get(at) : end;
    }

    /** Returns where the next token begins; at the end, where the last one ends. */
    public int offset() {
        return peek().offset();
    }

    /** Returns where the token before ends. */
    public int lastEnd() {
        return index == 0 ? 0 : tokens.get(index - 1).end();
    }

    /** Takes the next token, whatever it is. */
    public SqlToken next() {
        if (atEnd()) {
            throw unexpected();
        }
        return tokens.get(index++);
    }

    /** Returns the place of the next token, for {@link #go}. */
    public int mark() {
        return index;
    }

    /** Returns all tokens. */
    public List<SqlToken> tokens() {
        return tokens;
    }

    /** Goes to a place. */
    public void go(int mark) {
        index = mark;
    }

    /** Returns whether these words and symbols come next, in this order. */
    public boolean at(String... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (!matches(peek(i), expected[i])) {
                asked(index + i, expected[i]);
                return false;
            }
        }
        return true;
    }

    /** Returns whether one of these words or symbols comes next. */
    public boolean atAny(Set<String> expected) {
        SqlToken token = peek();
        boolean found =
                token.kind() == SqlToken.Kind.WORD
                        && expected.contains(token.text().toUpperCase(Locale.ROOT));
        if (!found) {
            expected.forEach(word -> asked(index, word));
        }
        return found;
    }

    /** Takes these words and symbols if they come next, in this order. */
    public boolean accept(String... expected) {
        boolean found = at(expected);
        if (found) {
            index += expected.length;
        }
        return found;
    }

    /** Takes these words and symbols, which must come next in this order. */
    public void expect(String... expected) {
        if (!accept(expected)) {
            throw unexpected();
        }
    }

    /** Takes a word that is not quoted and returns it in upper case. */
    public String word() {
        if (peek().kind() != SqlToken.Kind.WORD) {
            throw unexpected();
        }
        return next().text().toUpperCase(Locale.ROOT);
    }

    /** Requires that nothing is left. */
    public void requireEnd() {
        if (!atEnd()) {
            throw unexpected();
        }
    }

    private static boolean matches(SqlToken token, String expected) {
        return Character.isLetter(expected.charAt(0))
                ? token.is(expected)
                : token.isSymbol(expected);
    }

    private void asked(int at, String word) {
        if (at > farthest) {
            farthest = at;
            asked.clear();
        }
        if (at == farthest) {
            asked.add(word);
        }
    }

    /** Returns what to throw where the next token, or the farthest one looked at, doesn't fit. */
    public DdlSyntaxException unexpected() {
        int at = Math.max(index, Math.min(farthest, tokens.size()));
        SqlToken token = at < tokens.size() ? tokens.get(at) : end;
        Set<String> words = at == farthest ? asked : Set.of();
        String upper = token.text().toUpperCase(Locale.ROOT);
        boolean nearby = at == index || Suggestion.nearest(upper, words).isPresent();
        return nearby ? unexpected(token, words) : unexpected(peek(), Set.of());
    }

    private DdlSyntaxException unexpected(SqlToken token, Set<String> words) {
        if (token.text().isEmpty()) {
            return problem(token.offset(), statement + " ends too early", words);
        }
        Diagnostic diagnostic =
                Diagnostic.error(
                        ErrorCode.SYNTAX,
                        "'" + token.text() + "' is not expected here in " + statement);
        return Suggestion.hint(token.text().toUpperCase(Locale.ROOT), words)
                .map(hint -> new DdlSyntaxException(token.offset(), diagnostic.withHint(hint)))
                .orElseGet(() -> new DdlSyntaxException(token.offset(), diagnostic));
    }

    private static DdlSyntaxException problem(int offset, String message, Set<String> words) {
        Diagnostic diagnostic = Diagnostic.error(ErrorCode.SYNTAX, message);
        return new DdlSyntaxException(
                offset,
                words.size() == 1
                        ? diagnostic.withHint("expected is " + words.iterator().next())
                        : diagnostic);
    }

    /** Returns what to throw for something wrong at a place. */
    public DdlSyntaxException problem(int offset, String message) {
        return new DdlSyntaxException(offset, Diagnostic.error(ErrorCode.SYNTAX, message));
    }
}
