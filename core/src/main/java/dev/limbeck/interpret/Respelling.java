package dev.limbeck.interpret;

import dev.limbeck.dialect.ParserGap;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Spells a statement as the parser knows it. What is replaced keeps its length, so that each
 * character stands where it stood.
 */
final class Respelling {
    /** What the standard knows and the parser does not. */
    private static final List<ParserGap> OF_THE_STANDARD =
            List.of(
                    ParserGap.overlooked("UPDATE [ ONLY ] <name>"),
                    ParserGap.overlooked("FROM [ ONLY ] <name>"),
                    ParserGap.respelled("WHERE [ CURRENT OF <name> ]", "1=1"),
                    ParserGap.unreadable("OVER ( <name> ROWS"),
                    ParserGap.unreadable("OVER ( <name> RANGE"),
                    ParserGap.unreadable("OVER ( <name> GROUPS"),
                    ParserGap.overlooked("OVER ( [ <name> ] ORDER BY"),
                    ParserGap.respelled("IS [ JSON ]", "NULL"),
                    ParserGap.respelled("IS NOT [ JSON ]", "NULL"),
                    ParserGap.respelled("SELECT [ ] FROM", "*"),
                    ParserGap.respelled("THEN [ DO NOTHING ]", "DELETE"),
                    ParserGap.overlooked("WHEN [ NOT ] MATCHED BY SOURCE"),
                    ParserGap.overlooked("MATCHED [ BY SOURCE ]"),
                    ParserGap.overlooked("MATCHED [ BY TARGET ]"),
                    ParserGap.overlooked("[ FETCH FIRST <number> ROWS ONLY ]"),
                    ParserGap.overlooked("[ FETCH FIRST ROW ONLY ]"),
                    ParserGap.overlooked("SEQUENCE [ IF NOT EXISTS ]"),
                    ParserGap.overlooked("[ RESTART IDENTITY ]"),
                    ParserGap.overlooked("[ CONTINUE IDENTITY ]"));

    /** Operators that no standard knows: geometric, of full text, of documents, of networks. */
    private static final Pattern RARE_OPERATOR =
            Pattern.compile(
                    "@|@@@?|@\\?|\\|/|\\|\\|/|!!|##?|<->|<#>|<=>|<\\+>|<<\\|?|\\|?>>|&<\\|?|\\|?&>|-\\|-|\\?[|&#-]|\\?-?\\|?\\||~=|>>=|<<=|<%|%>|<<%|%>>");

    /** Words behind which an operand begins. */
    private static final Set<String> BEFORE_OPERANDS =
            Set.of(
                    "SELECT",
                    "WHERE",
                    "AND",
                    "OR",
                    "NOT",
                    "ON",
                    "THEN",
                    "ELSE",
                    "WHEN",
                    "CASE",
                    "BY",
                    "HAVING",
                    "IN",
                    "LIKE",
                    "BETWEEN",
                    "DISTINCT",
                    "RETURNING",
                    "SET",
                    "VALUES");

    private final List<ParserGap> gaps;

    Respelling(List<ParserGap> own) {
        this.gaps = Stream.concat(own.stream(), OF_THE_STANDARD.stream()).toList();
    }

    /**
     * A statement as it is respelled.
     *
     * @param text what the parser reads
     * @param tokens its significant tokens
     */
    record Spelled(String text, List<SqlToken> tokens) {
        Spelled {
            tokens = List.copyOf(tokens);
        }
    }

    /** Where a pattern was found, and which part of it is replaced. */
    private record Match(int from, int to) {}

    /** Returns a statement with all that has another spelling in that; empty where nothing has. */
    Optional<Spelled> of(String text, List<SqlToken> tokens) {
        Spelled spelled = withoutMarks(text, tokens);
        for (ParserGap gap : gaps) {
            if (gap.respelled().isPresent()) {
                spelled = closed(gap, gap.respelled().get(), spelled);
            }
        }
        spelled = withPlainOperators(spelled);
        return spelled.text().equals(text) ? Optional.empty() : Optional.of(spelled);
    }

    /** Returns whether a statement has something in it that can't be put in another way. */
    boolean isBeyond(List<SqlToken> tokens) {
        return gaps.stream()
                .filter(gap -> gap.respelled().isEmpty())
                .anyMatch(
                        gap -> {
                            for (int at = 0; at < tokens.size(); at++) {
                                if (match(gap.pattern(), tokens, at).isPresent()) {
                                    return true;
                                }
                            }
                            return false;
                        });
    }

    /** What an executable comment holds is code. */
    private static Spelled withoutMarks(String text, List<SqlToken> tokens) {
        StringBuilder changed = new StringBuilder(text);
        List<SqlToken> kept = new ArrayList<>();
        for (SqlToken token : tokens) {
            if (token.kind() == SqlToken.Kind.EXECUTABLE_MARK) {
                blank(changed, token.offset(), token.end());
            } else {
                kept.add(token);
            }
        }
        return new Spelled(changed.toString(), kept);
    }

