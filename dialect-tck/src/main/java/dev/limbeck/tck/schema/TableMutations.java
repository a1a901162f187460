package dev.limbeck.tck.schema;

import dev.limbeck.diff.Cascade;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.TableChange;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Random steps with tables and columns. */
final class TableMutations {
    private final Workbench bench;

    TableMutations(Workbench bench) {
        this.bench = bench;
    }

    List<Mutation> all() {
        return List.of(
                Mutation.of(this::createTable),
                Mutation.of(this::createTable),
                Mutation.of(this::createTable),
                Mutation.of(this::dropTable),
                Mutation.of(this::addColumn),
                Mutation.of(this::addColumn),
                Mutation.of(this::addEnumColumn, Feature.ENUMS),
                Mutation.of(this::addDomainColumn, Feature.DOMAINS),
                Mutation.of(this::addGeneratedColumn, Feature.GENERATED_COLUMNS),
                Mutation.of(this::addSequenceDefault, Feature.SEQUENCES),
                Mutation.of(this::dropColumn),
                Mutation.of(this::alterType),
                Mutation.of(this::alterDefault),
                Mutation.of(this::alterNullability),
                Mutation.of(this::toIdentity, Feature.IDENTITY),
                Mutation.of(this::toSerial, Feature.OWNED_SEQUENCES),
                Mutation.of(this::toPlain),
                Mutation.of(this::setPersistence, Feature.UNLOGGED),
                Mutation.of(this::createPartitioned, Feature.PARTITIONS),
                Mutation.of(this::createPartition, Feature.PARTITIONS),
                Mutation.of(this::renameTable),
                Mutation.of(this::renameColumn));
    }

    private List<SchemaChange> createTable() {
        QualifiedName name = bench.objectName("t");
        List<Column> columns = new ArrayList<>();
        List<Sequence> owned = new ArrayList<>();
        String key = bench.vocabulary().fold().apply("id");
        Column id =
                Column.of(key, bench.vocabulary().keyType().type())
                        .withNotNull(Optional.of(NotNull.plain()));
        if (bench.vocabulary().has(Feature.IDENTITY) && bench.oneIn(3)) {
            id = id.withIdentity(Optional.of(Identity.of(Identity.Generation.BY_DEFAULT)));
        } else if (bench.vocabulary().has(Feature.OWNED_SEQUENCES) && bench.oneIn(3)) {
            Sequence sequence = ownedSequence(name, key);
            owned.add(sequence);
            id = id.withDefault(Optional.of(next(sequence)));
        }
        columns.add(id);
        int count = 1 + bench.number(4);
        for (int i = 0; i < count; i++) {
            String column = bench.name("c", 9);
            if (columns.stream().noneMatch(other -> other.name().equals(column))) {
                columns.add(bench.column(column, bench.type()));
            }
        }
        PrimaryKey primary = PrimaryKey.of(PartName.of(name.name() + fold("_pk")), key);
        return List.of(
                new ObjectChange.Create(
                        Table.of(name, columns).withParts(List.of(primary)), owned));
    }

    private String fold(String text) {
        return bench.vocabulary().fold().apply(text);
    }

    private Sequence ownedSequence(QualifiedName table, String column) {
        return Sequence.of(table.sibling(table.name() + fold("_") + column + fold("_seq")))
                .withOwnedBy(Optional.of(new Sequence.OwningColumn(table, column)));
    }

    private static Expression next(Sequence sequence) {
        return Expression.of(
                "nextval('" + sequence.name() + "')",
                List.of(Reference.toSequence(sequence.name())));
    }

    private List<SchemaChange> dropTable() {
        return bench.oneIn(3)
                ? bench.anyObject(ObjectKind.TABLE)
                        .map(id -> Cascade.drop(bench.schema(), bench.rules(), id))
                        .orElse(List.of())
                : List.of();
    }

    private List<SchemaChange> addColumn() {
        return bench.anyTable()
                .map(table -> add(table, bench.column(bench.name("c", 9), bench.type())))
                .orElse(List.of());
    }

    private static List<SchemaChange> add(Table table, Column column) {
        return List.of(new ColumnChange.Add(table.name(), column));
    }

    private List<SchemaChange> addEnumColumn() {
        Optional<Table> table = bench.anyTable();
        Optional<EnumType> type = bench.any(ObjectKind.ENUM_TYPE, EnumType.class);
        if (table.isEmpty() || type.isEmpty()) {
            return List.of();
        }
        Column column = Column.of(bench.name("c", 9), ColumnType.of(type.get().name()));
        if (bench.oneIn(2)) {
            column =
                    column.withDefault(
                            bench.any(type.get().values())
                                    .map(value -> Expression.of(Vocabulary.quoted(value))));
        }
        return add(table.get(), column);
    }

