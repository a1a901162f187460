package dev.limbeck.expression;

import dev.limbeck.expression.Node.Call;
import dev.limbeck.expression.Node.Cast;
import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Literal;
import dev.limbeck.expression.Node.LiteralKind;
import dev.limbeck.expression.Node.Name;
import dev.limbeck.expression.Node.Nested;
import dev.limbeck.expression.Node.Shape;
import dev.limbeck.expression.Node.SortItem;
import dev.limbeck.expression.Node.Star;
import dev.limbeck.expression.Node.Window;
import dev.limbeck.expression.TypeSystem.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Types an expression as the database does and brings it to normal form: what surroundings do to a
 * value's type is written out, so that it does not matter who wrote it.
 */
final class Canonicalizer {
    private static final SqlType BOOLEAN = SqlType.of("boolean");

    private final TypeSystem types;
    private final Coercion coercion;
    private final BooleanForms booleans;
    private final Scope scope;
    private final Function<QueryTree, Typed> subqueries;
    private final Findings findings;
    private final CallForms calls;

    Canonicalizer(Environment environment, Scope scope, Function<QueryTree, Typed> subqueries) {
        this.types = environment.types();
        this.coercion = new Coercion(types);
        this.booleans = new BooleanForms(environment.writer(), environment.grammar().opposites());
        this.scope = scope;
        this.subqueries = subqueries;
        this.findings = environment.findings();
        this.calls = new CallForms(this, environment, coercion);
    }

    /** Returns a condition in normal form. */
    Node condition(Node node) {
        return coercion.implicit(visit(node), BOOLEAN);
    }

    /** Returns a value in normal form, turned into a type. */
    Typed value(Node node, SqlType target) {
        Typed typed = visit(node);
        return new Typed(coercion.implicit(typed, target), target);
    }

    Typed visit(Node node) {
        if (node instanceof Literal literal) {
            return Coercion.typed(literal);
        }
        if (node instanceof Name name) {
            return scope.resolve(name).orElseGet(() -> Typed.undetermined(node));
        }
        if (node instanceof Star star && !star.qualifier().isEmpty()) {
            return scope.row(star.qualifier()).orElseGet(() -> Typed.undetermined(node));
        }
        if (node instanceof Cast cast) {
            findings.type(cast.type());
            return cast(cast);
        }
        if (node instanceof Call call) {
            return calls.canonical(call);
        }
        if (node instanceof Nested nested) {
            return subqueries.apply(nested.query());
        }
        if (node instanceof Form form) {
            return form(form);
        }
        return Typed.undetermined(node);
    }

    /** An array that is cast gives its type to its items before they meet each other. */
    private Typed cast(Cast cast) {
        if (cast.type().array()
                && cast.operand() instanceof Form form
                && form.shape() == Shape.ARRAY
                && !form.operands().isEmpty()) {
            SqlType element = cast.type().element();
            List<Node> items = new ArrayList<>();
            for (Node item : form.operands()) {
                boolean nested = item instanceof Form inner && inner.shape() == Shape.ARRAY;
                items.add(visit(new Cast(item, nested ? cast.type() : element)).node());
            }
            return new Typed(new Form(Shape.ARRAY, "", items), cast.type());
        }
        return coercion.cast(visit(cast.operand()), cast.type());
    }

    List<Typed> visitAll(List<? extends Node> nodes) {
        return nodes.stream().map(this::visit).toList();
    }

    private Typed form(Form form) {
        List<Node> operands = form.operands();
        return switch (form.shape()) {
            case AND, OR ->
                    bool(
                            booleans.joined(
                                    form.shape(), operands.stream().map(this::condition).toList()));
            case NOT -> not(form);
            case BINARY -> binary(form.detail(), visit(operands.get(0)), operands.get(1));
            case PREFIX -> prefix(form);
            case IN -> in(form);
            case ANY, ALL -> quantified(form);
            case BETWEEN -> between(form);
            case IS -> is(form);
            case DISTINCT -> distinct(form);
            case CASE -> caseForm(form);
            case ARRAY -> array(form);
            case SUBSCRIPT -> subscript(form);
            case COLLATE -> collate(form);
            case FIELD -> field(form);
            case EXISTS -> bool(form.mapChildren(child -> visit(child).node()));
            case ARRAY_OF -> arrayOf(form);
            case ROW ->
                    new Typed(
                            new Form(Shape.ROW, "", nodes(visitAll(operands))),
                            SqlType.of("record"));
            default -> Typed.undetermined(form.mapChildren(child -> visit(child).node()));
        };
    }

