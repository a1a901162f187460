package dev.limbeck.expression;

import dev.limbeck.expression.Node.Call;
import dev.limbeck.expression.Node.CallTail;
import dev.limbeck.expression.Node.Cast;
import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Literal;
import dev.limbeck.expression.Node.Shape;
import dev.limbeck.expression.Node.SortItem;
import dev.limbeck.expression.Node.Window;
import dev.limbeck.expression.SqlGrammar.Strength;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads calls of functions, those with a grammar of their own among them. */
final class CallParser {
    /** Words that before a parenthesis have a grammar of their own. */
    static final Set<String> SPECIAL =
            Set.of("CAST", "EXTRACT", "POSITION", "SUBSTRING", "TRIM", "OVERLAY");

    private static final Set<String> FRAME_UNITS = Set.of("ROWS", "RANGE", "GROUPS");

    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    CallParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** Reads {@code CURRENT_TIMESTAMP}, perhaps with a precision. */
    Node withoutParentheses(String function) {
        cursor.next();
        List<Node> arguments = List.of();
        if (cursor.acceptSymbol("(")) {
            if (!cursor.atSymbol(")")) {
                arguments = List.of(expressions.expression());
            }
            cursor.expectSymbol(")");
        }
        return Call.of(function, arguments);
    }

    Node special(String word) {
        cursor.next();
        cursor.next();
        Node node =
                switch (word) {
                    case "CAST" -> cast();
                    case "EXTRACT" -> extract();
                    case "POSITION" -> position();
                    case "SUBSTRING" -> substring();
                    case "TRIM" -> trim();
                    default -> overlay();
                };
        cursor.expectSymbol(")");
        return node;
    }

    private Node cast() {
        Node operand = expressions.expression();
        cursor.expect("AS");
        return new Cast(operand, expressions.types().read());
    }

    private Node extract() {
        SqlToken field = cursor.next();
        String name =
                field.kind() == Kind.STRING
                        ? StringLiteral.value(field.text()).orElseThrow(cursor::notUnderstood)
                        : field.text();
        cursor.expect("FROM");
        Node source = expressions.expression();
        return Call.of("extract", List.of(Literal.string(name.toLowerCase(Locale.ROOT)), source));
    }

    private Node position() {
        Node part = expressions.expression(Strength.OTHER);
        cursor.expect("IN");
        Node whole = expressions.expression();
        return Call.of("position", List.of(whole, part));
    }

    private Node substring() {
        List<Node> arguments = new ArrayList<>(expressions.list());
        if (cursor.accept("SIMILAR")) {
            arguments.add(expressions.expression());
            cursor.expect("ESCAPE");
            arguments.add(expressions.expression());
            return Call.of("substring", arguments);
        }
        boolean from = cursor.accept("FROM");
        if (from) {
            arguments.add(expressions.expression());
        }
        if (cursor.accept("FOR")) {
            if (!from) {
                arguments.add(Literal.number("1"));
            }
            arguments.add(expressions.expression());
        }
        return Call.of("substring", arguments);
    }

    private Node trim() {
        String function = "btrim";
        if (cursor.accept("LEADING")) {
            function = "ltrim";
        } else if (cursor.accept("TRAILING")) {
            function = "rtrim";
        } else {
            cursor.accept("BOTH");
        }
        List<Node> characters = cursor.at("FROM") ? List.of() : expressions.list();
        if (!cursor.accept("FROM")) {
            return Call.of(function, characters);
        }
        List<Node> arguments = new ArrayList<>(expressions.list());
        arguments.addAll(characters);
        return Call.of(function, arguments);
    }

    private Node overlay() {
        List<Node> arguments = new ArrayList<>(expressions.list());
        if (cursor.accept("PLACING")) {
            arguments.add(expressions.expression());
            cursor.expect("FROM");
            arguments.add(expressions.expression());
            if (cursor.accept("FOR")) {
                arguments.add(expressions.expression());
            }
        }
        return Call.of("overlay", arguments);
    }

