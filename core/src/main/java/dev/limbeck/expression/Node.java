package dev.limbeck.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One node of an expression. */
public sealed interface Node {
    /** Returns the expressions right beneath this one, in order. */
    default List<Node> children() {
        return List.of();
    }

    /** Returns the same node over other expressions. */
    default Node mapChildren(UnaryOperator<Node> change) {
        return this;
    }

    /** What a literal is. */
    enum LiteralKind {
        NUMBER,
        STRING,
        BOOLEAN,
        NULL
    }

    /**
     * A value.
     *
     * @param value a string without quotes, {@code true}, {@code false}, a number's digits
     */
    record Literal(LiteralKind kind, String value) implements Node {
        static Literal string(String value) {
            return new Literal(LiteralKind.STRING, value);
        }

        static Literal number(String value) {
            return new Literal(LiteralKind.NUMBER, value);
        }
    }

    /**
     * A column or whatever else a name stands for.
     *
     * @param path its names, folded, the qualifiers first
     * @param place where the last of them stands; it has no say in what is equal
     */
    record Name(List<String> path, Place place) implements Node {
        public Name {
            path = List.copyOf(path);
        }

        Name(List<String> path) {
            this(path, Place.NOWHERE);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Name that && path.equals(that.path);
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }

        String last() {
            return path.get(path.size() - 1);
        }
    }

    /**
     * All columns, of one relation or of all.
     *
     * @param place where it stands with its qualifiers; it has no say in what is equal
     */
    record Star(List<String> qualifier, Place place) implements Node {
        public Star {
            qualifier = List.copyOf(qualifier);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Star that && qualifier.equals(that.qualifier);
        }

        @Override
        public int hashCode() {
            return qualifier.hashCode();
        }
    }

    /**
     * What a sort goes by.
     *
     * @param operator the operator behind {@code USING}, or empty
     * @param nulls {@code FIRST} or {@code LAST}, or empty
     */
    record SortItem(Node key, boolean descending, String operator, String nulls) {
        SortItem withKey(Node newKey) {
            return new SortItem(newKey, descending, operator, nulls);
        }
    }

    /**
     * A window.
     *
     * @param base the named window it builds on, or empty
     * @param frame the frame as canonical text, or empty
     */
    record Window(String base, List<Node> partition, List<SortItem> order, String frame) {
        public Window {
            partition = List.copyOf(partition);
            order = List.copyOf(order);
        }

        Window map(UnaryOperator<Node> change) {
            return new Window(base, mapAll(partition, change), mapKeys(order, change), frame);
        }
    }

    /**
     * What stands in and behind the parentheses of a call beside the arguments.
     *
     * @param words {@code DISTINCT}, {@code VARIADIC}, or empty
     */
    record CallTail(
            String words,
            List<SortItem> order,
            List<SortItem> withinGroup,
            Optional<Node> filter,
            Optional<Window> over) {
        static final CallTail NONE =
                new CallTail("", List.of(), List.of(), Optional.empty(), Optional.empty());

        public CallTail {
            order = List.copyOf(order);
            withinGroup = List.copyOf(withinGroup);
        }

        CallTail map(UnaryOperator<Node> change) {
            return new CallTail(
                    words,
                    mapKeys(order, change),
                    mapKeys(withinGroup, change),
                    filter.map(change),
                    over.map(window -> window.map(change)));
        }
    }

    /** A call of a function. */
    record Call(List<String> name, List<Node> arguments, CallTail tail) implements Node {
        public Call {
            name = List.copyOf(name);
            arguments = List.copyOf(arguments);
        }

        static Call of(String name, List<Node> arguments) {
            return new Call(List.of(name), arguments, CallTail.NONE);
        }

        String last() {
            return name.get(name.size() - 1);
        }

        @Override
        public List<Node> children() {
            return arguments;
        }

        @Override
        public Node mapChildren(UnaryOperator<Node> change) {
            return new Call(name, mapAll(arguments, change), tail.map(change));
        }
    }

    /** A value turned into another type. */
    record Cast(Node operand, SqlType type) implements Node {
        @Override
        public List<Node> children() {
            return List.of(operand);
        }

        @Override
        public Node mapChildren(UnaryOperator<Node> change) {
            return new Cast(change.apply(operand), type);
        }
    }

    /** The forms that have only operands and at most one word. */
    enum Shape {
        AND,
        OR,
        NOT,
        /** An operator with something on either side. */
        BINARY,
        /** An operator before its operand. */
        PREFIX,
        /** {@code x IN (a, b)}: the operand, then the list; the detail is empty or {@code NOT}. */
        IN,
        /** {@code x = ANY (y)}; the detail is the operator. */
        ANY,
        /** {@code x = ALL (y)}; the detail is the operator. */
        ALL,
        /**
         * {@code x BETWEEN a AND b}; the detail holds {@code NOT}, {@code SYMMETRIC} or neither.
         */
        BETWEEN,
        /** {@code x IS y}; the detail is y, without {@code NOT} but for {@code NOT NULL}. */
        IS,
        /** {@code x IS DISTINCT FROM y}. */
        DISTINCT,
        /** Operand (may be absent: the detail is then empty), conditions and results, the rest. */
        CASE,
        ARRAY,
        ROW,
        /** {@code x[i]}, {@code x[i:j]}; the detail tells which. */
        SUBSCRIPT,
        /** {@code (x).f}; the detail is f. */
        FIELD,
        /** {@code (x).*}. */
        ALL_FIELDS,
        /** {@code x COLLATE c}; the detail is c. */
        COLLATE,
        /** {@code f(name => x)}; the detail is the name. */
        NAMED,
        EXISTS,
        /** {@code ARRAY(SELECT …)}. */
        ARRAY_OF,
        GROUPING_SETS,
        ROLLUP,
        CUBE,
        /** A place that is left out, as a bound of a slice. */
        ABSENT
    }

    /** A form made of operands. */
    record Form(Shape shape, String detail, List<Node> operands) implements Node {
        public Form {
            operands = List.copyOf(operands);
        }

        static Form of(Shape shape, Node... operands) {
            return new Form(shape, "", List.of(operands));
        }

        static Form binary(String operator, Node left, Node right) {
            return new Form(Shape.BINARY, operator, List.of(left, right));
        }

        Node first() {
            return operands.get(0);
        }

        @Override
        public List<Node> children() {
            return operands;
        }

        @Override
        public Node mapChildren(UnaryOperator<Node> change) {
            return new Form(shape, detail, mapAll(operands, change));
        }
    }

    /** A query that stands for a value or a set of values. */
    record Nested(QueryTree query) implements Node {}

    /** Tokens that are not understood, white space made uniform. */
    record Raw(String text) implements Node {}

    private static List<Node> mapAll(List<Node> nodes, UnaryOperator<Node> change) {
        return nodes.stream().map(change).toList();
    }

    private static List<SortItem> mapKeys(List<SortItem> items, UnaryOperator<Node> change) {
        return items.stream().map(item -> item.withKey(change.apply(item.key()))).toList();
    }
}
