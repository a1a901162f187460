package dev.limbeck.expression;

import dev.limbeck.expression.Node.Cast;
import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Literal;
import dev.limbeck.expression.Node.LiteralKind;
import dev.limbeck.expression.Node.Shape;
import java.util.List;

/** Makes the nodes of constants, for dialects that know their normal forms. */
public final class Constants {
    private Constants() {}

    /** Returns a string read as some type. */
    public static Node string(String value, SqlType type) {
        return new Cast(Literal.string(value), type);
    }

    /** Returns a number read as some type; the type is left out where the digits have it. */
    public static Node number(String digits, SqlType type) {
        Typed natural = Coercion.number(digits);
        return natural.type().equals(type) ? natural.node() : new Cast(bare(natural.node()), type);
    }

    private static Node bare(Node number) {
        return number instanceof Cast cast ? cast.operand() : number;
    }

    public static Node truth(boolean value) {
        return new Literal(LiteralKind.BOOLEAN, String.valueOf(value));
    }

    /** Returns null of some type. */
    public static Node ofNull(SqlType type) {
        return new Cast(new Literal(LiteralKind.NULL, "NULL"), type);
    }

    /** Returns an array of constants. */
    public static Node array(List<Node> items, SqlType type) {
        Node array = new Form(Shape.ARRAY, "", items);
        return items.isEmpty() ? new Cast(array, type) : array;
    }

    /** Returns a constant turned into another type. */
    public static Node cast(Node constant, SqlType type) {
        return new Cast(constant, type);
    }
}
