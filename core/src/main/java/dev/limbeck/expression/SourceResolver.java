package dev.limbeck.expression;

import dev.limbeck.expression.Node.Form;
import dev.limbeck.expression.Node.Name;
import dev.limbeck.expression.Node.Shape;
import dev.limbeck.expression.QueryResolver.Output;
import dev.limbeck.expression.QueryResolver.Resolved;
import dev.limbeck.expression.QueryScope.Entry;
import dev.limbeck.expression.QueryScope.ScopeColumn;
import dev.limbeck.expression.QueryTree.Alias;
import dev.limbeck.expression.QueryTree.Derived;
import dev.limbeck.expression.QueryTree.Join;
import dev.limbeck.expression.QueryTree.Relation;
import dev.limbeck.expression.QueryTree.Rows;
import dev.limbeck.expression.QueryTree.Source;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves what stands in FROM: every source gets an alias by its place. */
final class SourceResolver {
    /** A source in normal form, and its columns as a star finds them. */
    private record Placed(Source source, List<ScopeColumn> columns) {}

    private final QueryResolver resolver;
    private final QueryScope scope;

    SourceResolver(QueryResolver resolver, QueryScope scope) {
        this.resolver = resolver;
        this.scope = scope;
    }

    /** Returns the sources in normal form; the scope gets their columns. */
    List<Source> resolve(List<Source> sources) {
        List<Source> placed = new ArrayList<>();
        for (Source source : sources) {
            List<ScopeColumn> before = scope.visible();
            Placed one = place(source);
            placed.add(one.source());
            List<ScopeColumn> all = new ArrayList<>(before);
            all.addAll(one.columns());
            scope.show(all);
        }
        return placed;
    }

    private Placed place(Source source) {
        if (source instanceof Relation relation) {
            return relation(relation);
        }
        if (source instanceof Derived derived) {
            return derived(derived);
        }
        if (source instanceof Rows rows) {
            return rows(rows);
        }
        return join((Join) source);
    }

    private Placed relation(Relation relation) {
        String canonical = resolver.nextAlias();
        List<String> path = resolver.grammar().withoutIdleSchema(relation.path());
        String own = path.get(path.size() - 1);
        Alias alias = relation.alias();
        String name = alias.name().isEmpty() ? own : alias.name();
        Optional<List<Output>> named =
                path.size() == 1 ? resolver.named(path.get(0)) : Optional.empty();
        Alias written = new Alias(canonical, List.of());
        if (named.isPresent()) {
            List<ScopeColumn> columns = byPlace(canonical, named.get(), alias.columns());
            scope.add(entry(name, List.of(), canonical, columns, SqlType.UNDETERMINED));
            return new Placed(
                    new Relation(path, relation.words(), written, Place.NOWHERE), columns);
        }
        QualifiedName qualified = Findings.qualified(path);
        resolver.findings().add(Reference.toRelation(qualified));
        boolean hasAlias = !alias.name().isEmpty();
        resolver.findings().uses().relation(relation.place(), qualified, hasAlias);
        Optional<List<Relations.RelationColumn>> known = resolver.columns(qualified);
        if (known.isEmpty()) {
            if (!alias.columns().isEmpty()) {
                throw new NotUnderstoodException("columns of " + qualified);
            }
            scope.add(
                    new Entry(
                            name,
                            relation.path(),
                            canonical,
                            Optional.empty(),
                            row(canonical, SqlType.UNDETERMINED)));
            return new Placed(
                    new Relation(path, relation.words(), written, Place.NOWHERE), List.of());
        }
        List<ScopeColumn> columns = new ArrayList<>();
        for (Relations.RelationColumn column : known.get()) {
            int place = columns.size();
            String shown =
                    place < alias.columns().size() ? alias.columns().get(place) : column.name();
            resolver.remember(canonical, column.name(), qualified);
            columns.add(
                    new ScopeColumn(
                            shown,
                            new Typed(new Name(List.of(canonical, column.name())), column.type())));
        }
        scope.add(entry(name, relation.path(), canonical, columns, SqlType.of(qualified)));
        return new Placed(new Relation(path, relation.words(), written, Place.NOWHERE), columns);
    }

    private static Entry entry(
            String alias,
            List<String> path,
            String canonical,
            List<ScopeColumn> columns,
            SqlType row) {
        return new Entry(alias, path, canonical, Optional.of(columns), row(canonical, row));
    }

    private static Typed row(String canonical, SqlType type) {
        return new Typed(new Name(List.of(canonical)), type);
    }

    /** Names columns by their place, whatever they are called. */
    private static List<ScopeColumn> byPlace(
            String canonical, List<Output> outputs, List<String> names) {
        List<ScopeColumn> columns = new ArrayList<>();
        for (Output output : outputs) {
            int place = columns.size();
            String name = place < names.size() ? names.get(place) : output.name();
            columns.add(
                    new ScopeColumn(
                            name,
                            new Typed(
                                    new Name(List.of(canonical, "c" + (place + 1))),
                                    output.type())));
        }
        return columns;
    }

