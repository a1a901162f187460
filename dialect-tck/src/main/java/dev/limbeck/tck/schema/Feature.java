package dev.limbeck.tck.schema;

/** What a generated schema may hold; a dialect leaves out what its database hasn't got. */
public enum Feature {
    NAMESPACES,
    ENUMS,
    DOMAINS,
    COMPOSITE_TYPES,
    SEQUENCES,
    OWNED_SEQUENCES,
    IDENTITY,
    GENERATED_COLUMNS,
    CHECKS,
    FOREIGN_KEYS,
    NOT_VALID,
    DEFERRABLE,
    INDEXES,
    EXPRESSION_INDEXES,
    PARTIAL_INDEXES,
    VIEWS,
    MATERIALIZED_VIEWS,
    ROUTINES,
    TRIGGERS,
    POLICIES,
    COMMENTS,
    GRANTS,
    PARTITIONS,
    UNLOGGED
}