    private static Typed bool(Node node) {
        return new Typed(node, BOOLEAN);
    }

    static List<Node> nodes(List<Typed> typed) {
        return typed.stream().map(Typed::node).toList();
    }

    private Typed not(Form form) {
        return bool(booleans.not(condition(form.first())));
    }

    private Typed is(Form form) {
        Typed operand = visit(form.first());
        String what = form.detail();
        Node node = operand.isUnknown() ? text(operand).node() : operand.node();
        if (what.equals("NOT NULL") && operand.type().isKnown() && types.isScalar(operand.type())) {
            return bool(Form.of(Shape.NOT, new Form(Shape.IS, "NULL", List.of(node))));
        }
        return bool(new Form(Shape.IS, what, List.of(node)));
    }

    /** Gives a constant that nothing else gives a type the type of text. */
    Typed text(Typed operand) {
        return operand.isUnknown() ? coercion.cast(operand, SqlType.of("text")) : operand;
    }

    private Typed binary(String operator, Typed left, Node rightNode) {
        return binary(operator, left, visit(rightNode));
    }

    /** Returns a comparison of two values. */
    Typed compare(String operator, Typed left, Typed right) {
        return binary(operator, left, right);
    }

    private Typed binary(String operator, Typed left, Typed right) {
        if (left.node() instanceof Form one
                && right.node() instanceof Form other
                && one.shape() == Shape.ROW
                && other.shape() == Shape.ROW
                && one.operands().size() == other.operands().size()
                && BooleanForms.compares(operator)) {
            return rows(operator, one, other);
        }
        Optional<Signature> signature =
                types.operator(operator, List.of(left.type(), right.type()));
        if (signature.isEmpty()) {
            SqlType result = BooleanForms.compares(operator) ? BOOLEAN : SqlType.UNDETERMINED;
            return new Typed(booleans.binary(operator, left.node(), right.node()), result);
        }
        List<SqlType> wanted = signature.get().parameters();
        return new Typed(
                booleans.binary(
                        operator,
                        coercion.implicit(left, wanted.get(0)),
                        coercion.implicit(right, wanted.get(1))),
                signature.get().result());
    }

    private Typed rows(String operator, Form left, Form right) {
        List<Node> pairs = new ArrayList<>();
        List<Node> lefts = new ArrayList<>();
        List<Node> rights = new ArrayList<>();
        for (int i = 0; i < left.operands().size(); i++) {
            Typed pair = binary(operator, visit(left.operands().get(i)), right.operands().get(i));
            pairs.add(pair.node());
            if (pair.node() instanceof Form form && form.operands().size() == 2) {
                boolean kept = form.detail().equals(operator);
                lefts.add(form.operands().get(kept ? 0 : 1));
                rights.add(form.operands().get(kept ? 1 : 0));
            }
        }
        if (operator.equals("=")) {
            return bool(booleans.joined(Shape.AND, pairs));
        }
        if (operator.equals("<>")) {
            return bool(booleans.joined(Shape.OR, pairs));
        }
        return bool(
                Form.binary(
                        operator, new Form(Shape.ROW, "", lefts), new Form(Shape.ROW, "", rights)));
    }

    private Typed prefix(Form form) {
        Typed operand = visit(form.first());
        Optional<Signature> signature = types.operator(form.detail(), List.of(operand.type()));
        SqlType wanted = signature.map(s -> s.parameters().get(0)).orElse(operand.type());
        Node node = coercion.implicit(operand, wanted);
        return new Typed(
                new Form(Shape.PREFIX, form.detail(), List.of(node)),
                signature.map(Signature::result).orElse(SqlType.UNDETERMINED));
    }

    private Typed in(Form form) {
        boolean negative = form.detail().equals("NOT");
        Typed operand = visit(form.first());
        List<Typed> items = visitAll(BooleanForms.rest(form.operands()));
        if (!BooleanForms.mayRepeat(operand.node(), calls::isSteady)) {
            List<Node> all = new ArrayList<>(List.of(operand.node()));
            all.addAll(nodes(items));
            return bool(new Form(Shape.IN, form.detail(), all));
        }
        return among(operand, withOneType(operand, items), negative ? "<>" : "=", negative);
    }

