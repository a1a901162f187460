package dev.limbeck.expression;

import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Literal;
import dev.limbeck.expression.Node.LiteralKind;
import dev.limbeck.expression.Node.Name;
import dev.limbeck.expression.Node.Nested;
import dev.limbeck.expression.Node.Shape;
import dev.limbeck.expression.Node.SortItem;
import dev.limbeck.expression.Node.Star;
import dev.limbeck.expression.QueryScope.Entry;
import dev.limbeck.expression.QueryScope.ScopeColumn;
import dev.limbeck.expression.QueryTree.Body;
import dev.limbeck.expression.QueryTree.Enclosed;
import dev.limbeck.expression.QueryTree.Item;
import dev.limbeck.expression.QueryTree.Named;
import dev.limbeck.expression.QueryTree.Select;
import dev.limbeck.expression.QueryTree.SetOperation;
import dev.limbeck.expression.QueryTree.Source;
import dev.limbeck.expression.QueryTree.Values;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Resolves one query with all that is nested in it. In the result each column stands behind the
 * alias that its source has by its place, each name of an output column is gone, and constants have
 * the types that their places give them.
 */
final class QueryResolver {
    /** An output column. */
    record Output(String name, SqlType type) {}

    /** A query in normal form and what it yields. */
    record Resolved(QueryTree tree, List<Output> outputs) {}

    private record ResolvedBody(Body body, List<Output> outputs, UnaryOperator<SortItem> sort) {}

    private final Environment environment;
    private final Relations relations;
    private final QueryForm form;
    private final Map<String, List<Output>> named = new HashMap<>();
    private final Map<List<String>, QualifiedName> owners = new HashMap<>();
    private int aliases;

    QueryResolver(Environment environment, Relations relations, QueryForm form) {
        this.environment = environment;
        this.relations = relations;
        this.form = form;
    }

    SqlGrammar grammar() {
        return environment.grammar();
    }

    Findings findings() {
        return environment.findings();
    }

    String nextAlias() {
        aliases++;
        return "t" + aliases;
    }

    /** Returns what a query that was named by WITH yields. */
    Optional<List<Output>> named(String name) {
        return Optional.ofNullable(named.get(name));
    }

    Optional<List<Relations.RelationColumn>> columns(QualifiedName name) {
        List<Relations.RelationColumn> columns = form.columns(name);
        return columns.isEmpty() && relations.columns(name).isEmpty()
                ? Optional.empty()
                : Optional.of(columns);
    }

    /** Keeps in mind which relation's column a name of the normal form is. */
    void remember(String alias, String column, QualifiedName relation) {
        owners.put(List.of(alias, column), relation);
    }

    /** Returns what brings expressions to normal form in a scope. */
    Canonicalizer canonicalizer(Scope scope) {
        Scope noting =
                new Scope() {
                    @Override
                    public Optional<Typed> resolve(List<String> path) {
                        Optional<Typed> found = scope.resolve(path);
                        found.ifPresent(typed -> note(typed.node()));
                        return found;
                    }

                    @Override
                    public Optional<Typed> resolve(Name name) {
                        Optional<Typed> found = scope.resolve(name);
                        found.ifPresent(typed -> note(typed.node()));
                        found.ifPresent(typed -> place(typed.node(), name.place()));
                        return found;
                    }

                    @Override
                    public Optional<Typed> row(List<String> qualifier) {
                        return scope.row(qualifier);
                    }
                };
        return new Canonicalizer(environment, noting, query -> value(query, scope));
    }

    private void note(Node node) {
        if (node instanceof Name name && owners.containsKey(name.path())) {
            findings().add(Reference.toColumn(owners.get(name.path()), name.last()));
        }
        node.children().forEach(this::note);
    }

    private void place(Node node, Place place) {
        if (node instanceof Name name && owners.containsKey(name.path())) {
            findings().uses().column(place, owners.get(name.path()), name.last());
        }
    }

