package dev.limbeck.schema;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table with all that belongs to it.
 *
 * <p>Two tables are equal whatever the order of their columns: a server can seldom change it, so it
 * is never a difference.
 *
 * @param name its name
 * @param columns its own columns in order. A partition and an inheriting table list only what they
 *     declare themselves: columns of their own, and those inherited ones that differ from the
 *     parent's in default or nullability (a partition: such ones only)
 * @param parts its constraints, indexes, triggers, policies and attachments, sorted; what a
 *     partition or an inheriting table has from its parent is not repeated
 * @param persistence how far its rows outlive a crash or a session
 * @param partitioning how it is cut into partitions
 * @param partitionOf the table it is a partition of
 * @param inherits the tables it inherits from, in order; never together with {@code partitionOf}
 * @param rowSecurity whether its policies hold
 * @param options storage parameters, tablespace, engine
 * @param details its comment, owner and grants
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<TablePart> parts,
        Persistence persistence,
        Optional<Partitioning> partitioning,
        Optional<PartitionOf> partitionOf,
        List<QualifiedName> inherits,
        RowSecurity rowSecurity,
        Options options,
        Details details)
        implements Relation {
    public Table {
        columns = List.copyOf(columns);
        parts = Parts.sorted(parts);
        inherits = List.copyOf(inherits);
    }

    /** Returns a plain table with nothing but columns. */
    public static Table of(QualifiedName name, Column... columns) {
        return of(name, List.of(columns));
    }

    public static Table of(QualifiedName name, List<Column> columns) {
        return new Table(
                name,
                columns,
                List.of(),
                Persistence.PERMANENT,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                RowSecurity.off(),
                Options.none(),
                Details.none());
    }

    @Override
    public ObjectId id() {
        return ObjectId.table(name);
    }

    /** Returns a column by its name. */
    public Optional<Column> column(String columnName) {
        return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
    }

    @Override
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    public Optional<PrimaryKey> primaryKey() {
        return parts(PrimaryKey.class).stream().findFirst();
    }

    public List<Constraint> constraints() {
        return parts(Constraint.class);
    }

    public List<ForeignKey> foreignKeys() {
        return parts(ForeignKey.class);
    }

    @Override
    public Table withName(QualifiedName newName) {
        return new Table(
                newName,
                columns,
                parts,
                persistence,
                partitioning,
                partitionOf,
                inherits,
                rowSecurity,
                options,
                details);
    }

    public Table withColumns(List<Column> newColumns) {
        return new Table(
                name,
                newColumns,
                parts,
                persistence,
                partitioning,
                partitionOf,
                inherits,
                rowSecurity,
                options,
                details);
    }

    @Override
    public Table withParts(Collection<? extends TablePart> newParts) {
        return new Table(
                name,
                columns,
                List.copyOf(newParts),
                persistence,
                partitioning,
                partitionOf,
                inherits,
                rowSecurity,
                options,
                details);
    }

    public Table withPersistence(Persistence newPersistence) {
        return new Table(
                name,
                columns,
                parts,
                newPersistence,
                partitioning,
                partitionOf,
                inherits,
                rowSecurity,
                options,
                details);
    }

    public Table withPartitioning(Optional<Partitioning> newPartitioning) {
        return new Table(
                name,
                columns,
                parts,
                persistence,
                newPartitioning,
                partitionOf,
                inherits,
                rowSecurity,
                options,
                details);
    }

    public Table withPartitionOf(Optional<PartitionOf> newPartitionOf) {
        return new Table(
                name,
                columns,
                parts,
                persistence,
                partitioning,
                newPartitionOf,
                inherits,
                rowSecurity,
                options,
                details);
    }

    public Table withInherits(List<QualifiedName> newInherits) {
        return new Table(
                name,
                columns,
                parts,
                persistence,
                partitioning,
                partitionOf,
                newInherits,
                rowSecurity,
                options,
                details);
    }

    public Table withRowSecurity(RowSecurity newRowSecurity) {
        return new Table(
                name,
                columns,
                parts,
                persistence,
                partitioning,
                partitionOf,
                inherits,
                newRowSecurity,
                options,
                details);
    }

    public Table withOptions(Options newOptions) {
        return new Table(
                name,
                columns,
                parts,
                persistence,
                partitioning,
                partitionOf,
                inherits,
                rowSecurity,
                newOptions,
                details);
    }

    @Override
    public Table withDetails(Details newDetails) {
        return new Table(
                name,
                columns,
                parts,
                persistence,
                partitioning,
                partitionOf,
                inherits,
                rowSecurity,
                options,
                newDetails);
    }

    /** Returns the tables it takes columns from: the partitioned one, or those it inherits from. */
    public List<QualifiedName> parents() {
        return partitionOf.map(of -> List.of(of.parent())).orElse(inherits);
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> found = Parts.namespaceOf(name);
        columns.forEach(column -> found.addAll(column.references()));
        parts.forEach(part -> found.addAll(part.references()));
        partitioning.ifPresent(cut -> cut.keys().forEach(key -> found.addAll(key.references())));
        parents().forEach(parent -> found.add(Reference.toRelation(parent)));
        return found;
    }

    @Override
    public <R> R accept(SchemaObjectVisitor<R> visitor) {
        return visitor.table(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Table that
                && name.equals(that.name)
                && columns.size() == that.columns.size()
                && (columns.equals(that.columns) || byName(columns).equals(byName(that.columns)))
                && parts.equals(that.parts)
                && persistence == that.persistence
                && partitioning.equals(that.partitioning)
                && partitionOf.equals(that.partitionOf)
                && inherits.equals(that.inherits)
                && rowSecurity.equals(that.rowSecurity)
                && options.equals(that.options)
                && details.equals(that.details);
    }

    private static Map<String, Column> byName(List<Column> columns) {
        return columns.stream()
                .collect(
                        Collectors.toMap(
                                Column::name, Function.identity(), (a, b) -> a, HashMap::new));
    }

    @Override
    public int hashCode() {
        int columnsInAnyOrder = columns.stream().mapToInt(Column::hashCode).sum();
        return 31 * (31 * name.hashCode() + columnsInAnyOrder) + parts.hashCode();
    }
}
