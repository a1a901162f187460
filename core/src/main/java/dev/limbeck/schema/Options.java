package dev.limbeck.schema;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings that only some vendors know, as sorted pairs of names and values.
 *
 * <p>Keys are lower case words joined by underscores, values are canonical text; a setting that
 * equals the server's default is absent, a setting that only is there or not has an empty value.
 * The keys that more than one dialect uses are the constants here; the others belong to the dialect
 * that writes and reads them.
 *
 * @param values the settings
 */
public record Options(SortedMap<String, String> values) {
    /** The tablespace of a table, an index or a key's index. */
    public static final String TABLESPACE = "tablespace";

    /** A column's character set; a table's default one. */
    public static final String CHARSET = "charset";

    /** A table's default collation. */
    public static final String COLLATION = "collation";

    /**
     * The number a table begins to count its rows at. It only counts when the table is made, so
     * settings that differ in it alone are equal.
     */
    public static final String FIRST_NUMBER = "first_number";

    /** A column or an index that is hidden from queries or from the planner. */
    public static final String INVISIBLE = "invisible";

    /** What a column is set to when its row is updated. */
    public static final String ON_UPDATE = "on_update";

    /** A column whose default also replaces an explicit null. */
    public static final String DEFAULT_ON_NULL = "default_on_null";

    /** How a column's values are stored out of line. */
    public static final String STORAGE = "storage";

    /** How a column's or a table's values are compressed. */
    public static final String COMPRESSION = "compression";

    private static final Options NONE = new Options(Collections.emptySortedMap());

    public Options {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Returns no settings. */
    public static Options none() {
        return NONE;
    }

    /** Returns these settings. */
    public static Options of(Map<String, String> values) {
        return values.isEmpty() ? NONE : new Options(new TreeMap<>(values));
    }

    /** Returns a setting's value. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Returns whether a setting is there. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns these settings with one added or replaced. */
    public Options with(String key, String value) {
        SortedMap<String, String> changed = new TreeMap<>(values);
        changed.put(key, value);
        return new Options(changed);
    }

    /** Returns these settings without one. */
    public Options without(String key) {
        if (!values.containsKey(key)) {
            return this;
        }
        SortedMap<String, String> changed = new TreeMap<>(values);
        changed.remove(key);
        return of(changed);
    }

    private SortedMap<String, String> compared() {
        return without(FIRST_NUMBER).values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Options options && compared().equals(options.compared());
    }

    @Override
    public int hashCode() {
        return compared().hashCode();
    }
}
