package dev.limbeck.postgres.render;

import dev.limbeck.postgres.model.NewTable;
import dev.limbeck.postgres.model.OptionNames;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.RowSecurity;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a new table: a column a line, constraints where people put them. */
final class TableWriter {
    private final ColumnWriter columns;
    private final PartWriter parts;

    TableWriter(ColumnWriter columns, PartWriter parts) {
        this.columns = columns;
        this.parts = parts;
    }

    /** Returns the pieces that make a table with all that is in its record. */
    List<Piece> create(Table table, List<Sequence> owned) {
        List<Piece> pieces = new ArrayList<>();
        List<Sequence> apart = apart(table, owned);
        apart.forEach(sequence -> pieces.add(Piece.statement(SequenceWriter.create(sequence))));
        pieces.add(Piece.statement(statement(table, owned)));
        for (Sequence sequence : apart) {
            pieces.add(Piece.statement(SequenceWriter.own(sequence)));
            pieces.addAll(DetailWriter.all(sequence));
        }
        for (Column column : table.columns()) {
            pieces.addAll(columns.afterwards(table.name(), column));
        }
        Set<Constraint> late = late(table);
        for (TablePart part : table.parts()) {
            if (!(part instanceof Constraint constraint) || late.contains(constraint)) {
                pieces.addAll(parts.add(table.id(), part));
            }
        }
        rowSecurity(RowSecurity.off(), table.rowSecurity())
                .forEach(
                        action ->
                                pieces.add(Piece.action(ColumnWriter.head(table.name()), action)));
        byParts(Options.none(), table.options())
                .forEach(
                        action ->
                                pieces.add(
                                        Piece.statement(
                                                ColumnWriter.head(table.name()) + " " + action)));
        pieces.addAll(DetailWriter.all(table));
        return pieces;
    }

    /** Returns the constraints that would not be as they are inside the table's own statement. */
    private static Set<Constraint> late(Table table) {
        Set<Constraint> late = NewTable.repeatedKeys(table);
        table.constraints().stream().filter(NewTable::isYetToBeValid).forEach(late::add);
        return late;
    }

    /** Returns the sequences that {@code serial} doesn't make. */
    private List<Sequence> apart(Table table, List<Sequence> owned) {
        List<Sequence> apart = new ArrayList<>(owned);
        for (Column column : table.columns()) {
            if (Serial.word(table.name(), column, owned, columns.names()).isPresent()) {
                Serial.sequence(table.name(), column, owned).ifPresent(apart::remove);
            }
        }
        return apart;
    }

    private String statement(Table table, List<Sequence> owned) {
        StringBuilder text = new StringBuilder("CREATE ");
        if (table.persistence() == Persistence.UNLOGGED) {
            text.append("UNLOGGED ");
        }
        text.append("TABLE ").append(SqlNames.write(table.name()));
        List<String> lines = lines(table, owned);
        String list = lines.isEmpty() ? "" : " (\n    " + String.join(",\n    ", lines) + "\n)";
        Optional<PartitionOf> partition = table.partitionOf();
        if (partition.isPresent()) {
            text.append(" PARTITION OF ").append(SqlNames.write(partition.get().parent()));
            text.append(list);
            text.append(list.isEmpty() ? "\n    " : " ").append(partition.get().bound().source());
        } else {
            text.append(list.isEmpty() ? " ()" : list);
        }
        if (!table.inherits().isEmpty()) {
            text.append(
                    table.inherits().stream()
                            .map(SqlNames::write)
                            .collect(Collectors.joining(", ", " INHERITS (", ")")));
        }
        table.partitioning().ifPresent(cut -> text.append(' ').append(partitionBy(cut)));
        Options options = table.options();
        options.get(OptionNames.ACCESS_METHOD)
                .ifPresent(method -> text.append(" USING ").append(SqlNames.write(method)));
        text.append(StorageOptions.with(storage(options).without(Options.TABLESPACE)));
        options.get(Options.TABLESPACE)
                .ifPresent(place -> text.append(" TABLESPACE ").append(SqlNames.write(place)));
        return text.toString();
    }