    /** Reads a call whose name and opening parenthesis are read. */
    Node call(List<String> path) {
        String words = "";
        List<Node> arguments = new ArrayList<>();
        List<SortItem> order = List.of();
        if (cursor.accept("DISTINCT")) {
            words = "DISTINCT";
        } else {
            cursor.accept("ALL");
        }
        while (!cursor.atSymbol(")")) {
            if (cursor.accept("VARIADIC")) {
                words = "VARIADIC";
            }
            arguments.add(argument());
            if (cursor.accept("ORDER", "BY")) {
                order = sortItems();
                break;
            }
            if (!cursor.acceptSymbol(",")) {
                break;
            }
        }
        cursor.expectSymbol(")");
        return new Call(cursor.grammar().withoutIdleSchema(path), arguments, tail(words, order));
    }

    private Node argument() {
        boolean named =
                cursor.atName() && (cursor.peek(1).isSymbol("=>") || cursor.peek(1).isSymbol(":="));
        if (!named) {
            return expressions.expression();
        }
        String name = cursor.name();
        cursor.next();
        return new Form(Shape.NAMED, name, List.of(expressions.expression()));
    }

    private CallTail tail(String words, List<SortItem> order) {
        List<SortItem> within = List.of();
        if (cursor.accept("WITHIN", "GROUP")) {
            cursor.expectSymbol("(");
            cursor.expect("ORDER", "BY");
            within = sortItems();
            cursor.expectSymbol(")");
        }
        Optional<Node> filter = Optional.empty();
        if (cursor.at("FILTER") && cursor.peek(1).isSymbol("(")) {
            cursor.next();
            cursor.next();
            cursor.expect("WHERE");
            filter = Optional.of(expressions.expression());
            cursor.expectSymbol(")");
        }
        Optional<Window> over = Optional.empty();
        if (cursor.accept("OVER")) {
            over =
                    Optional.of(
                            cursor.acceptSymbol("(")
                                    ? window()
                                    : new Window(cursor.name(), List.of(), List.of(), "="));
        }
        return new CallTail(words, order, within, filter, over);
    }

    /** Reads a window whose opening parenthesis is read, and the closing one. */
    Window window() {
        boolean based =
                cursor.atName()
                        && !cursor.at("PARTITION", "BY")
                        && !cursor.at("ORDER", "BY")
                        && !FRAME_UNITS.contains(cursor.word());
        String base = based ? cursor.name() : "";
        List<Node> partition = cursor.accept("PARTITION", "BY") ? expressions.list() : List.of();
        List<SortItem> order = cursor.accept("ORDER", "BY") ? sortItems() : List.of();
        String frame = cursor.rawToClosing().toUpperCase(Locale.ROOT);
        cursor.expectSymbol(")");
        return new Window(base, partition, order, frame(frame));
    }

    /** Makes a frame uniform: the words that may be left out are there. */
    private static String frame(String raw) {
        if (raw.isEmpty()) {
            return "";
        }
        String frame = raw.replace(" EXCLUDE NO OTHERS", "");
        int space = frame.indexOf(' ');
        if (!frame.startsWith("BETWEEN ", space + 1)) {
            String exclude = "";
            int at = frame.indexOf(" EXCLUDE ");
            if (at >= 0) {
                exclude = frame.substring(at);
                frame = frame.substring(0, at);
            }
            frame =
                    frame.substring(0, space)
                            + " BETWEEN"
                            + frame.substring(space)
                            + " AND CURRENT ROW"
                            + exclude;
        }
        return frame.equals("RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW") ? "" : frame;
    }

    /** Reads what a sort goes by; the words {@code ORDER BY} are read. */
    List<SortItem> sortItems() {
        List<SortItem> items = new ArrayList<>();
        do {
            Node key = expressions.expression();
            String operator = "";
            boolean descending = false;
            if (cursor.accept("USING")) {
                operator = cursor.next().text();
            } else if (cursor.accept("DESC")) {
                descending = true;
            } else {
                cursor.accept("ASC");
            }
            boolean firstByDefault = cursor.grammar().nullsSortHigh() == descending;
            String nulls = "";
            if (cursor.accept("NULLS", "FIRST")) {
                nulls = firstByDefault ? "" : "FIRST";
            } else if (cursor.accept("NULLS", "LAST")) {
                nulls = firstByDefault ? "LAST" : "";
            }
            items.add(new SortItem(key, descending, operator, nulls));
        } while (cursor.acceptSymbol(","));
        return items;
    }
}
