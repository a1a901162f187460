package dev.limbeck.mysql.normal;

import dev.limbeck.mysql.text.MySqlLexicon;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Spells an expression or a query of MySQL or MariaDB in words that the shared reader of
 * expressions knows: names in double quotes, strings in single ones and without a character set,
 * operators that are words as symbols, functions for what has a grammar of its own. What both
 * servers make of a text is undone, so that it doesn't matter who wrote it.
 */
final class NeutralText {
    /** Words that before parentheses are no function. */
    private static final Set<String> NO_FUNCTIONS =
            words(
                    "IN AND OR NOT XOR BETWEEN LIKE ON USING FROM WHERE SELECT BY AS JOIN EXISTS ANY"
                            + " ALL SOME WHEN THEN ELSE CASE HAVING LIMIT UNION EXCEPT INTERSECT VALUES"
                            + " DIV REGEXP RLIKE OVER PARTITION IS WITH TABLE DISTINCT ROW COLLATE"
                            + " ESCAPE RETURN EXTRACT TRIM SUBSTRING SEPARATOR LATERAL");

    private static final Set<String> UNITS =
            words(
                    "MICROSECOND SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR SECOND_MICROSECOND"
                            + " MINUTE_MICROSECOND MINUTE_SECOND HOUR_MICROSECOND HOUR_SECOND"
                            + " HOUR_MINUTE DAY_MICROSECOND DAY_SECOND DAY_MINUTE DAY_HOUR YEAR_MONTH");

    private static final String[] AFTER_SOURCE = {
        "ON",
        "USING",
        "JOIN",
        "INNER",
        "LEFT",
        "RIGHT",
        "CROSS",
        "NATURAL",
        "STRAIGHT_JOIN",
        "WHERE",
        "GROUP",
        "ORDER",
        "HAVING",
        "LIMIT",
        "UNION",
        "EXCEPT",
        "INTERSECT",
        ",",
        "WINDOW"
    };

    /**
     * Symbols and words that mean another; for some a symbol stands that the servers don't have.
     */
    private static final Map<String, String> OPERATORS =
            Map.of("&&", "AND", "||", "OR", "!", "NOT", "XOR", "^=", "DIV", "~=", ":=", ":=");

    private final Map<String, String> columns;