    /**
     * Gives what a list holds beside columns the type it has together with what is sought in it;
     * columns are compared each by itself.
     */
    private List<Typed> withOneType(Typed operand, List<Typed> items) {
        List<Typed> plain = items.stream().filter(item -> !namesColumn(item.node())).toList();
        List<SqlType> all = new ArrayList<>();
        all.add(operand.type());
        plain.forEach(item -> all.add(item.type()));
        Optional<SqlType> common = plain.size() > 1 ? types.common(all) : Optional.empty();
        return common.isEmpty()
                ? items
                : items.stream()
                        .map(
                                item ->
                                        namesColumn(item.node())
                                                ? item
                                                : new Typed(
                                                        coercion.implicit(item, common.get()),
                                                        common.get()))
                        .toList();
    }

    private static boolean namesColumn(Node node) {
        return node instanceof Name
                || node.children().stream().anyMatch(Canonicalizer::namesColumn);
    }

    private Typed among(Typed operand, List<Typed> items, String operator, boolean every) {
        List<Node> parts =
                items.stream().map(item -> binary(operator, operand, item).node()).toList();
        return bool(booleans.joined(every ? Shape.AND : Shape.OR, parts));
    }

    private Typed quantified(Form form) {
        Typed operand = visit(form.first());
        Node right = form.operands().get(1);
        if (right instanceof Nested nested) {
            return inQuery(form, operand, nested);
        }
        Typed array = visit(right);
        if (array.isUnknown() && operand.type().isKnown() && !operand.isUnknown()) {
            array = coercion.cast(array, types.base(operand.type()).bare().toArray());
        }
        if (array.node() instanceof Form list
                && list.shape() == Shape.ARRAY
                && !list.operands().isEmpty()
                && BooleanForms.mayRepeat(operand.node(), calls::isSteady)) {
            SqlType element =
                    array.type().isKnown() ? array.type().element() : SqlType.UNDETERMINED;
            List<Typed> items =
                    list.operands().stream().map(item -> new Typed(item, element)).toList();
            return among(operand, items, form.detail(), form.shape() == Shape.ALL);
        }
        Optional<Signature> signature =
                array.type().isKnown() && array.type().array()
                        ? types.operator(
                                form.detail(), List.of(operand.type(), array.type().element()))
                        : Optional.empty();
        if (signature.isEmpty()) {
            return bool(
                    new Form(form.shape(), form.detail(), List.of(operand.node(), array.node())));
        }
        List<SqlType> wanted = signature.get().parameters();
        Node left = coercion.implicit(operand, wanted.get(0));
        Node list =
                wanted.get(1).array()
                        ? array.node()
                        : coercion.implicit(array, wanted.get(1).toArray());
        return bool(new Form(form.shape(), form.detail(), List.of(left, list)));
    }

    private Typed inQuery(Form form, Typed operand, Nested nested) {
        Typed query = subqueries.apply(nested.query());
        Optional<Signature> signature =
                types.operator(form.detail(), List.of(operand.type(), query.type()));
        Node left =
                signature
                        .map(s -> coercion.implicit(operand, s.parameters().get(0)))
                        .orElse(operand.node());
        return bool(new Form(form.shape(), form.detail(), List.of(left, query.node())));
    }

    private Typed between(Form form) {
        Typed operand = visit(form.first());
        if (form.detail().contains("SYMMETRIC")
                || !BooleanForms.mayRepeat(operand.node(), calls::isSteady)) {
            return bool(form.mapChildren(child -> visit(child).node()));
        }
        boolean negative = form.detail().equals("NOT");
        Node low = binary(negative ? "<" : ">=", operand, form.operands().get(1)).node();
        Node high = binary(negative ? ">" : "<=", operand, form.operands().get(2)).node();
        return bool(booleans.joined(negative ? Shape.OR : Shape.AND, List.of(low, high)));
    }

    private Typed distinct(Form form) {
        Node right = form.operands().get(1);
        if (form.first() instanceof Form one
                && right instanceof Form other
                && one.shape() == Shape.ROW
                && other.shape() == Shape.ROW
                && one.operands().size() == other.operands().size()) {
            List<Node> pairs = new ArrayList<>();
            for (int i = 0; i < one.operands().size(); i++) {
                pairs.add(
                        distinct(
                                        Form.of(
                                                Shape.DISTINCT,
                                                one.operands().get(i),
                                                other.operands().get(i)))
                                .node());
            }
            return bool(booleans.joined(Shape.OR, pairs));
        }
        Typed pair = binary("=", visit(form.first()), right);
        if (pair.node() instanceof Form equal && equal.shape() == Shape.BINARY) {
            return bool(new Form(Shape.DISTINCT, "", equal.operands()));
        }
        return bool(form.mapChildren(child -> visit(child).node()));
    }

