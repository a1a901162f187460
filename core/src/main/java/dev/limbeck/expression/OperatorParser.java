package dev.limbeck.expression;

import dev.limbeck.expression.Node.Call;
import dev.limbeck.expression.Node.Cast;
import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Nested;
import dev.limbeck.expression.Node.Shape;
import dev.limbeck.expression.SqlGrammar.Strength;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what follows an operand: operators, tests, casts, subscripts. */
final class OperatorParser {
    private static final Set<String> TESTS = Set.of("NULL", "TRUE", "FALSE", "UNKNOWN", "DOCUMENT");
    private static final Set<String> QUANTIFIERS = Set.of("ANY", "SOME", "ALL");

    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    OperatorParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** Returns an operand with one operator more, or the same where none binds so tightly. */
    Node extend(Node left, Strength least) {
        SqlToken token = cursor.peek();
        return switch (token.kind()) {
            case SYMBOL -> symbol(left, token.text(), least);
            case WORD -> word(left, cursor.word(), least);
            default -> left;
        };
    }

    private Node symbol(Node left, String symbol, Strength least) {
        switch (symbol) {
            case "::":
                cursor.next();
                return new Cast(left, expressions.types().read());
            case "[":
                cursor.next();
                return subscript(left);
            case ".":
                cursor.next();
                return cursor.acceptSymbol("*")
                        ? Form.of(Shape.ALL_FIELDS, left)
                        : new Form(Shape.FIELD, cursor.anyName(), List.of(left));
            default:
                Optional<Strength> strength = cursor.grammar().strength(symbol);
                if (strength.isEmpty() || !strength.get().atLeast(least)) {
                    return left;
                }
                cursor.next();
                return binary(left, symbol, strength.get());
        }
    }

    private Node binary(Node left, String spelling, Strength strength) {
        String operator = cursor.grammar().operator(spelling);
        if (QUANTIFIERS.contains(cursor.word()) && cursor.peek(1).isSymbol("(")) {
            return quantified(left, operator);
        }
        return Form.binary(operator, left, expressions.expression(strength.tighter()));
    }

    private Node quantified(Node left, String operator) {
        Shape shape = cursor.word().equals("ALL") ? Shape.ALL : Shape.ANY;
        cursor.next();
        cursor.next();
        Node right =
                expressions.atQuery() ? new Nested(expressions.query()) : expressions.expression();
        cursor.expectSymbol(")");
        return new Form(shape, operator, List.of(left, right));
    }

    private Node subscript(Node left) {
        Node absent = Form.of(Shape.ABSENT);
        Node from = cursor.atSymbol(":") ? absent : expressions.expression();
        if (cursor.acceptSymbol("]")) {
            return new Form(Shape.SUBSCRIPT, "", List.of(left, from));
        }
        cursor.expectSymbol(":");
        Node to = cursor.atSymbol("]") ? absent : expressions.expression();
        cursor.expectSymbol("]");
        return new Form(Shape.SUBSCRIPT, ":", List.of(left, from, to));
    }

    private Node word(Node left, String word, Strength least) {
        switch (word) {
            case "AND":
                return joined(left, Shape.AND, Strength.AND, least);
            case "OR":
                return joined(left, Shape.OR, Strength.OR, least);
            case "IS":
                return Strength.IS.atLeast(least) ? is(left) : left;
            case "ISNULL":
            case "NOTNULL":
                if (!Strength.IS.atLeast(least)) {
                    return left;
                }
                cursor.next();
                return test(left, word.equals("NOTNULL") ? "NOT NULL" : "NULL");
            case "COLLATE":
                cursor.next();
                List<String> path = cursor.grammar().withoutIdleSchema(cursor.path());
                return new Form(Shape.COLLATE, String.join(".", path), List.of(left));
            case "AT":
                return Strength.AT_TIME_ZONE.atLeast(least) ? atZone(left) : left;
            case "OVERLAPS":
                return Strength.PATTERN.atLeast(least) ? overlaps(left) : left;
            case "OPERATOR":
                return Strength.OTHER.atLeast(least) ? named(left) : left;
            default:
                return pattern(left, least);
        }
    }

    private Node joined(Node left, Shape shape, Strength strength, Strength least) {
        if (!strength.atLeast(least)) {
            return left;
        }
        cursor.next();
        Node right = expressions.expression(strength.tighter());
        List<Node> operands = new ArrayList<>();
        if (left instanceof Form form && form.shape() == shape) {
            operands.addAll(form.operands());
        } else {
            operands.add(left);
        }
        operands.add(right);
        return new Form(shape, "", operands);
    }

    private static Node negated(boolean negative, Node node) {
        return negative ? Form.of(Shape.NOT, node) : node;
    }

