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

    BooleanForms(NodeWriter writer) {
        this.writer = writer;
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