    private Typed caseForm(Form form) {
        List<Node> operands = form.operands();
        List<Typed> results = new ArrayList<>();
        int first = form.detail().isEmpty() ? 0 : 1;
        results.add(visit(operands.get(operands.size() - 1)));
        for (int i = first + 1; i < operands.size() - 1; i += 2) {
            results.add(visit(operands.get(i)));
        }
        SqlType type =
                types.common(results.stream().map(Typed::type).toList())
                        .orElse(SqlType.UNDETERMINED);
        List<Node> all = new ArrayList<>();
        Optional<Typed> subject =
                first == 0 ? Optional.empty() : Optional.of(text(visit(operands.get(0))));
        subject.ifPresent(of -> all.add(of.node()));
        int result = 1;
        for (int i = first; i < operands.size() - 1; i += 2) {
            Node when = operands.get(i);
            all.add(subject.map(of -> compared(of, when)).orElseGet(() -> condition(when)));
            all.add(coercion.implicit(results.get(result++), type));
        }
        all.add(coercion.implicit(results.get(0), type));
        return new Typed(new Form(Shape.CASE, form.detail(), all), type);
    }

    /** Returns a value that the subject of a CASE is compared with. */
    private Node compared(Typed subject, Node value) {
        Typed right = visit(value);
        return types.operator("=", List.of(subject.type(), right.type()))
                .map(signature -> coercion.implicit(right, signature.parameters().get(1)))
                .orElse(right.node());
    }

    private Typed array(Form form) {
        List<Typed> items = visitAll(form.operands());
        boolean nested =
                items.stream()
                        .anyMatch(
                                item ->
                                        item.node() instanceof Form inner
                                                && inner.shape() == Shape.ARRAY);
        List<SqlType> elements =
                items.stream()
                        .map(
                                item ->
                                        nested && item.type().array()
                                                ? item.type().element()
                                                : item.type())
                        .toList();
        Optional<SqlType> common =
                items.isEmpty() || elements.stream().anyMatch(SqlType::array)
                        ? Optional.empty()
                        : types.common(elements);
        if (common.isEmpty()) {
            return Typed.undetermined(new Form(Shape.ARRAY, "", nodes(items)));
        }
        SqlType element = common.get().bare();
        SqlType wanted = nested ? element.toArray() : element;
        List<Node> all = items.stream().map(item -> coercion.implicit(item, wanted)).toList();
        return new Typed(new Form(Shape.ARRAY, "", all), element.toArray());
    }

    private Typed arrayOf(Form form) {
        Typed query = visit(form.first());
        boolean known = query.type().isKnown() && !query.type().array();
        return new Typed(
                Form.of(Shape.ARRAY_OF, query.node()),
                known ? query.type().toArray() : SqlType.UNDETERMINED);
    }

    private Typed subscript(Form form) {
        Typed base = visit(form.first());
        List<Node> all = new ArrayList<>(List.of(base.node()));
        BooleanForms.rest(form.operands()).forEach(index -> all.add(visit(index).node()));
        SqlType type = base.type().array() ? base.type() : SqlType.UNDETERMINED;
        if (form.detail().isEmpty() && type.isKnown()) {
            type = type.element();
        }
        return new Typed(new Form(Shape.SUBSCRIPT, form.detail(), all), type);
    }

    private Typed collate(Form form) {
        Typed operand = text(visit(form.first()));
        return new Typed(
                new Form(Shape.COLLATE, form.detail(), List.of(operand.node())), operand.type());
    }

    private Typed field(Form form) {
        Typed operand = visit(form.first());
        return new Typed(
                new Form(Shape.FIELD, form.detail(), List.of(operand.node())),
                types.field(operand.type(), form.detail()).orElse(SqlType.UNDETERMINED));
    }

    /** Returns what a sort goes by in normal form. */
    SortItem sortItem(SortItem item) {
        return item.withKey(text(visit(item.key())).node());
    }

    /** Returns a window in normal form. */
    Window window(Window window) {
        return window.map(node -> text(visit(node)).node());
    }

    /** Returns the type system's name for a literal that stands alone. */
    Typed output(Node node) {
        return text(visit(node));
    }

    static boolean isNull(Node node) {
        return node instanceof Literal literal && literal.kind() == LiteralKind.NULL;
    }
}