    /** Notes that columns are meant by a name that is not theirs alone. */
    void unplaced(Node node) {
        if (node instanceof Name name && owners.containsKey(name.path())) {
            findings().uses().unplaced(owners.get(name.path()), name.last());
        }
        node.children().forEach(this::unplaced);
    }

    private Typed value(QueryTree query, Scope scope) {
        Resolved resolved = nested(query, scope);
        SqlType type =
                resolved.outputs().size() == 1
                        ? resolved.outputs().get(0).type()
                        : SqlType.UNDETERMINED;
        return new Typed(new Nested(resolved.tree()), type);
    }

    /** Resolves a query inside another; names it gives with WITH end with it. */
    Resolved nested(QueryTree query, Scope outer) {
        Map<String, List<Output>> before = new HashMap<>(named);
        Resolved resolved = query(query, outer, List.of());
        named.clear();
        named.putAll(before);
        return resolved;
    }

    /**
     * Resolves a query.
     *
     * @param wanted the types its columns are to have, where constants leave the choice
     */
    Resolved query(QueryTree query, Scope outer, List<SqlType> wanted) {
        List<Named> with = new ArrayList<>();
        for (Named each : query.with()) {
            with.add(with(each, query.recursive(), outer));
        }
        ResolvedBody body = body(query.body(), outer, wanted);
        Canonicalizer plain = canonicalizer(outer);
        SqlType bigint = SqlType.of("bigint");
        QueryTree tree =
                new QueryTree(
                        with,
                        query.recursive(),
                        body.body(),
                        query.order().stream().map(body.sort()).toList(),
                        query.limit()
                                .filter(limit -> !Canonicalizer.isNull(limit))
                                .map(limit -> plain.value(limit, bigint).node()),
                        query.limitWords(),
                        query.offset().map(offset -> plain.value(offset, bigint).node()),
                        query.locking());
        return new Resolved(tree, body.outputs());
    }

    private Named with(Named each, boolean recursive, Scope outer) {
        if (recursive && each.query().body() instanceof SetOperation union) {
            Resolved start = nested(union.left(), outer);
            named.put(each.name(), renamed(start.outputs(), each.columns()));
        }
        Resolved resolved = nested(each.query(), outer);
        named.put(each.name(), renamed(resolved.outputs(), each.columns()));
        return new Named(each.name(), List.of(), each.words(), resolved.tree());
    }

    static List<Output> renamed(List<Output> outputs, List<String> names) {
        List<Output> renamed = new ArrayList<>();
        for (Output output : outputs) {
            int place = renamed.size();
            renamed.add(
                    place < names.size() ? new Output(names.get(place), output.type()) : output);
        }
        return renamed;
    }

    private ResolvedBody body(Body body, Scope outer, List<SqlType> wanted) {
        if (body instanceof Select select) {
            return select(select, outer, wanted);
        }
        if (body instanceof SetOperation operation) {
            return setOperation(operation, outer, wanted);
        }
        if (body instanceof Enclosed enclosed) {
            Resolved inner = query(enclosed.query(), outer, wanted);
            return new ResolvedBody(
                    new Enclosed(inner.tree()), inner.outputs(), byPlace(inner.outputs()));
        }
        return values((Values) body, outer, wanted);
    }

