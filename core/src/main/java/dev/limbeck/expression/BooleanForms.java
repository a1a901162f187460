package dev.limbeck.expression;

import dev.limbeck.expression.Node.Call;
import dev.limbeck.expression.Node.Cast;
import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Literal;
import dev.limbeck.expression.Node.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Brings conditions whose operands are in normal form to one order and one spelling. */
final class BooleanForms {
    private static final Map<String, String> MIRRORED =
            Map.of("=", "=", "<>", "<>", "<", ">", ">", "<", "<=", ">=", ">=", "<=");

    private final NodeWriter writer;
    private final Map<String, String> opposites;

    /**
     * Makes one.
     *
     * @param opposites operators by the ones that a negation turns them into; where there are any,
     *     negations are carried inwards
     */
    BooleanForms(NodeWriter writer, Map<String, String> opposites) {
        this.writer = writer;
        this.opposites = opposites;
    }

    /** Returns the negation of a condition. */
    Node not(Node operand) {
        if (!(operand instanceof Form form)) {
            return Form.of(Shape.NOT, operand);
        }
        boolean inwards = !opposites.isEmpty();
        return switch (form.shape()) {
            case NOT -> form.first();
            case AND, OR ->
                    inwards
                            ? joined(
                                    form.shape() == Shape.AND ? Shape.OR : Shape.AND,
                                    form.operands().stream().map(this::not).toList())
                            : Form.of(Shape.NOT, operand);
            case BINARY -> {
                String opposite = opposites.get(form.detail());
                yield opposite == null
                        ? Form.of(Shape.NOT, operand)
                        : binary(opposite, form.operands().get(0), form.operands().get(1));
            }
            case IS ->
                    inwards && form.detail().endsWith("NULL")
                            ? new Form(
                                    Shape.IS,
                                    form.detail().equals("NULL") ? "NOT NULL" : "NULL",
                                    form.operands())
                            : Form.of(Shape.NOT, operand);
            default -> Form.of(Shape.NOT, operand);
        };
    }

    /** Returns whether an operator compares. */
    static boolean compares(String operator) {
        return MIRRORED.containsKey(operator);
    }

    /** Returns conditions joined by AND or OR: nested ones flat, each once, sorted. */
    Node joined(Shape shape, List<Node> operands) {
        Map<String, Node> sorted = new TreeMap<>();
        collect(shape, operands, sorted);
        List<Node> all = List.copyOf(sorted.values());
        return all.size() == 1 ? all.get(0) : new Form(shape, "", all);
    }

    private void collect(Shape shape, List<Node> operands, Map<String, Node> sorted) {
        for (Node operand : operands) {
            if (operand instanceof Form form && form.shape() == shape) {
                collect(shape, form.operands(), sorted);
            } else {
                String text = writer.write(operand);
                boolean once = mayRepeat(operand, call -> false);
                // what may give another value each time counts each time
                sorted.put(once ? text : text + " #" + sorted.size(), operand);
            }
        }
    }

    /** Returns an operation; a comparison has its constant on the right. */
    Node binary(String operator, Node left, Node right) {
        String mirrored = MIRRORED.get(operator);
        Comparator<Node> order =
                Comparator.comparing(BooleanForms::isConstant).thenComparing(writer::write);
        return mirrored != null && order.compare(left, right) > 0
                ? Form.binary(mirrored, right, left)
                : Form.binary(operator, left, right);
    }

    static boolean isConstant(Node node) {
        return node instanceof Literal || (node instanceof Cast cast && isConstant(cast.operand()));
    }

    /** Returns whether an expression may stand twice where it stood once. */
    static boolean mayRepeat(Node node, Predicate<Call> steady) {
        if (node instanceof Node.Nested || node instanceof Node.Raw) {
            return false;
        }
        if (node instanceof Call call && !steady.test(call)) {
            return false;
        }
        return node.children().stream().allMatch(child -> mayRepeat(child, steady));
    }

    static List<Node> rest(List<Node> nodes) {
        return new ArrayList<>(nodes.subList(1, nodes.size()));
    }
}