    private static Node test(Node left, String what) {
        return new Form(Shape.IS, what, List.of(left));
    }

    private Node is(Node left) {
        cursor.next();
        boolean negative = cursor.accept("NOT");
        if (cursor.accept("DISTINCT", "FROM")) {
            Node right = expressions.expression(Strength.COMPARISON);
            return negated(negative, Form.of(Shape.DISTINCT, left, right));
        }
        String what = cursor.word();
        if (!TESTS.contains(what)) {
            throw cursor.notUnderstood();
        }
        cursor.next();
        // of a row, IS NOT NULL is more than not IS NULL
        return what.equals("NULL")
                ? test(left, negative ? "NOT NULL" : "NULL")
                : negated(negative, test(left, what));
    }

    private Node atZone(Node left) {
        if (cursor.accept("AT", "LOCAL")) {
            return Call.of("timezone", List.of(left));
        }
        cursor.expect("AT", "TIME", "ZONE");
        Node zone = expressions.expression(Strength.AT_TIME_ZONE.tighter());
        return Call.of("timezone", List.of(zone, left));
    }

    private Node overlaps(Node left) {
        cursor.next();
        Node right = expressions.expression(Strength.PATTERN.tighter());
        if (left instanceof Form one
                && right instanceof Form other
                && one.shape() == Shape.ROW
                && other.shape() == Shape.ROW) {
            List<Node> ends = new ArrayList<>(one.operands());
            ends.addAll(other.operands());
            return Call.of("overlaps", ends);
        }
        throw cursor.notUnderstood();
    }

    /** Reads {@code OPERATOR(pg_catalog.=)}, which names its operator in full. */
    private Node named(Node left) {
        cursor.next();
        cursor.expectSymbol("(");
        List<String> path = new ArrayList<>();
        while (cursor.peek().kind() != Kind.SYMBOL) {
            path.add(cursor.anyName());
            cursor.expectSymbol(".");
        }
        String symbol = cursor.next().text();
        path.add(symbol);
        cursor.expectSymbol(")");
        String spelling = String.join(".", cursor.grammar().withoutIdleSchema(path));
        return binary(left, spelling, Strength.OTHER);
    }

    private Node pattern(Node left, Strength least) {
        if (!Strength.PATTERN.atLeast(least)) {
            return left;
        }
        int start = cursor.mark();
        boolean negative = cursor.accept("NOT");
        if (cursor.accept("IN")) {
            return in(left, negative);
        }
        if (cursor.accept("BETWEEN")) {
            return between(left, negative);
        }
        if (cursor.accept("SIMILAR", "TO")) {
            return similar(left, negative);
        }
        String spelling = (negative ? "NOT " : "") + cursor.word();
        String operator = cursor.grammar().operatorNames().get(spelling);
        if (operator == null) {
            cursor.reset(start);
            return left;
        }
        cursor.next();
        if (QUANTIFIERS.contains(cursor.word()) && cursor.peek(1).isSymbol("(")) {
            return quantified(left, operator);
        }
        Node right = expressions.expression(Strength.PATTERN.tighter());
        if (cursor.accept("ESCAPE")) {
            Node escape = expressions.expression(Strength.PATTERN.tighter());
            right = Call.of("like_escape", List.of(right, escape));
        }
        return Form.binary(operator, left, right);
    }

    private Node in(Node left, boolean negative) {
        cursor.expectSymbol("(");
        List<Node> operands = new ArrayList<>();
        operands.add(left);
        if (expressions.atQuery()) {
            QueryTree query = expressions.query();
            cursor.expectSymbol(")");
            Node nested = new Nested(query);
            return negated(negative, new Form(Shape.ANY, "=", List.of(left, nested)));
        }
        operands.addAll(expressions.list());
        cursor.expectSymbol(")");
        return new Form(Shape.IN, negative ? "NOT" : "", operands);
    }

    private Node between(Node left, boolean negative) {
        boolean symmetric = cursor.accept("SYMMETRIC");
        cursor.accept("ASYMMETRIC");
        Node low = expressions.expression(Strength.OTHER);
        cursor.expect("AND");
        Node high = expressions.expression(Strength.PATTERN.tighter());
        String detail = (negative ? "NOT " : "") + (symmetric ? "SYMMETRIC" : "");
        return new Form(Shape.BETWEEN, detail.strip(), List.of(left, low, high));
    }

    private Node similar(Node left, boolean negative) {
        List<Node> pattern = new ArrayList<>();
        pattern.add(expressions.expression(Strength.PATTERN.tighter()));
        if (cursor.accept("ESCAPE")) {
            pattern.add(expressions.expression(Strength.PATTERN.tighter()));
        }
        return Form.binary(negative ? "!~" : "~", left, Call.of("similar_to_escape", pattern));
    }
}