    /**
     * @param columns the names of the columns in reach as they are spelled, by their lower-case
     *     form
     */
    NeutralText(Map<String, String> columns) {
        this.columns = Map.copyOf(columns);
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    /** Returns a text in other words. */
    String of(String text) {
        return write(Memberships.plain(Piece.of(text, MySqlLexicon.LEXICON)));
    }

    private String write(List<Piece> pieces) {
        List<String> out = new ArrayList<>();
        boolean inFrom = false;
        int i = 0;
        while (i < pieces.size()) {
            Piece piece = pieces.get(i);
            inFrom = inFrom(piece, inFrom);
            i = inFrom ? source(pieces, i, out) : value(pieces, i, out);
        }
        return String.join(" ", out);
    }

    private static boolean inFrom(Piece piece, boolean before) {
        if (piece.is("FROM")) {
            return true;
        }
        boolean over =
                piece.is("WHERE")
                        || piece.is("GROUP")
                        || piece.is("ORDER")
                        || piece.is("HAVING")
                        || piece.is("LIMIT")
                        || piece.is("UNION")
                        || piece.is("EXCEPT")
                        || piece.is("INTERSECT")
                        || piece.is("WINDOW");
        return before && !over;
    }

    /** A join without a condition crosses, however it is written. */
    private int source(List<Piece> pieces, int at, List<String> out) {
        Piece piece = pieces.get(at);
        if (piece.is(",")) {
            out.add("CROSS JOIN");
            return at + 1;
        }
        boolean plain =
                piece.is("JOIN")
                        || piece.is("INNER")
                        || piece.is("CROSS")
                        || piece.is("STRAIGHT_JOIN");
        if (plain && !isSided(pieces, at)) {
            int behind = piece.is("INNER") || piece.is("CROSS") ? at + 2 : at + 1;
            int next = Piece.find(pieces, behind, AFTER_SOURCE);
            boolean conditional =
                    next >= 0 && (pieces.get(next).is("ON") || pieces.get(next).is("USING"));
            out.add(conditional ? "JOIN" : "CROSS JOIN");
            return behind;
        }
        if (piece.isGroup() && isJoin(piece.content())) {
            List<Piece> inside = new ArrayList<>(piece.content());
            out.add("(" + joined(inside) + ")");
            return at + 1;
        }
        return value(pieces, at, out);
    }

    private static boolean isSided(List<Piece> pieces, int at) {
        return at > 0
                && pieces.get(at).is("JOIN")
                && (pieces.get(at - 1).is("LEFT")
                        || pieces.get(at - 1).is("RIGHT")
                        || pieces.get(at - 1).is("OUTER")
                        || pieces.get(at - 1).is("NATURAL"));
    }

    private static boolean isJoin(List<Piece> inside) {
        return !inside.isEmpty() && !inside.get(0).is("SELECT") && !inside.get(0).is("WITH");
    }

    private String joined(List<Piece> inside) {
        List<String> out = new ArrayList<>();
        int i = 0;
        while (i < inside.size()) {
            i = source(inside, i, out);
        }
        return String.join(" ", out);
    }

    /** Writes one piece, or several that belong together, and returns where to go on. */
    private int value(List<Piece> pieces, int at, List<String> out) {
        Piece piece = pieces.get(at);
        boolean more = at + 1 < pieces.size();
        if (piece.isGroup()) {
            List<Piece> inside = piece.content();
            boolean exists = at > 0 && pieces.get(at - 1).is("EXISTS");
            inside = exists ? withoutLimit(inside) : inside;
            // MySQL writes a negative number as -(1).
            boolean negated = at > 0 && pieces.get(at - 1).is("-") && isNumber(inside);
            out.add(negated ? write(inside) : "(" + write(inside) + ")");
            return at + 1;
        }
        if (isIntroducer(piece) && more && isLiteral(pieces.get(at + 1))) {
            return at + 1;
        }
        if (piece.isString()) {
            out.add(string(piece.token().text()));
            return at + 1;
        }
        if (piece.is("->") || piece.is("->>")) {
            return path(pieces, at, out);
        }
        if (piece.is("GROUP") && rollup(pieces, at) > 0) {
            int end = rollup(pieces, at);
            out.add("GROUP BY ROLLUP (" + write(pieces.subList(at + 2, end)) + ")");
            return end + 2;
        }
        if (piece.is("NEXT") && isNextValue(pieces, at)) {
            out.add("\"nextval\" (");
            int next = name(pieces, at + 3, out);
            out.add(")");
            return next;
        }
        if (piece.is("INTERVAL") && more) {
            return interval(pieces, at, out);
        }
        if (piece.is("LIMIT")) {
            return limit(pieces, at, out);
        }
        if (piece.isName() && more && pieces.get(at + 1).isGroup() && isFunction(pieces, at)) {
            out.add(new NeutralCall(this).of(piece.name(), pieces.get(at + 1).content()));
            return at + 2;
        }
        if (piece.isName()) {
            return name(pieces, at, out);
        }
        String symbol = piece.token().text();
        out.add(OPERATORS.getOrDefault(symbol, symbol));
        return at + 1;
    }

    /** MariaDB looks no further than to the first row. */
    private static List<Piece> withoutLimit(List<Piece> query) {
        int end = query.size() - 2;
        boolean limited =
                end > 0
                        && query.get(end).is("LIMIT")
                        && query.get(end + 1).token().text().equals("1");
        return limited ? query.subList(0, end) : query;
    }

    private static boolean isNumber(List<Piece> pieces) {
        return pieces.size() == 1 && pieces.get(0).isNumber();
    }

    private static boolean isIntroducer(Piece piece) {
        return piece.token().kind() == SqlToken.Kind.WORD
                && piece.token().text().startsWith("_")
                && piece.token().text().length() > 1;
    }

    private static boolean isLiteral(Piece piece) {
        return piece.isString() || piece.token().text().matches("0[xXbB][0-9a-fA-F]+");
    }

    /** Returns where {@code WITH ROLLUP} ends a list that is grouped by; -1 where nothing does. */
    private static int rollup(List<Piece> pieces, int group) {
        int with = Piece.find(pieces, group, "WITH");
        boolean rolled = with > group + 2 && with + 1 < pieces.size();
        return rolled && pieces.get(with + 1).is("ROLLUP") ? with : -1;
    }

    private static boolean isNextValue(List<Piece> pieces, int at) {
        return at + 3 < pieces.size()
                && pieces.get(at + 1).is("VALUE")
                && pieces.get(at + 2).is("FOR");
    }

    /** Behind a value it is an operator, {@code MOD} for example; behind a point a column. */
    private static boolean isFunction(List<Piece> pieces, int at) {
        Piece piece = pieces.get(at);
        boolean quoted = piece.token().kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
        if (quoted) {
            return at == 0 || (!isEnd(pieces.get(at - 1)) && !pieces.get(at - 1).is("AS"));
        }
        boolean operator = piece.is("MOD") && at > 0 && isEnd(pieces.get(at - 1));
        boolean alias = at > 0 && pieces.get(at - 1).is("AS");
        return !operator && !alias && !NO_FUNCTIONS.contains(piece.upper());
    }

    private static boolean isEnd(Piece piece) {
        boolean value = piece.isGroup() || piece.isString();
        return value
                || piece.token().kind() == SqlToken.Kind.NUMBER
                || (piece.isName() && !NO_FUNCTIONS.contains(piece.upper()));
    }

    private static String string(String literal) {
        char first = Character.toLowerCase(literal.charAt(0));
        if (first == 'b' || first == 'x') {
            return first + literal.substring(1);
        }
        return quoted(MySqlStrings.value(literal));
    }

    static String quoted(String value) {
        return "'" + MySqlStrings.stored(value).replace("'", "''") + "'";
    }

    /** {@code a -> 'p'} is but another spelling of a call. */
    private int path(List<Piece> pieces, int at, List<String> out) {
        boolean unquoted = pieces.get(at).is("->>");
        String operand = out.remove(out.size() - 1);
        List<String> right = new ArrayList<>();
        int next = value(pieces, at + 1, right);
        String call = "\"json_extract\" (" + operand + ", " + String.join(" ", right) + ")";
        out.add(unquoted ? "\"json_unquote\" (" + call + ")" : call);
        return next;
    }

    private int interval(List<Piece> pieces, int at, List<String> out) {
        int unit = at + 1;
        while (unit < pieces.size() && !UNITS.contains(pieces.get(unit).upper())) {
            unit++;
        }
        if (unit == pieces.size()) {
            return name(pieces, at, out);
        }
        String amount = write(pieces.subList(at + 1, unit));
        String name = pieces.get(unit).upper().toLowerCase(Locale.ROOT);
        out.add("\"interval_of\" ((" + amount + "), " + quoted(name) + ")");
        return unit + 1;
    }

    /** {@code LIMIT 5, 10} passes over five. */
    private int limit(List<Piece> pieces, int at, List<String> out) {
        boolean pair = at + 3 < pieces.size() && pieces.get(at + 2).is(",");
        if (!pair) {
            out.add("LIMIT");
            return at + 1;
        }
        out.add("LIMIT " + pieces.get(at + 3).token().text());
        out.add("OFFSET " + pieces.get(at + 1).token().text());
        return at + 4;
    }

    /** Writes a name with what qualifies it as one word, so that what follows can take it whole. */
    private int name(List<Piece> pieces, int at, List<String> out) {
        Piece piece = pieces.get(at);
        boolean quoted = piece.token().kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
        boolean path = at + 1 < pieces.size() && pieces.get(at + 1).is(".");
        if (!quoted && !path) {
            out.add(word(piece));
            return at + 1;
        }
        StringBuilder text = new StringBuilder(identifier(piece, path));
        int i = at + 1;
        while (i + 1 < pieces.size() && pieces.get(i).is(".")) {
            Piece next = pieces.get(i + 1);
            boolean further = i + 2 < pieces.size() && pieces.get(i + 2).is(".");
            text.append('.').append(next.is("*") ? "*" : identifier(next, further));
            i += 2;
        }
        out.add(text.toString());
        return i;
    }

    private String identifier(Piece piece, boolean qualifies) {
        String name = piece.name();
        String known = qualifies ? name : columns.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        return "\"" + known.replace("\"", "\"\"") + "\"";
    }

    private String word(Piece piece) {
        String upper = piece.upper();
        if (upper.equals("TRUE")) {
            return "1";
        }
        if (upper.equals("FALSE")) {
            return "0";
        }
        if (upper.equals("MOD")) {
            return "%";
        }
        String operator = OPERATORS.get(upper);
        if (operator != null) {
            return operator;
        }
        String column = columns.get(piece.token().text().toLowerCase(Locale.ROOT));
        return column == null ? piece.token().text() : "\"" + column.replace("\"", "\"\"") + "\"";
    }

    /** Writes the arguments of a call, or what else stands in parentheses. */
    String inside(List<Piece> pieces) {
        return write(pieces);
    }
}
