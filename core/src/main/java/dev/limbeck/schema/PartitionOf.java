package dev.limbeck.schema;

/**
 * That a table is a partition of another.
 *
 * @param parent the partitioned table
 * @param bound which rows it holds, as text: {@code FOR VALUES FROM ('2024-01-01') TO
 *     ('2025-01-01')}, {@code DEFAULT}
 */
public record PartitionOf(QualifiedName parent, Expression bound) {}