    /** An operator that only this server has is like any other, as far as names go. */
    private static Spelled withPlainOperators(Spelled before) {
        StringBuilder changed = new StringBuilder(before.text());
        List<SqlToken> tokens = before.tokens();
        for (int at = 1; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            if (token.kind() == SqlToken.Kind.SYMBOL
                    && RARE_OPERATOR.matcher(token.text()).matches()) {
                blank(changed, token.offset(), token.end());
                if (isOperand(tokens.get(at - 1))) {
                    changed.setCharAt(token.offset(), '+');
                }
            }
        }
        return new Spelled(changed.toString(), tokens);
    }

    /** Returns whether an operator behind a token stands between two operands. */
    private static boolean isOperand(SqlToken token) {
        return switch (token.kind()) {
            case STRING, NUMBER, PARAMETER, QUOTED_IDENTIFIER -> true;
            case SYMBOL -> token.text().equals(")") || token.text().equals("]");
            case WORD -> !BEFORE_OPERANDS.contains(token.text().toUpperCase(Locale.ROOT));
            default -> false;
        };
    }

    private static Spelled closed(ParserGap gap, String replacement, Spelled before) {
        Spelled spelled = before;
        for (int at = 0; at < spelled.tokens().size(); at++) {
            Optional<Match> match = match(gap.pattern(), spelled.tokens(), at);
            if (match.isPresent()) {
                spelled = replaced(spelled, match.get(), replacement);
            }
        }
        return spelled;
    }

    private static Spelled replaced(Spelled before, Match match, String replacement) {
        List<SqlToken> tokens = before.tokens();
        boolean between = match.from() == match.to();
        int start =
                between ? tokens.get(match.from() - 1).end() : tokens.get(match.from()).offset();
        int end = between ? tokens.get(match.to()).offset() : tokens.get(match.to() - 1).end();
        if (end - start < replacement.length()) {
            return before;
        }
        StringBuilder text = new StringBuilder(before.text());
        blank(text, start, end);
        text.replace(start, start + replacement.length(), replacement);
        List<SqlToken> kept = new ArrayList<>(tokens.subList(0, match.from()));
        if (!replacement.isEmpty()) {
            kept.add(new SqlToken(SqlToken.Kind.SYMBOL, replacement, start));
        }
        kept.addAll(tokens.subList(match.to(), tokens.size()));
        return new Spelled(text.toString(), kept);
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (!Character.isWhitespace(text.charAt(at))) {
                text.setCharAt(at, ' ');
            }
        }
    }

    private static Optional<Match> match(List<String> pattern, List<SqlToken> tokens, int start) {
        int at = start;
        int from = start;
        int to = start;
        for (String part : pattern) {
            if (part.equals("[")) {
                from = at;
            } else if (part.equals("]")) {
                to = at;
            } else {
                OptionalInt end = end(part, tokens, at);
                if (end.isEmpty()) {
                    return Optional.empty();
                }
                at = end.getAsInt();
            }
        }
        return Optional.of(new Match(from, to));
    }

    /** Returns where what a part of a pattern stands for ends; empty where it is not there. */
    private static OptionalInt end(String part, List<SqlToken> tokens, int at) {
        if (at >= tokens.size()) {
            return OptionalInt.empty();
        }
        SqlToken token = tokens.get(at);
        return switch (part) {
            case "<name>" -> name(tokens, at);
            case "<list>" -> list(tokens, at);
            case "<number>" -> one(token.kind() == SqlToken.Kind.NUMBER, at);
            case "<string>" -> one(token.kind() == SqlToken.Kind.STRING, at);
            case "<parameter>" -> one(token.kind() == SqlToken.Kind.PARAMETER, at);
            default -> one(token.is(part) || token.isSymbol(part), at);
        };
    }

    private static OptionalInt one(boolean there, int at) {
        return there ? OptionalInt.of(at + 1) : OptionalInt.empty();
    }

    private static OptionalInt name(List<SqlToken> tokens, int at) {
        if (!isName(tokens.get(at))) {
            return OptionalInt.empty();
        }
        int end = at + 1;
        while (end + 1 < tokens.size()
                && tokens.get(end).isSymbol(".")
                && isName(tokens.get(end + 1))) {
            end += 2;
        }
        return OptionalInt.of(end);
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
    }

    private static OptionalInt list(List<SqlToken> tokens, int at) {
        if (!tokens.get(at).isSymbol("(")) {
            return OptionalInt.empty();
        }
        int depth = 0;
        for (int end = at; end < tokens.size(); end++) {
            if (tokens.get(end).isSymbol("(")) {
                depth++;
            } else if (tokens.get(end).isSymbol(")")) {
                depth--;
                if (depth == 0) {
                    return OptionalInt.of(end + 1);
                }
            }
        }
        return OptionalInt.empty();
    }
}
