package dev.limbeck.expression;

import dev.limbeck.expression.Node.Cast;
import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Literal;
import dev.limbeck.expression.Node.LiteralKind;
import dev.limbeck.expression.Node.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns expressions into other types, and constants into their normal form. */
final class Coercion {
    private static final BigInteger INTEGER = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger BIGINT = BigInteger.valueOf(Long.MAX_VALUE);

    /** Between these a constant's text stays what it is. */
    private static final Set<SqlType> TEXTS =
            Set.of(SqlType.of("text"), SqlType.of("character varying"));

    private final TypeSystem types;

    Coercion(TypeSystem types) {
        this.types = types;
    }

    /** Returns a literal with its type. */
    static Typed typed(Literal literal) {
        return switch (literal.kind()) {
            case STRING, NULL -> new Typed(literal, SqlType.UNKNOWN);
            case BOOLEAN -> new Typed(literal, SqlType.of("boolean"));
            case NUMBER -> number(literal.value());
        };
    }

    static Typed number(String digits) {
        String plain = digits.replace("_", "").toLowerCase(Locale.ROOT);
        try {
            if (plain.matches("-?[0-9]+")) {
                BigInteger value = new BigInteger(plain);
                return new Typed(Literal.number(value.toString()), wholeType(value));
            }
            Literal shown = Literal.number(new BigDecimal(plain).toPlainString());
            SqlType numeric = SqlType.of("numeric");
            // a point makes a number numeric; without one the type has to be said
            Node node = shown.value().contains(".") ? shown : new Cast(shown, numeric);
            return new Typed(node, numeric);
        } catch (NumberFormatException e) {
            return Typed.undetermined(Literal.number(plain));
        }
    }

    private static SqlType wholeType(BigInteger value) {
        if (value.abs().compareTo(INTEGER) <= 0) {
            return SqlType.of("integer");
        }
        return SqlType.of(value.abs().compareTo(BIGINT) <= 0 ? "bigint" : "numeric");
    }

    /** Returns an expression that was given another type by what surrounds it. */
    Node implicit(Typed operand, SqlType target) {
        boolean idle =
                !target.isKnown()
                        || !operand.type().isKnown()
                        || target.is("unknown")
                        || target.is("record")
                        || operand.type().bare().equals(target.bare());
        return idle ? operand.node() : cast(operand, target.bare()).node();
    }

    /** Returns an expression cast to a type. */
    Typed cast(Typed operand, SqlType target) {
        Node node = operand.node();
        if (node instanceof Literal literal && operand.isUnknown()) {
            return new Typed(constant(literal, target), target);
        }
        if (operand.type().equals(target)
                || (target.modifiers().isEmpty() && operand.type().bare().equals(target))) {
            return new Typed(node, operand.type());
        }
        if (node instanceof Form form && form.shape() == Shape.COLLATE) {
            Typed inner = cast(new Typed(form.first(), operand.type()), target);
            return new Typed(new Form(Shape.COLLATE, form.detail(), List.of(inner.node())), target);
        }
        if (target.array() && node instanceof Form form && form.shape() == Shape.ARRAY) {
            return new Typed(array(form, operand.type(), target), target);
        }
        if (node instanceof Cast inner && inner.operand() instanceof Literal literal) {
            boolean sameText =
                    literal.kind() == LiteralKind.STRING
                            && TEXTS.contains(inner.type())
                            && TEXTS.contains(target.bare());
            if (sameText || literal.kind() == LiteralKind.NULL) {
                return new Typed(constant(literal, target), target);
            }
        }
        return new Typed(new Cast(node, target), target);
    }

    private Node constant(Literal literal, SqlType target) {
        if (literal.kind() == LiteralKind.NULL) {
            return new Cast(literal, target.bare());
        }
        return types.constant(literal.value(), target);
    }

    private Node array(Form form, SqlType from, SqlType target) {
        if (form.operands().isEmpty()) {
            return new Cast(form, target);
        }
        SqlType element = from.isKnown() ? from.element() : SqlType.UNDETERMINED;
        List<Node> items =
                form.operands().stream()
                        .map(
                                item ->
                                        item instanceof Form nested && nested.shape() == Shape.ARRAY
                                                ? array(nested, from, target)
                                                : cast(new Typed(item, element), target.element())
                                                        .node())
                        .toList();
        return new Form(Shape.ARRAY, "", items);
    }
}
