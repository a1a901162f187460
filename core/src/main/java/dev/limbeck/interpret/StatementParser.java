package dev.limbeck.interpret;

import dev.limbeck.dialect.SyntaxProfile;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.parser.TokenMgrException;

/**
 * Calls JSqlParser on one statement, around its known faults.
 *
 * <p>The parser is used directly, one instance a statement: the convenience class starts a thread
 * for each call. Complex parsing stays off, since it gives JSON operators the wrong precedence. The
 * end of the input is checked, since the parser stops at the first semicolon. Words it takes for
 * keywords though the database does not are quoted and tried again.
 */
final class StatementParser {
    private static final int MAX_REQUOTED_WORDS = 12;

    /** Words the parser refuses as names nearly everywhere, often at the statement's first word. */
    private static final Set<String> REFUSED_AS_NAMES =
            Set.of(
                    "CURRENT",
                    "FINAL",
                    "FORCE",
                    "IMPORT",
                    "PRIOR",
                    "SAMPLE",
                    "SEMI",
                    "SETTINGS",
                    "STATEMENT",
                    "UNKNOWN",
                    "USE");

    private final Dialect grammar;
    private final Set<String> reserved;
    private final char quote;
    private final Respelling respelling;

    StatementParser(SyntaxProfile profile) {
        grammar = Dialect.valueOf(profile.grammar());
        reserved = profile.reserved();
        respelling = new Respelling(profile.gaps());
        quote = grammar == Dialect.MYSQL || grammar == Dialect.MARIADB ? '`' : '"';
    }

    /**
     * Parses a statement.
     *
     * @param text the statement without its terminator
     * @param tokens its significant tokens, offsets in {@code text}
     */
    ParseOutcome parse(String text, List<SqlToken> tokens) {
        ParseOutcome outcome = spelled(text, tokens);
        if (!(outcome instanceof ParseOutcome.Rejected)) {
            return outcome;
        }
        return respelling
                .of(text, tokens)
                .map(other -> spelled(other.text(), other.tokens()))
                .filter(ParseOutcome.Parsed.class::isInstance)
                .orElse(outcome);
    }

    /** Returns whether a statement has something in it of which the parser knows nothing. */
    boolean isBeyond(List<SqlToken> tokens) {
        return respelling.isBeyond(tokens);
    }

    private ParseOutcome spelled(String written, List<SqlToken> tokens) {
        String text = withoutPrefixes(written, tokens);
        ParseOutcome first = attempt(text);
        if (!(first instanceof ParseOutcome.Rejected rejected) || rejected.lexical()) {
            return first;
        }
        Requoted some = new Requoted(text, tokens, quote);
        if (retryQuoted(some, rejected) instanceof ParseOutcome.Parsed parsed) {
            return some.placed(parsed);
        }
        Requoted refusedQuoted = new Requoted(text, tokens, quote);
        if (!refusedQuoted.quoteAll(REFUSED_AS_NAMES, reserved)) {
            return rejected;
        }
        return attempt(refusedQuoted.text()) instanceof ParseOutcome.Parsed parsed
                ? refusedQuoted.placed(parsed)
                : rejected;
    }

    /** The parser takes the prefix of a text in Unicode for a column. */
    private static String withoutPrefixes(String text, List<SqlToken> tokens) {
        StringBuilder changed = null;
        for (SqlToken token : tokens) {
            if (token.kind() == SqlToken.Kind.STRING
                    && token.text().regionMatches(true, 0, "U&", 0, 2)) {
                changed = changed == null ? new StringBuilder(text) : changed;
                changed.replace(token.offset(), token.offset() + 2, "  ");
            }
        }
        return changed == null ? text : changed.toString();
    }

    /** Quotes one suspicious word after the other, as long as that brings the parser further. */
    private ParseOutcome retryQuoted(Requoted requoted, ParseOutcome.Rejected original) {
        int reached = original.offset();
        for (int quoted = 0; quoted < MAX_REQUOTED_WORDS; quoted++) {
            ParseOutcome.Rejected further = null;
            for (int index : requoted.candidates(reached, reserved)) {
                requoted.quote(index);
                ParseOutcome outcome = attempt(requoted.text());
                if (!(outcome instanceof ParseOutcome.Rejected rejected)) {
                    return outcome;
                }
                int source = requoted.sourceOffset(rejected.offset());
                if (source > reached) {
                    reached = source;
                    further = rejected;
                    break;
                }
                requoted.unquote(index);
            }
            if (further == null) {
                return original;
            }
        }
        return original;
    }

