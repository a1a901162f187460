package dev.limbeck.analysis.calcite;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a part of a statement sees: queries of WITH, and what its FROM names. */
final class Scope {
    private final @Nullable Scope outer;
    private final Map<String, CommonQuery> queries = new HashMap<>();
    private final Map<String, Shape> aliases = new HashMap<>();
    private final Map<String, String> secondNames = new HashMap<>();
    private final Set<String> outputs = new HashSet<>();

    /**
     * A query of WITH.
     *
     * @param table the name it has in the translation
     * @param shape its columns as far as they are known
     */
    record CommonQuery(String table, Shape shape) {}

    private Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    static Scope outermost() {
        return new Scope(null);
    }

    Scope nested() {
        return new Scope(this);
    }

    void define(String key, CommonQuery query) {
        queries.put(key, query);
    }

    Optional<CommonQuery> query(String key) {
        CommonQuery found = queries.get(key);
        if (found != null) {
            return Optional.of(found);
        }
        return outer == null ? Optional.empty() : outer.query(key);
    }

    /** Says what an alias of FROM stands for. */
    void alias(String key, Shape shape) {
        aliases.put(key, shape);
    }

    /** Says that a relation has a second name here. */
    void alsoCalled(String key, String alias) {
        secondNames.put(key, alias);
    }

    /** Returns the alias of the relation that has a second name, here or around here. */
    Optional<String> second(String key) {
        String found = secondNames.get(key);
        if (found != null) {
            return Optional.of(found);
        }
        return outer == null || aliases.containsKey(key) ? Optional.empty() : outer.second(key);
    }

    /** Returns what an alias stands for, in this FROM or in one around it. */
    Optional<Shape> relation(String key) {
        Shape found = aliases.get(key);
        if (found != null) {
            return Optional.of(found);
        }
        return outer == null ? Optional.empty() : outer.relation(key);
    }

    /** Returns the relations of this FROM by their aliases. */
    Map<String, Shape> relations() {
        return aliases;
    }

    /** Says that a bare name may mean a column that the query yields. */
    void output(String key) {
        outputs.add(key);
    }

    boolean isOutput(String key) {
        return outputs.contains(key);
    }
}