    private ResolvedBody setOperation(SetOperation operation, Scope outer, List<SqlType> wanted) {
        int start = aliases;
        List<Output> left = query(operation.left(), outer, wanted).outputs();
        List<Output> right = query(operation.right(), outer, wanted).outputs();
        if (left.size() != right.size()) {
            throw new NotUnderstoodException("columns of " + operation.operator());
        }
        List<SqlType> common = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            common.add(
                    environment
                            .types()
                            .common(List.of(left.get(i).type(), right.get(i).type()))
                            .orElse(SqlType.UNDETERMINED));
        }
        // now that the columns' types are known, constants can take them
        aliases = start;
        Resolved one = query(operation.left(), outer, common);
        Resolved other = query(operation.right(), outer, common);
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            outputs.add(new Output(left.get(i).name(), common.get(i)));
        }
        return new ResolvedBody(
                new SetOperation(operation.operator(), one.tree(), other.tree()),
                outputs,
                byPlace(outputs));
    }

    /** Sorts rows whose columns have no expressions: by the columns' places. */
    private static UnaryOperator<SortItem> byPlace(List<Output> outputs) {
        return item -> {
            if (item.key() instanceof Name name && name.path().size() == 1) {
                for (int i = 0; i < outputs.size(); i++) {
                    if (outputs.get(i).name().equals(name.last())) {
                        return item.withKey(Literal.number(String.valueOf(i + 1)));
                    }
                }
            }
            return item;
        };
    }

    private ResolvedBody values(Values values, Scope outer, List<SqlType> wanted) {
        Canonicalizer canonicalizer = canonicalizer(outer);
        List<List<Typed>> rows =
                values.rows().stream()
                        .map(row -> row.stream().map(canonicalizer::visit).toList())
                        .toList();
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            int place = i;
            SqlType type =
                    wanted.size() > i && wanted.get(i).isKnown()
                            ? wanted.get(i)
                            : environment
                                    .types()
                                    .common(
                                            rows.stream()
                                                    .map(row -> row.get(place).type())
                                                    .toList())
                                    .orElse(SqlType.UNDETERMINED);
            outputs.add(new Output("column" + (i + 1), type));
        }
        Coercion coercion = new Coercion(environment.types());
        List<List<Node>> written = new ArrayList<>();
        for (List<Typed> row : rows) {
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                nodes.add(coercion.implicit(row.get(i), outputs.get(i).type()));
            }
            written.add(nodes);
        }
        return new ResolvedBody(new Values(written), outputs, byPlace(outputs));
    }

    private ResolvedBody select(Select select, Scope outer, List<SqlType> wanted) {
        QueryScope scope = new QueryScope(outer);
        List<Source> from = new SourceResolver(this, scope).resolve(select.from());
        Canonicalizer canonicalizer = canonicalizer(scope);
        List<Item> items = expanded(select.items(), scope);
        List<Node> nodes = new ArrayList<>();
        List<Output> outputs = new ArrayList<>();
        Coercion coercion = new Coercion(environment.types());
        for (Item item : items) {
            if (item.alias().isEmpty() && item.value() instanceof Name name) {
                findings().uses().item(name.place());
            }
            int place = nodes.size();
            Typed typed =
                    isResolved(item)
                            ? resolvedItem(item, scope)
                            : canonicalizer.visit(item.value());
            SqlType target = place < wanted.size() ? wanted.get(place) : SqlType.UNDETERMINED;
            boolean open = typed.isUnknown();
            SqlType type = open && target.isKnown() ? target : typed.type();
            Node node =
                    open
                            ? coercion.cast(typed, target.isKnown() ? target : SqlType.of("text"))
                                    .node()
                            : typed.node();
            nodes.add(node);
            outputs.add(
                    new Output(
                            item.alias().isEmpty() ? ColumnNames.of(item.value()) : item.alias(),
                            type));
        }
        OutputNames names = new OutputNames(outputs, nodes, canonicalizer, scope);
        Select resolved =
                new Select(
                        select.distinct(),
                        select.distinctOn().stream().map(names::sorted).toList(),
                        nodes.stream().map(node -> new Item(node, "")).toList(),
                        from,
                        select.where().map(canonicalizer::condition),
                        select.groupBy().stream().map(names::grouped).toList(),
                        select.having().map(canonicalizer::condition),
                        windows(select, canonicalizer));
        return new ResolvedBody(resolved, outputs, item -> item.withKey(names.sorted(item.key())));
    }

    private static Map<String, Node.Window> windows(Select select, Canonicalizer canonicalizer) {
        Map<String, Node.Window> windows = new java.util.LinkedHashMap<>();
        select.windows().forEach((name, window) -> windows.put(name, canonicalizer.window(window)));
        return windows;
    }

    /** An item that a star was expanded to; its value is a column of the normal form already. */
    private static boolean isResolved(Item item) {
        return item.value() instanceof Form form && form.shape() == Shape.ABSENT;
    }

    private Typed resolvedItem(Item item, QueryScope scope) {
        Form place = (Form) item.value();
        int dot = place.detail().indexOf(':');
        int index = Integer.parseInt(place.detail().substring(0, dot));
        String qualifier = place.detail().substring(dot + 1);
        List<ScopeColumn> columns =
                qualifier.isEmpty()
                        ? scope.visible()
                        : scope.entry(List.of(qualifier)).orElseThrow().columns().orElseThrow();
        Typed value = columns.get(index).value();
        note(value.node());
        return value;
    }

    private List<Item> expanded(List<Item> items, QueryScope scope) {
        List<Item> expanded = new ArrayList<>();
        for (Item item : items) {
            if (!(item.value() instanceof Star star)) {
                expanded.add(item);
                continue;
            }
            if (!scope.isComplete()) {
                throw new NotUnderstoodException("star over what is not known");
            }
            environment.findings().star();
            List<ScopeColumn> columns = scope.visible();
            String qualifier = "";
            if (!star.qualifier().isEmpty()) {
                Entry entry =
                        scope.entry(star.qualifier())
                                .orElseThrow(() -> new NotUnderstoodException("star"));
                columns = entry.columns().orElseThrow();
                qualifier = entry.alias();
            }
            findings().uses().star(star.place(), written(columns, scope));
            for (int i = 0; i < columns.size(); i++) {
                expanded.add(
                        new Item(
                                new Form(Shape.ABSENT, i + ":" + qualifier, List.of()),
                                columns.get(i).name()));
            }
        }
        return expanded;
    }

    /** Returns what a star stands for, each column by a name that only it has. */
    private static List<List<String>> written(List<ScopeColumn> columns, QueryScope scope) {
        List<List<String>> written = new ArrayList<>();
        for (ScopeColumn column : columns) {
            long namesakes =
                    scope.visible().stream()
                            .filter(other -> other.name().equals(column.name()))
                            .count();
            written.add(
                    namesakes == 1
                            ? List.of(column.name())
                            : List.of(scope.sourceOf(column), column.name()));
        }
        return written;
    }

    /** Returns the columns of a function's rows. */
    List<Output> rowOutputs(Node call, SqlType type, String alias) {
        if (call instanceof Node.Call named) {
            List<Relations.RelationColumn> columns = relations.rowColumns(named.name());
            if (!columns.isEmpty()) {
                return columns.stream()
                        .map(column -> new Output(column.name(), column.type()))
                        .toList();
            }
        }
        if (type.isKnown() && !type.array() && !environment.types().isScalar(type)) {
            List<Relations.RelationColumn> columns = form.columns(type.name());
            if (!columns.isEmpty()) {
                return columns.stream()
                        .map(column -> new Output(column.name(), column.type()))
                        .toList();
            }
        }
        return List.of(new Output(alias.isEmpty() ? ColumnNames.of(call) : alias, type));
    }

    Typed equal(Scope scope, Typed left, Typed right) {
        return canonicalizer(scope).compare("=", left, right);
    }

    /** Returns the value of a column that both sides of a join have. */
    Typed merged(String kind, Typed left, Typed right) {
        if (kind.equals("RIGHT")) {
            return right;
        }
        if (!kind.equals("FULL")) {
            return left;
        }
        SqlType type =
                environment
                        .types()
                        .common(List.of(left.type(), right.type()))
                        .orElse(SqlType.UNDETERMINED);
        Coercion coercion = new Coercion(environment.types());
        return new Typed(
                Node.Call.of(
                        "coalesce",
                        List.of(coercion.implicit(left, type), coercion.implicit(right, type))),
                type);
    }

    static boolean isWholeNumber(Node node) {
        return node instanceof Literal literal
                && literal.kind() == LiteralKind.NUMBER
                && literal.value().matches("[0-9]{1,4}");
    }
}