    private ParseOutcome attempt(String text) {
        CCJSqlParser parser =
                new CCJSqlParser(new StringProvider(text))
                        .withDialect(grammar)
                        .withAllowComplexParsing(false);
        try {
            var tree = parser.Statement();
            Token next = parser.getToken(1);
            if (next.kind != CCJSqlParserConstants.EOF) {
                return rejectedAt(next, text);
            }
            return new ParseOutcome.Parsed(tree, IntUnaryOperator.identity(), Set.of());
        } catch (ParseException e) {
            Token culprit = e.currentToken == null ? null : e.currentToken.next;
            return culprit == null
                    ? new ParseOutcome.Rejected(0, "", true)
                    : rejectedAt(culprit, text);
        } catch (TokenMgrException | StackOverflowError e) {
            return new ParseOutcome.Rejected(0, "", true);
        } catch (RuntimeException e) {
            // JSqlParser 5.4 lets such things as NumberFormatException escape on valid SQL.
            return new ParseOutcome.Rejected(0, "", true);
        }
    }

    private static ParseOutcome rejectedAt(Token token, String text) {
        // The end-of-file token carries offset 0; offsets are 1-based.
        return token.kind == CCJSqlParserConstants.EOF
                ? new ParseOutcome.Rejected(text.length(), "", false)
                : new ParseOutcome.Rejected(
                        Math.max(0, token.absoluteBegin - 1), token.image, false);
    }

    /** A statement some of whose words have been put in quotes. */
    private static final class Requoted {
        private final String text;
        private final List<SqlToken> tokens;
        private final boolean[] quoted;
        private final char quote;

        Requoted(String text, List<SqlToken> tokens, char quote) {
            this.text = text;
            this.tokens = tokens;
            this.quoted = new boolean[tokens.size()];
            this.quote = quote;
        }

        /**
         * Returns the words worth quoting where the parser stopped: that token, then the one
         * before.
         */
        List<Integer> candidates(int offset, Set<String> reserved) {
            int at = tokens.size() - 1;
            while (at > 0 && tokens.get(at).offset() > offset) {
                at--;
            }
            List<Integer> found = new ArrayList<>();
            for (int index = at; index >= Math.max(1, at - 1); index--) {
                SqlToken token = tokens.get(index);
                if (token.kind() == SqlToken.Kind.WORD
                        && !quoted[index]
                        && !reserved.contains(token.text().toUpperCase(Locale.ROOT))) {
                    found.add(index);
                }
            }
            return found;
        }

        /** Quotes every one of some words; false where there is none. */
        boolean quoteAll(Set<String> words, Set<String> reserved) {
            boolean any = false;
            for (int index = 1; index < quoted.length; index++) {
                String word = tokens.get(index).text().toUpperCase(Locale.ROOT);
                if (tokens.get(index).kind() == SqlToken.Kind.WORD
                        && words.contains(word)
                        && !reserved.contains(word)) {
                    quoted[index] = true;
                    any = true;
                }
            }
            return any;
        }

        void quote(int index) {
            quoted[index] = true;
        }

        void unquote(int index) {
            quoted[index] = false;
        }

        String text() {
            StringBuilder result = new StringBuilder(text.length() + 16);
            int copied = 0;
            for (int index = 0; index < quoted.length; index++) {
                if (quoted[index]) {
                    SqlToken token = tokens.get(index);
                    result.append(text, copied, token.offset());
                    result.append(quote).append(token.text()).append(quote);
                    copied = token.end();
                }
            }
            return result.append(text, copied, text.length()).toString();
        }

        ParseOutcome.Parsed placed(ParseOutcome.Parsed parsed) {
            Set<String> words = new HashSet<>();
            for (int index = 0; index < quoted.length; index++) {
                if (quoted[index]) {
                    words.add(tokens.get(index).text());
                }
            }
            return new ParseOutcome.Parsed(parsed.tree(), this::sourceOffset, words);
        }

        int sourceOffset(int offset) {
            int source = offset;
            for (int index = 0; index < quoted.length; index++) {
                if (quoted[index]) {
                    if (tokens.get(index).offset() >= source) {
                        break;
                    }
                    source -= tokens.get(index).end() < source ? 2 : 1;
                }
            }
            return Math.max(0, source);
        }
    }
}