    private List<SchemaChange> addDomainColumn() {
        Optional<Table> table = bench.anyTable();
        Optional<Domain> domain = bench.any(ObjectKind.DOMAIN, Domain.class);
        return table.isEmpty() || domain.isEmpty()
                ? List.of()
                : add(
                        table.get(),
                        Column.of(bench.name("c", 9), ColumnType.of(domain.get().name())));
    }

    private List<SchemaChange> addGeneratedColumn() {
        Optional<Table> table = bench.anyTable();
        Optional<Column> base =
                table.flatMap(
                        found ->
                                bench.any(
                                        found.columns().stream()
                                                .filter(this::isPlainNumber)
                                                .toList()));
        if (table.isEmpty() || base.isEmpty()) {
            return List.of();
        }
        String name = base.get().name();
        Expression expression =
                Workbench.text(name + " + " + bench.number(9), table.get().name(), name);
        Column column =
                Column.of(bench.name("g", 4), base.get().type())
                        .withGenerated(
                                Optional.of(new Generated(expression, Generated.Storage.STORED)));
        return add(table.get(), column);
    }

    private boolean isPlainNumber(Column column) {
        return bench.isOf(column, TypeSample.Family.NUMBER) && column.generated().isEmpty();
    }

    private List<SchemaChange> addSequenceDefault() {
        Optional<Sequence> sequence =
                bench.any(ObjectKind.SEQUENCE, Sequence.class, found -> found.ownedBy().isEmpty());
        return sequence.map(
                        found ->
                                alterAny(
                                        column ->
                                                bench.isOf(column, TypeSample.Family.NUMBER)
                                                        && isOrdinary(column),
                                        column -> column.withDefault(Optional.of(next(found)))))
                .orElse(List.of());
    }

    private static boolean isOrdinary(Column column) {
        return column.identity().isEmpty() && column.generated().isEmpty();
    }

    private List<SchemaChange> alterAny(Predicate<Column> wanted, UnaryOperator<Column> change) {
        Optional<Table> table = bench.anyTable();
        if (table.isEmpty()) {
            return List.of();
        }
        Optional<Column> column = bench.any(table.get().columns().stream().filter(wanted).toList());
        return column.map(
                        found -> {
                            Column after = change.apply(found);
                            return after.equals(found)
                                    ? List.<SchemaChange>of()
                                    : List.<SchemaChange>of(
                                            new ColumnChange.Alter(
                                                    table.get().name(), found, after));
                        })
                .orElse(List.of());
    }

    private List<SchemaChange> dropColumn() {
        Optional<Table> table = bench.anyTable();
        return table.flatMap(found -> bench.any(found.columns()))
                .map(
                        column ->
                                Cascade.dropColumn(
                                        bench.schema(),
                                        bench.rules(),
                                        table.orElseThrow().name(),
                                        column.name()))
                .orElse(List.of());
    }

    private List<SchemaChange> alterType() {
        TypeSample sample = bench.type();
        return alterAny(
                column ->
                        bench.isOf(column, sample.family())
                                && isOrdinary(column)
                                && column.defaultValue().isEmpty(),
                column -> column.withType(sample.type()));
    }

    private List<SchemaChange> alterDefault() {
        return alterAny(
                column -> isOrdinary(column) && bench.sampleOf(column).isPresent(),
                column ->
                        column.withDefault(
                                bench.oneIn(3)
                                        ? Optional.empty()
                                        : bench.sampleOf(column)
                                                .flatMap(sample -> bench.any(sample.literals()))
                                                .map(Expression::of)));
    }

    private List<SchemaChange> alterNullability() {
        Optional<Table> table = bench.anyTable();
        return table.isEmpty() ? List.of() : alterNullability(table.get());
    }

    private List<SchemaChange> alterNullability(Table table) {
        List<String> keys =
                table.primaryKey().map(primary -> primary.key().columns()).orElse(List.of());
        Optional<Column> column =
                bench.any(
                        table.columns().stream()
                                .filter(found -> !keys.contains(found.name()) && isOrdinary(found))
                                .toList());
        return column.<List<SchemaChange>>map(
                        found ->
                                List.of(
                                        new ColumnChange.Alter(
                                                table.name(),
                                                found,
                                                found.withNotNull(
                                                        found.nullable()
                                                                ? Optional.of(NotNull.plain())
                                                                : Optional.empty()))))
                .orElse(List.of());
    }

    private Optional<Sequence> owned(Table table, Column column) {
        return bench.any(
                ObjectKind.SEQUENCE,
                Sequence.class,
                sequence ->
                        sequence.ownedBy()
                                .filter(
                                        owner ->
                                                owner.table().equals(table.name())
                                                        && owner.column().equals(column.name()))
                                .isPresent());
    }