    private Placed derived(Derived derived) {
        Resolved query = resolver.nested(derived.query(), scope);
        String canonical = resolver.nextAlias();
        List<ScopeColumn> columns = byPlace(canonical, query.outputs(), derived.alias().columns());
        scope.add(
                entry(derived.alias().name(), List.of(), canonical, columns, SqlType.UNDETERMINED));
        Alias alias = new Alias(canonical, List.of());
        return new Placed(new Derived(query.tree(), false, alias), columns);
    }

    private Placed rows(Rows rows) {
        Canonicalizer canonicalizer = resolver.canonicalizer(scope);
        List<Output> outputs = new ArrayList<>();
        List<Node> calls = new ArrayList<>();
        String alias = rows.alias().name();
        for (Node call : rows.calls()) {
            Typed typed = canonicalizer.visit(call);
            calls.add(typed.node());
            List<Output> own = resolver.rowOutputs(call, typed.type(), alias);
            outputs.addAll(own);
        }
        if (!rows.types().isEmpty()) {
            outputs.clear();
            for (int i = 0; i < rows.types().size(); i++) {
                outputs.add(new Output(rows.alias().columns().get(i), rows.types().get(i)));
            }
        } else if (outputs.size() < rows.alias().columns().size()) {
            outputs.clear();
            rows.alias()
                    .columns()
                    .forEach(name -> outputs.add(new Output(name, SqlType.UNDETERMINED)));
        }
        if (!rows.words().isEmpty() && outputs.size() >= rows.alias().columns().size()) {
            outputs.add(new Output("ordinality", SqlType.of("bigint")));
        }
        String canonical = resolver.nextAlias();
        List<ScopeColumn> columns = byPlace(canonical, outputs, rows.alias().columns());
        String name =
                alias.isEmpty() && rows.calls().get(0) instanceof Node.Call call
                        ? call.last()
                        : alias;
        Typed row =
                columns.size() == 1 ? columns.get(0).value() : row(canonical, SqlType.UNDETERMINED);
        scope.add(new Entry(name, List.of(), canonical, Optional.of(columns), row));
        return new Placed(
                new Rows(calls, false, rows.words(), new Alias(canonical, List.of()), rows.types()),
                columns);
    }

    private Placed join(Join join) {
        if (!join.alias().equals(Alias.NONE) && !join.alias().name().isEmpty()) {
            throw new NotUnderstoodException("alias of a join");
        }
        List<ScopeColumn> before = scope.visible();
        Placed left = place(join.left());
        List<ScopeColumn> withLeft = new ArrayList<>(before);
        withLeft.addAll(left.columns());
        scope.show(withLeft);
        Placed right = place(join.right());
        List<String> shared = join.natural() ? shared(left, right) : join.using();
        if (join.natural() && !scope.isComplete()) {
            throw new NotUnderstoodException("natural join of what is not known");
        }
        List<ScopeColumn> merged = new ArrayList<>();
        List<Node> equal = new ArrayList<>();
        for (String name : shared) {
            Typed one = only(left, name);
            Typed other = only(right, name);
            Typed pair = resolver.equal(scope, one, other);
            equal.add(pair.node());
            merged.add(new ScopeColumn(name, resolver.merged(join.kind(), one, other)));
            resolver.unplaced(one.node());
            resolver.unplaced(other.node());
        }
        Set<String> once = new HashSet<>(shared);
        for (Placed side : List.of(left, right)) {
            side.columns().stream()
                    .filter(column -> !once.contains(column.name()))
                    .forEach(merged::add);
        }
        List<ScopeColumn> visible = new ArrayList<>(before);
        visible.addAll(merged);
        scope.show(visible);
        Optional<Node> on =
                shared.isEmpty()
                        ? join.on().map(resolver.canonicalizer(scope)::condition)
                        : Optional.of(
                                equal.size() == 1 ? equal.get(0) : new Form(Shape.AND, "", equal));
        Source source =
                new Join(
                        join.kind(),
                        false,
                        List.of(),
                        on,
                        left.source(),
                        right.source(),
                        Alias.NONE);
        return new Placed(source, merged);
    }

    private static List<String> shared(Placed left, Placed right) {
        Set<String> names = new HashSet<>();
        right.columns().forEach(column -> names.add(column.name()));
        return left.columns().stream()
                .map(ScopeColumn::name)
                .filter(names::contains)
                .distinct()
                .toList();
    }

    private static Typed only(Placed side, String name) {
        List<ScopeColumn> found =
                side.columns().stream().filter(column -> column.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new NotUnderstoodException("joined on " + name);
        }
        return found.get(0).value();
    }
}