    /** Returns the storage parameters and the tablespace among the settings of a relation. */
    static Options storage(Options options) {
        return options.without(OptionNames.ACCESS_METHOD)
                .without(OptionNames.REPLICA_IDENTITY)
                .without(OptionNames.CLUSTERED_ON);
    }

    /** Returns the actions that set by what replication tells rows apart and what sorts them. */
    static List<String> byParts(Options before, Options after) {
        List<String> actions = new ArrayList<>();
        String identity = replicaIdentity(after);
        if (!identity.equals(replicaIdentity(before))) {
            actions.add(identity);
        }
        Optional<String> sorting = after.get(OptionNames.CLUSTERED_ON);
        if (!sorting.equals(before.get(OptionNames.CLUSTERED_ON))) {
            actions.add(
                    sorting.map(index -> "CLUSTER ON " + SqlNames.write(index))
                            .orElse("SET WITHOUT CLUSTER"));
        }
        return actions;
    }

    private static String replicaIdentity(Options options) {
        String words = options.get(OptionNames.REPLICA_IDENTITY).orElse("default");
        String index = OptionNames.BY_INDEX;
        return "REPLICA IDENTITY "
                + (words.startsWith(index)
                        ? "USING INDEX " + SqlNames.write(words.substring(index.length()))
                        : words.toUpperCase(Locale.ROOT));
    }

    private static String partitionBy(Partitioning cut) {
        return cut.keys().stream()
                .map(IndexWriter::part)
                .collect(
                        Collectors.joining(
                                ", ",
                                "PARTITION BY " + cut.method().toUpperCase(Locale.ROOT) + " (",
                                ")"));
    }

    private List<String> lines(Table table, List<Sequence> owned) {
        QualifiedName name = table.name();
        Set<Constraint> written = late(table);
        List<String> lines = new ArrayList<>();
        Set<String> keyColumns =
                table.primaryKey().map(key -> Set.copyOf(key.key().columns())).orElse(Set.of());
        for (Column column : table.columns()) {
            List<String> inline = new ArrayList<>();
            for (Constraint constraint : table.constraints()) {
                if (ConstraintWriter.column(constraint, name)
                        .filter(column.name()::equals)
                        .isPresent()) {
                    ConstraintWriter.inline(constraint, name)
                            .filter(text -> written.add(constraint))
                            .ifPresent(inline::add);
                }
            }
            Column shown = keyColumns.contains(column.name()) ? implied(name, column) : column;
            lines.add(line(table, column, shown, owned, inline));
        }
        for (Constraint constraint : table.constraints()) {
            if (!written.contains(constraint)) {
                lines.add(ConstraintWriter.write(constraint, name));
            }
        }
        return lines;
    }

    /** Returns a column of the primary key, which forbids nulls already. */
    private Column implied(QualifiedName table, Column column) {
        return column.notNull()
                        .filter(rule -> !columns.names().isWritten(table, column.name(), rule))
                        .filter(NotNull::inherited)
                        .isPresent()
                ? column.withNotNull(Optional.empty())
                : column;
    }

    private String line(
            Table table, Column column, Column shown, List<Sequence> owned, List<String> inline) {
        QualifiedName name = table.name();
        Optional<String> serial = Serial.word(name, column, owned, columns.names());
        if (serial.isPresent()) {
            Column bare = shown.withNotNull(Optional.empty()).withDefault(Optional.empty());
            return SqlNames.write(column.name())
                    + " "
                    + serial.get()
                    + columns.rules(name, bare, inline);
        }
        if (table.partitionOf().isPresent()) {
            String rules = columns.rules(name, column, inline);
            return SqlNames.write(column.name()) + (rules.isEmpty() ? " WITH OPTIONS" : rules);
        }
        return columns.definition(name, shown, inline);
    }

    /** Returns the actions that lead from one state of row security to another. */
    static List<String> rowSecurity(RowSecurity before, RowSecurity after) {
        List<String> actions = new ArrayList<>();
        if (before.enabled() != after.enabled()) {
            actions.add((after.enabled() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY");
        }
        if (before.forced() != after.forced()) {
            actions.add((after.forced() ? "FORCE" : "NO FORCE") + " ROW LEVEL SECURITY");
        }
        return actions;
    }
}
