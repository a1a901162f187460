package dev.limbeck.expression;

import dev.limbeck.expression.Node.Cast;
import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Literal;
import dev.limbeck.expression.Node.LiteralKind;
import dev.limbeck.expression.Node.Name;
import dev.limbeck.expression.Node.Nested;
import dev.limbeck.expression.Node.Raw;
import dev.limbeck.expression.Node.Shape;
import dev.limbeck.expression.Node.Star;
import dev.limbeck.expression.SqlGrammar.Strength;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads expressions, by the binding strength of their operators. */
final class ExpressionParser {
    /** Words that begin a type which a string may follow though more words stand between. */
    private static final Set<String> LONG_TYPES =
            Set.of(
                    "TIMESTAMP",
                    "TIME",
                    "DOUBLE",
                    "CHARACTER",
                    "BIT",
                    "NUMERIC",
                    "DECIMAL",
                    "VARCHAR",
                    "CHAR",
                    "INTERVAL");

    private final TokenCursor cursor;
    private final TypeParser types;
    private final CallParser calls;
    private final OperatorParser operators;

    ExpressionParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.types = new TypeParser(cursor);
        this.calls = new CallParser(cursor, this);
        this.operators = new OperatorParser(cursor, this);
    }

    /** Reads a text that is one expression; all of it is one leaf where it isn't understood. */
    static Node parse(String text, SqlGrammar grammar) {
        TokenCursor cursor = TokenCursor.over(text, grammar);
        try {
            Node node = new ExpressionParser(cursor).expression();
            if (cursor.atEnd()) {
                return node;
            }
        } catch (NotUnderstoodException e) {
            // told by the leaf that comes back
        }
        return raw(text, grammar);
    }

    static Node raw(String text, SqlGrammar grammar) {
        TokenCursor all = TokenCursor.over(text, grammar);
        while (!all.atEnd()) {
            all.next();
        }
        return new Raw(all.raw(0));
    }

    TypeParser types() {
        return types;
    }

    CallParser calls() {
        return calls;
    }

    Node expression() {
        return expression(Strength.OR);
    }

    /** Reads as far as operators bind at least so tightly. */
    Node expression(Strength least) {
        cursor.enter();
        Node left = operand();
        Node longer = operators.extend(left, least);
        while (longer != left) {
            left = longer;
            longer = operators.extend(left, least);
        }
        cursor.leave();
        return left;
    }

    private Node operand() {
        SqlToken token = cursor.peek();
        return switch (token.kind()) {
            case NUMBER -> Literal.number(cursor.next().text());
            case STRING -> string();
            case SYMBOL -> symbol(token);
            case WORD -> word();
            case QUOTED_IDENTIFIER -> nameOrCall();
            default -> throw cursor.notUnderstood();
        };
    }

    private Node string() {
        StringBuilder value = new StringBuilder();
        while (cursor.peek().kind() == Kind.STRING) {
            String text = cursor.next().text();
            if ("bBxX".indexOf(text.charAt(0)) >= 0) {
                return bits(text);
            }
            value.append(StringLiteral.value(text).orElseThrow(cursor::notUnderstood));
        }
        return Literal.string(value.toString());
    }

    private static Node bits(String text) {
        String digits = text.substring(2, text.length() - 1);
        StringBuilder bits = new StringBuilder();
        if (Character.toLowerCase(text.charAt(0)) == 'b') {
            bits.append(digits);
        } else {
            for (int i = 0; i < digits.length(); i++) {
                int digit = Character.digit(digits.charAt(i), 16);
                String four = Integer.toBinaryString(16 + digit);
                bits.append(four.substring(1));
            }
        }
        return new Cast(Literal.string(bits.toString()), SqlType.of("bit"));
    }

    private Node symbol(SqlToken token) {
        if (cursor.acceptSymbol("(")) {
            return enclosed();
        }
        if (cursor.acceptSymbol("*")) {
            return new Star(List.of(), cursor.place());
        }
        if (cursor.acceptSymbol("-")) {
            Node operand = expression(Strength.SIGN);
            if (operand instanceof Literal number
                    && number.kind() == LiteralKind.NUMBER
                    && !number.value().startsWith("-")) {
                return Literal.number("-" + number.value());
            }
            return new Form(Shape.PREFIX, "-", List.of(operand));
        }
        if (cursor.acceptSymbol("+")) {
            return expression(Strength.SIGN);
        }
        if (cursor.grammar().strength(token.text()).filter(Strength.OTHER::equals).isPresent()) {
            cursor.next();
            return new Form(
                    Shape.PREFIX, token.text(), List.of(expression(Strength.OTHER.tighter())));
        }
        throw cursor.notUnderstood();
    }

    /** Reads what stands in parentheses, the opening one read: a query, a row, an expression. */
    private Node enclosed() {
        int start = cursor.mark();
        if (atQuery()) {
            try {
                QueryTree query = query();
                if (cursor.acceptSymbol(")")) {
                    return new Nested(query);
                }
            } catch (NotUnderstoodException e) {
                // tried as an expression below
            }
            cursor.reset(start);
        }
        try {
            List<Node> items = list();
            cursor.expectSymbol(")");
            return items.size() == 1 ? items.get(0) : new Form(Shape.ROW, "", items);
        } catch (NotUnderstoodException e) {
            cursor.reset(start);
            String text = cursor.rawToClosing();
            cursor.expectSymbol(")");
            return new Raw("( " + text + " )");
        }
    }

    /** Returns whether a query comes next, in whatever number of parentheses. */
    boolean atQuery() {
        int ahead = 0;
        while (cursor.peek(ahead).isSymbol("(")) {
            ahead++;
        }
        String word = cursor.word(ahead);
        return word.equals("SELECT")
                || word.equals("VALUES")
                || (ahead == 0 && (word.equals("WITH") || word.equals("TABLE")))
                || (ahead > 0 && word.equals("WITH"));
    }

    QueryTree query() {
        return new QueryParser(cursor, this).query();
    }

    List<Node> list() {
        List<Node> items = new ArrayList<>();
        do {
            items.add(expression());
        } while (cursor.acceptSymbol(","));
        return items;
    }

    private Node word() {
        switch (cursor.word()) {
            case "NOT":
                cursor.next();
                return Form.of(Shape.NOT, expression(Strength.NOT));
            case "NULL":
                cursor.next();
                return new Literal(LiteralKind.NULL, "NULL");
            case "TRUE":
            case "FALSE":
                String value = cursor.word().toLowerCase(Locale.ROOT);
                cursor.next();
                return new Literal(LiteralKind.BOOLEAN, value);
            case "CASE":
                cursor.next();
                return caseForm();
            case "ARRAY":
                return array();
            case "EXISTS":
                cursor.next();
                cursor.expectSymbol("(");
                QueryTree query = query();
                cursor.expectSymbol(")");
                return Form.of(Shape.EXISTS, new Nested(query));
            case "ROW":
                if (cursor.peek(1).isSymbol("(")) {
                    cursor.next();
                    cursor.next();
                    List<Node> items = cursor.atSymbol(")") ? List.of() : list();
                    cursor.expectSymbol(")");
                    return new Form(Shape.ROW, "", items);
                }
                return nameOrCall();
            default:
                return typedString();
        }
    }

    private Node typedString() {
        boolean likely = cursor.peek(1).kind() == Kind.STRING || LONG_TYPES.contains(cursor.word());
        if (!likely) {
            return nameOrCall();
        }
        int start = cursor.mark();
        try {
            SqlType type = types.read();
            if (cursor.peek().kind() == Kind.STRING && string() instanceof Literal literal) {
                SqlType narrowed = type.is("interval") ? withFields(type) : type;
                return new Cast(literal, narrowed);
            }
        } catch (NotUnderstoodException e) {
            // tried as a name below
        }
        cursor.reset(start);
        return nameOrCall();
    }

    /** Reads the fields behind an interval's string. */
    private SqlType withFields(SqlType type) {
        String fields = types.fields(type.modifiers());
        return type.withModifiers(fields);
    }

    private Node caseForm() {
        List<Node> operands = new ArrayList<>();
        String detail = "";
        if (!cursor.at("WHEN")) {
            operands.add(expression());
            detail = "OF";
        }
        while (cursor.accept("WHEN")) {
            operands.add(expression());
            cursor.expect("THEN");
            operands.add(expression());
        }
        if (cursor.accept("ELSE")) {
            operands.add(expression());
        } else {
            operands.add(new Literal(LiteralKind.NULL, "NULL"));
        }
        cursor.expect("END");
        return new Form(Shape.CASE, detail, operands);
    }

    private Node array() {
        cursor.next();
        if (cursor.acceptSymbol("(")) {
            QueryTree query = query();
            cursor.expectSymbol(")");
            return Form.of(Shape.ARRAY_OF, new Nested(query));
        }
        cursor.expectSymbol("[");
        return arrayItems();
    }

    private Node arrayItems() {
        List<Node> items = new ArrayList<>();
        while (!cursor.atSymbol("]")) {
            items.add(cursor.acceptSymbol("[") ? arrayItems() : expression());
            if (!cursor.acceptSymbol(",") && !cursor.atSymbol("]")) {
                throw cursor.notUnderstood();
            }
        }
        cursor.expectSymbol("]");
        return new Form(Shape.ARRAY, "", items);
    }

    private Node nameOrCall() {
        String special = cursor.peek().kind() == Kind.WORD ? cursor.word() : "";
        String function = cursor.grammar().callsWithoutParentheses().get(special);
        if (function != null && !cursor.peek(1).isSymbol(".")) {
            return calls.withoutParentheses(function);
        }
        if (!special.isEmpty()
                && cursor.peek(1).isSymbol("(")
                && CallParser.SPECIAL.contains(special)) {
            return calls.special(special);
        }
        int start = cursor.mark();
        List<String> path = cursor.path();
        if (cursor.acceptSymbol("(")) {
            return calls.call(path);
        }
        if (cursor.atSymbol(".") && cursor.peek(1).isSymbol("*")) {
            cursor.next();
            cursor.next();
            return new Star(path, cursor.place(start));
        }
        return new Name(path, cursor.place());
    }
}
