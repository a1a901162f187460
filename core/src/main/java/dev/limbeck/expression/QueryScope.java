package dev.limbeck.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of a query's sources, and beyond them what the query around it can name. */
final class QueryScope implements Scope {
    /** A column under the name it has here. */
    record ScopeColumn(String name, Typed value) {}

    /**
     * One source.
     *
     * @param alias the name it goes by here, or empty
     * @param path the relation's own name, for names that are qualified in full
     * @param canonical the name it has in the normal form
     * @param columns its columns; empty where they are not known
     * @param row what its alias alone stands for: the row, or the value where it is but one
     */
    record Entry(
            String alias,
            List<String> path,
            String canonical,
            Optional<List<ScopeColumn>> columns,
            Typed row) {
        Optional<Typed> column(String name) {
            if (columns.isEmpty()) {
                return Optional.of(Typed.undetermined(new Node.Name(List.of(canonical, name))));
            }
            return columns.get().stream()
                    .filter(column -> column.name().equals(name))
                    .map(ScopeColumn::value)
                    .findFirst();
        }
    }

    private final Scope outer;
    private final List<Entry> entries = new ArrayList<>();

    /** What an unqualified name or a star finds, in order; those merged by USING stand once. */
    private List<ScopeColumn> visible = new ArrayList<>();

    QueryScope(Scope outer) {
        this.outer = outer;
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    List<ScopeColumn> visible() {
        return visible;
    }

    void show(List<ScopeColumn> columns) {
        visible = columns;
    }

    boolean isComplete() {
        return entries.stream().allMatch(entry -> entry.columns().isPresent());
    }

    Optional<Entry> entry(List<String> qualifier) {
        String last = qualifier.get(qualifier.size() - 1);
        return entries.stream()
                .filter(
                        entry ->
                                qualifier.size() == 1
                                        ? entry.alias().equals(last)
                                        : entry.path().equals(qualifier))
                .findFirst();
    }

    /** Returns the name by which the source of a column goes here. */
    String sourceOf(ScopeColumn column) {
        return entries.stream()
                .filter(entry -> entry.columns().filter(all -> all.contains(column)).isPresent())
                .map(Entry::alias)
                .findFirst()
                .orElseThrow(() -> new NotUnderstoodException("source of " + column.name()));
    }

    @Override
    public Optional<Typed> resolve(List<String> path) {
        Optional<Typed> found = path.size() == 1 ? single(path.get(0)) : qualified(path);
        return found.isPresent() ? found : outer.resolve(path);
    }

    private Optional<Typed> single(String name) {
        List<Typed> found =
                visible.stream()
                        .filter(column -> column.name().equals(name))
                        .map(ScopeColumn::value)
                        .toList();
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        if (found.size() > 1) {
            throw new NotUnderstoodException("ambiguous: " + name);
        }
        List<Entry> unknown = entries.stream().filter(entry -> entry.columns().isEmpty()).toList();
        if (unknown.size() == 1) {
            return unknown.get(0).column(name);
        }
        return entries.stream()
                .filter(entry -> entry.alias().equals(name))
                .findFirst()
                .map(Entry::row);
    }

    @Override
    public Optional<Typed> row(List<String> qualifier) {
        Optional<Typed> found = entry(qualifier).map(Entry::row);
        return found.isPresent() ? found : outer.row(qualifier);
    }

    private Optional<Typed> qualified(List<String> path) {
        return entry(path.subList(0, path.size() - 1))
                .flatMap(entry -> entry.column(path.get(path.size() - 1)));
    }
}