    private List<SchemaChange> renumber(
            BiFunction<Table, Column, Optional<Sequence>> sequence,
            BiFunction<Column, Optional<Sequence>, Column> change) {
        Optional<Table> table = bench.anyTable();
        Optional<Column> column =
                table.flatMap(
                        found ->
                                bench.any(
                                        found.columns().stream()
                                                .filter(
                                                        one ->
                                                                one.type()
                                                                                .equals(
                                                                                        bench.vocabulary()
                                                                                                .keyType()
                                                                                                .type())
                                                                        && one.generated()
                                                                                .isEmpty())
                                                .toList()));
        if (table.isEmpty() || column.isEmpty()) {
            return List.of();
        }
        Column before = column.get();
        Optional<Sequence> old = owned(table.get(), before);
        Optional<Sequence> made = sequence.apply(table.get(), before);
        Column after = change.apply(before, made);
        return after.equals(before) || (old.equals(made) && old.isPresent())
                ? List.of()
                : List.of(new ColumnChange.Renumber(table.get().name(), before, old, after, made));
    }

    private List<SchemaChange> toIdentity() {
        return renumber(
                (table, column) -> Optional.empty(),
                (column, sequence) ->
                        column.withDefault(Optional.empty())
                                .withNotNull(
                                        column.notNull().or(() -> Optional.of(NotNull.plain())))
                                .withIdentity(
                                        Optional.of(
                                                Identity.of(
                                                        bench.oneIn(2)
                                                                ? Identity.Generation.ALWAYS
                                                                : Identity.Generation
                                                                        .BY_DEFAULT))));
    }

    private List<SchemaChange> toSerial() {
        return renumber(
                (table, column) -> Optional.of(ownedSequence(table.name(), column.name())),
                (column, sequence) ->
                        column.withIdentity(Optional.empty())
                                .withDefault(sequence.map(TableMutations::next)));
    }

    private List<SchemaChange> toPlain() {
        return renumber(
                (table, column) -> Optional.empty(),
                (column, sequence) ->
                        column.withDefault(Optional.empty()).withIdentity(Optional.empty()));
    }

    private List<SchemaChange> setPersistence() {
        return bench.anyTable()
                .<List<SchemaChange>>map(
                        table -> {
                            Persistence after =
                                    table.persistence() == Persistence.PERMANENT
                                            ? Persistence.UNLOGGED
                                            : Persistence.PERMANENT;
                            return List.of(
                                    new TableChange.SetPersistence(
                                            table.name(), table.persistence(), after));
                        })
                .orElse(List.of());
    }

    private List<SchemaChange> createPartitioned() {
        String key = fold("at");
        Table table =
                Table.of(
                                bench.objectName("p"),
                                bench.column(key, bench.vocabulary().keyType())
                                        .withNotNull(Optional.of(NotNull.plain())),
                                bench.column(bench.name("c", 9), bench.type()))
                        .withPartitioning(
                                Optional.of(
                                        Partitioning.by("range", List.of(IndexPart.column(key)))));
        return List.of(new ObjectChange.Create(table));
    }

    private List<SchemaChange> createPartition() {
        Optional<Table> parent =
                bench.any(ObjectKind.TABLE, Table.class, table -> table.partitioning().isPresent());
        return parent.<List<SchemaChange>>map(
                        table -> {
                            int number = 1 + bench.number(5);
                            QualifiedName name =
                                    table.name().sibling(table.name().name() + fold("_" + number));
                            Expression bound =
                                    Expression.of(
                                            "FOR VALUES FROM ("
                                                    + 10 * number
                                                    + ") TO ("
                                                    + (10 * number + 10)
                                                    + ")");
                            return List.of(
                                    new ObjectChange.Create(
                                            Table.of(name)
                                                    .withPartitionOf(
                                                            Optional.of(
                                                                    new PartitionOf(
                                                                            table.name(),
                                                                            bound)))));
                        })
                .orElse(List.of());
    }

    private List<SchemaChange> renameTable() {
        return bench.anyTable()
                .<List<SchemaChange>>map(
                        table ->
                                List.of(
                                        new ObjectChange.Rename(
                                                ObjectId.table(table.name()),
                                                bench.objectName("t"))))
                .orElse(List.of());
    }

    private List<SchemaChange> renameColumn() {
        Optional<Table> table = bench.anyTable();
        return table.flatMap(found -> bench.any(found.columns()))
                .<List<SchemaChange>>map(
                        column ->
                                List.of(
                                        new ColumnChange.Rename(
                                                table.orElseThrow().name(),
                                                column.name(),
                                                bench.name("c", 9))))
                .orElse(List.of());
    }
}
