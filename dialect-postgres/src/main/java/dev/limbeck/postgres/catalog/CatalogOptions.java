package dev.limbeck.postgres.catalog;

import dev.limbeck.postgres.model.OptionNames;
import dev.limbeck.schema.Options;
import java.util.Map;
import java.util.TreeMap;

/** Settings as the catalog keeps them. */
final class CatalogOptions {
    private CatalogOptions() {}

    /** Returns the storage parameters, the tablespace and the access method of a relation. */
    static Options storage(CatalogRow row) {
        Map<String, String> values = new TreeMap<>();
        collect(row, "options", "", values);
        row.optional("tablespace").ifPresent(name -> values.put(Options.TABLESPACE, name));
        return Options.of(values);
    }

    /** Returns the same of a table: its toast table's parameters too. */
    static Options table(CatalogRow row) {
        Map<String, String> values = new TreeMap<>(storage(row).values());
        collect(row, "toast_options", "toast.", values);
        row.optional("access_method")
                .ifPresent(name -> values.put(OptionNames.ACCESS_METHOD, name));
        return Options.of(values);
    }

    /** Returns what an array of {@code name=value} says. */
    static Options of(CatalogRow row, String column) {
        Map<String, String> values = new TreeMap<>();
        collect(row, column, "", values);
        return Options.of(values);
    }

    /** Adds what an array of {@code name=value} says. */
    static void collect(CatalogRow row, String column, String prefix, Map<String, String> values) {
        for (String option : row.texts(column)) {
            int equals = option.indexOf('=');
            values.put(prefix + option.substring(0, equals), option.substring(equals + 1));
        }
    }
}
