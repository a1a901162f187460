package dev.limbeck.ddl;

import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table being read, or what a statement adds to one. Its texts wait until all its columns are
 * known. Not thread-safe.
 */
public final class TableDraft {
    private final QualifiedName name;
    private final List<ColumnDraft> columns = new ArrayList<>();
    private final List<PartDraft> parts = new ArrayList<>();
    private final List<Sequence> owned = new ArrayList<>();
    private Persistence persistence = Persistence.PERMANENT;
    private List<QualifiedName> inherits = List.of();
    private Optional<PartitionOf> partitionOf = Optional.empty();
    private Optional<Function<ExpressionScope, Partitioning>> partitioning = Optional.empty();
    private Options options = Options.none();
    private Optional<String> comment = Optional.empty();
    private final List<SchemaChange> following = new ArrayList<>();

    public TableDraft(QualifiedName name) {
        this.name = name;
    }

    public QualifiedName name() {
        return name;
    }

    public void add(ColumnDraft column) {
        columns.add(column);
    }

    public void add(PartDraft part) {
        parts.add(part);
    }

    /** Adds a sequence that a column owns. */
    public void add(Sequence sequence) {
        owned.add(sequence);
    }

    /** Adds a change that is made once the table is there. */
    public void follow(SchemaChange change) {
        following.add(change);
    }

    /** Returns the changes that are made once the table is there. */
    public List<SchemaChange> following() {
        return List.copyOf(following);
    }

    public List<ColumnDraft> columns() {
        return List.copyOf(columns);
    }

    public List<PartDraft> parts() {
        return List.copyOf(parts);
    }

    /** Returns the sequences that its columns own. */
    public List<Sequence> owned() {
        return List.copyOf(owned);
    }

    public Optional<ColumnDraft> column(String columnName) {
        return columns.stream().filter(draft -> draft.name().equals(columnName)).findFirst();
    }

    public Persistence persistence() {
        return persistence;
    }

    public void persistence(Persistence said) {
        persistence = said;
    }

    public List<QualifiedName> inherits() {
        return inherits;
    }

    public void inherits(List<QualifiedName> parents) {
        inherits = List.copyOf(parents);
    }

    public Optional<PartitionOf> partitionOf() {
        return partitionOf;
    }

    public void partitionOf(PartitionOf said) {
        partitionOf = Optional.of(said);
    }

    Optional<Function<ExpressionScope, Partitioning>> partitioning() {
        return partitioning;
    }

    public void partitioning(Function<ExpressionScope, Partitioning> said) {
        partitioning = Optional.of(said);
    }

    public Options options() {
        return options;
    }

    public void options(Options said) {
        options = said;
    }

    public Optional<String> comment() {
        return comment;
    }

    public void comment(String text) {
        comment = Optional.of(text).filter(filled -> !filled.isEmpty());
    }
}
