package dev.limbeck.expression;

import dev.limbeck.expression.Node.Call;
import dev.limbeck.expression.Node.CallTail;
import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Shape;
import dev.limbeck.expression.Node.SortItem;
import dev.limbeck.expression.Node.Star;
import dev.limbeck.expression.TypeSystem.Signature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings calls of functions to normal form: each argument has the type that is taken. */
final class CallForms {
    private static final Set<String> CHOICES = Set.of("coalesce", "greatest", "least", "nullif");

    private final Canonicalizer canonicalizer;
    private final TypeSystem types;
    private final Coercion coercion;
    private final Findings findings;
    private final Map<String, String> functionNames;
    private final Set<List<String>> unsteady = new HashSet<>();

    CallForms(Canonicalizer canonicalizer, Environment environment, Coercion coercion) {
        this.canonicalizer = canonicalizer;
        this.types = environment.types();
        this.coercion = coercion;
        this.findings = environment.findings();
        this.functionNames = environment.grammar().functionNames();
    }

    /** Returns whether a call that was seen gives the same each time. */
    boolean isSteady(Call call) {
        return !unsteady.contains(call.name());
    }

    /** Returns a call in normal form. */
    Typed canonical(Call written) {
        Call call = named(written);
        if (CHOICES.contains(call.last()) && call.name().size() == 1) {
            return choice(call, canonicalizer.visitAll(call.arguments()));
        }
        List<Typed> arguments = new ArrayList<>(canonicalizer.visitAll(call.arguments()));
        List<Typed> within =
                canonicalizer.visitAll(
                        call.tail().withinGroup().stream().map(SortItem::key).toList());
        arguments.addAll(within);
        boolean star =
                call.arguments().size() == 1
                        && call.arguments().get(0) instanceof Star all
                        && all.qualifier().isEmpty();
        List<SqlType> given = star ? List.of() : arguments.stream().map(Typed::type).toList();
        Optional<Signature> signature =
                isTypable(call) ? types.function(call.name(), given) : Optional.empty();
        findings.routine(call.name());
        if (!signature.map(Signature::steady).orElse(false)) {
            unsteady.add(call.name());
        }
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean typed = signature.isPresent() && !given.isEmpty();
            nodes.add(
                    typed
                            ? coercion.implicit(
                                    arguments.get(i), signature.get().parameters().get(i))
                            : arguments.get(i).node());
        }
        int count = call.arguments().size();
        return new Typed(
                new Call(call.name(), nodes.subList(0, count), tail(call.tail(), arguments, nodes)),
                signature.map(Signature::result).orElse(SqlType.UNDETERMINED));
    }

    /** Sorts by what an argument became where it sorts by what that argument was. */
    private CallTail tail(CallTail tail, List<Typed> arguments, List<Node> nodes) {
        CallTail visited = tail.map(node -> canonicalizer.text(canonicalizer.visit(node)).node());
        int count = nodes.size() - tail.withinGroup().size();
        List<SortItem> order = new ArrayList<>();
        for (SortItem item : visited.order()) {
            Node key = item.key();
            for (int i = 0; i < count; i++) {
                key = arguments.get(i).node().equals(item.key()) ? nodes.get(i) : key;
            }
            order.add(item.withKey(key));
        }
        List<SortItem> within = new ArrayList<>();
        for (SortItem item : visited.withinGroup()) {
            within.add(item.withKey(nodes.get(count + within.size())));
        }
        return new CallTail(visited.words(), order, within, visited.filter(), visited.over());
    }

    private static boolean isTypable(Call call) {
        return !call.tail().words().equals("VARIADIC")
                && call.arguments().stream().noneMatch(CallForms::isUntypable);
    }

    private Call named(Call call) {
        if (call.name().size() > 1) {
            return call;
        }
        String name = functionNames.getOrDefault(call.last(), call.last());
        return new Call(List.of(name), call.arguments(), call.tail());
    }

    private static boolean isUntypable(Node argument) {
        return argument instanceof Form form && form.shape() == Shape.NAMED;
    }

    private Typed choice(Call call, List<Typed> arguments) {
        if (call.last().equals("nullif") && arguments.size() == 2) {
            Typed pair = canonicalizer.compare("=", arguments.get(0), arguments.get(1));
            return pair.node() instanceof Form equal && equal.operands().size() == 2
                    ? nullIf(arguments)
                    : Typed.undetermined(Call.of("nullif", Canonicalizer.nodes(arguments)));
        }
        SqlType type =
                types.common(arguments.stream().map(Typed::type).toList())
                        .orElse(SqlType.UNDETERMINED);
        return new Typed(
                Call.of(
                        call.last(),
                        arguments.stream().map(each -> coercion.implicit(each, type)).toList()),
                type);
    }

    private Typed nullIf(List<Typed> arguments) {
        Typed left = arguments.get(0);
        Typed right = arguments.get(1);
        Optional<Signature> signature = types.operator("=", List.of(left.type(), right.type()));
        if (signature.isEmpty()) {
            return new Typed(Call.of("nullif", Canonicalizer.nodes(arguments)), left.type());
        }
        List<SqlType> wanted = signature.get().parameters();
        return new Typed(
                Call.of(
                        "nullif",
                        List.of(
                                coercion.implicit(left, wanted.get(0)),
                                coercion.implicit(right, wanted.get(1)))),
                left.isUnknown() ? wanted.get(0) : left.type());
    }
}
