package dev.limbeck.config;

import java.util.List;

/**
 * Which objects of a database count, as globs.
 *
 * @param schemas schemas to read; empty: the default one and those the files name
 * @param include over schema.name
 * @param exclude over schema.name
 */
public record IntrospectConfig(List<String> schemas, List<String> include, List<String> exclude) {
    /** Everything in the default schema. */
    public static final IntrospectConfig DEFAULT =
            new IntrospectConfig(List.of(), List.of("*"), List.of());

    public IntrospectConfig {
        schemas = List.copyOf(schemas);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }
}
