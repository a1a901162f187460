package dev.limbeck.expression;

import dev.limbeck.expression.Condition.Comparison;
import dev.limbeck.expression.Node.Cast;
import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Literal;
import dev.limbeck.expression.Node.LiteralKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes a predicate in normal form apart into its logic. */
final class ConditionReader {
    private static final Map<String, Comparison> COMPARISONS =
            Map.of(
                    "=", Comparison.EQUAL,
                    "<>", Comparison.NOT_EQUAL,
                    "<", Comparison.LESS,
                    "<=", Comparison.LESS_OR_EQUAL,
                    ">", Comparison.GREATER,
                    ">=", Comparison.GREATER_OR_EQUAL);

    /** Types whose values and constants are exact numbers. */
    private static final Set<SqlType> EXACT =
            Set.of(
                    SqlType.of("smallint"),
                    SqlType.of("integer"),
                    SqlType.of("bigint"),
                    SqlType.of("numeric"));

    /**
     * Types of which two constants in normal form that differ are two values, and whose equality is
     * that of their texts.
     */
    private static final Set<SqlType> WORDS =
            Set.of(SqlType.of("text"), SqlType.of("date"), SqlType.of("uuid"));

    private final NodeWriter writer;

    ConditionReader(NodeWriter writer) {
        this.writer = writer;
    }

    Condition read(Node node) {
        if (node instanceof Literal literal) {
            return constant(literal);
        }
        if (node instanceof Cast cast
                && cast.operand() instanceof Literal literal
                && literal.kind() == LiteralKind.NULL) {
            return constant(literal);
        }
        return node instanceof Form form ? form(form) : opaque(node);
    }

    private Condition constant(Literal literal) {
        return switch (literal.kind()) {
            case NULL -> new Condition.Constant(Optional.empty());
            case BOOLEAN -> new Condition.Constant(Optional.of(literal.value().equals("true")));
            default -> opaque(literal);
        };
    }

    private Condition opaque(Node node) {
        return new Condition.Opaque(writer.write(node));
    }

    private Condition form(Form form) {
        List<Node> operands = form.operands();
        return switch (form.shape()) {
            case AND -> new Condition.All(operands.stream().map(this::read).toList());
            case OR -> new Condition.Any(operands.stream().map(this::read).toList());
            case NOT -> new Condition.Not(read(form.first()));
            case IS -> is(form);
            case BINARY -> binary(form);
            default -> opaque(form);
        };
    }

    private Condition is(Form form) {
        return switch (form.detail()) {
            case "NULL" -> new Condition.IsNull(writer.write(form.first()));
            case "TRUE" -> new Condition.Is(read(form.first()), true);
            case "FALSE" -> new Condition.Is(read(form.first()), false);
            default -> opaque(form);
        };
    }

    private Condition binary(Form form) {
        Comparison comparison = COMPARISONS.get(form.detail());
        if (comparison == null) {
            return opaque(form);
        }
        Node left = form.first();
        Node right = form.operands().get(1);
        Optional<BigDecimal> number = number(right);
        if (number.isPresent() && !isNumber(left)) {
            return new Condition.Numeric(operand(left), comparison, number.get());
        }
        boolean equality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
        if (equality && right instanceof Literal flag && flag.kind() == LiteralKind.BOOLEAN) {
            boolean kept = flag.value().equals("true") == (comparison == Comparison.EQUAL);
            return kept ? read(left) : new Condition.Not(read(left));
        }
        if (equality && isWord(right)) {
            Condition same = new Condition.Same(writer.write(left), writer.write(right));
            return comparison == Comparison.EQUAL ? same : new Condition.Not(same);
        }
        return switch (comparison) {
            case NOT_EQUAL -> new Condition.Not(opaque(Form.binary("=", left, right)));
            case GREATER_OR_EQUAL -> new Condition.Not(opaque(Form.binary("<", left, right)));
            case LESS_OR_EQUAL -> new Condition.Not(opaque(Form.binary(">", left, right)));
            default -> opaque(form);
        };
    }

    /** A whole number made numeric lies to others as it did before. */
    private String operand(Node node) {
        boolean widened =
                node instanceof Cast cast
                        && cast.type().equals(SqlType.of("numeric"))
                        && cast.operand() instanceof Node.Name;
        return writer.write(widened ? ((Cast) node).operand() : node);
    }

    private static boolean isNumber(Node node) {
        return number(node).isPresent();
    }

    private static Optional<BigDecimal> number(Node node) {
        Node inner =
                node instanceof Cast cast && EXACT.contains(cast.type()) ? cast.operand() : node;
        return inner instanceof Literal literal && literal.kind() == LiteralKind.NUMBER
                ? Optional.of(new BigDecimal(literal.value()))
                : Optional.empty();
    }

    private static boolean isWord(Node node) {
        return node instanceof Cast cast
                && WORDS.contains(cast.type())
                && cast.operand() instanceof Literal literal
                && literal.kind() == LiteralKind.STRING;
    }
}
