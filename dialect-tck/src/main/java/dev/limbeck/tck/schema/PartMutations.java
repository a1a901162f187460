package dev.limbeck.tck.schema;

import dev.limbeck.diff.Cascade;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.TableChange;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.RowSecurity;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Random steps with constraints, indexes, triggers and policies. */
final class PartMutations {
    private final Workbench bench;

    PartMutations(Workbench bench) {
        this.bench = bench;
    }

    List<Mutation> all() {
        return List.of(
                Mutation.of(() -> add(this::unique)),
                Mutation.of(() -> add(this::check), Feature.CHECKS),
                Mutation.of(() -> add(this::foreignKey), Feature.FOREIGN_KEYS),
                Mutation.of(() -> add(this::foreignKey), Feature.FOREIGN_KEYS),
                Mutation.of(() -> add(this::index), Feature.INDEXES),
                Mutation.of(() -> add(this::index), Feature.INDEXES),
                Mutation.of(() -> add(this::trigger), Feature.TRIGGERS, Feature.ROUTINES),
                Mutation.of(() -> add(this::policy), Feature.POLICIES),
                Mutation.of(this::setRowSecurity, Feature.POLICIES),
                Mutation.of(this::validate, Feature.NOT_VALID),
                Mutation.of(this::rename),
                Mutation.of(this::drop));
    }

    private List<SchemaChange> add(Function<Table, Optional<? extends TablePart>> draw) {
        Optional<Table> table = bench.anyTable().filter(found -> found.partitioning().isEmpty());
        if (table.isEmpty()) {
            return List.of();
        }
        Optional<? extends TablePart> part = draw.apply(table.get());
        return part.isPresent()
                ? List.of(new PartChange.Add(table.get().id(), part.get()))
                : List.of();
    }

    private Optional<Unique> unique(Table table) {
        List<String> columns = bench.some(table.columnNames(), 2);
        return Optional.of(
                Unique.of(bench.partName("k"), columns.toArray(new String[0]))
                        .withState(
                                bench.vocabulary().has(Feature.DEFERRABLE) && bench.oneIn(4)
                                        ? ConstraintState.normal()
                                                .withDeferral(
                                                        ConstraintState.Deferral
                                                                .INITIALLY_IMMEDIATE)
                                        : ConstraintState.normal()));
    }

    private Optional<Column> numberColumn(Table table) {
        return bench.any(
                table.columns().stream()
                        .filter(column -> bench.isOf(column, TypeSample.Family.NUMBER))
                        .toList());
    }

    private Optional<Check> check(Table table) {
        return numberColumn(table)
                .map(
                        column ->
                                Check.of(
                                        bench.partName("ck"),
                                        Workbench.text(
                                                column.name() + " >= " + bench.number(3),
                                                table.name(),
                                                column.name())));
    }

    private Optional<ForeignKey> foreignKey(Table table) {
        Optional<Table> target = bench.anyTable().filter(found -> found.primaryKey().isPresent());
        if (target.isEmpty()) {
            return Optional.empty();
        }
        List<String> key = target.get().primaryKey().orElseThrow().key().columns();
        Optional<Column> targetColumn = target.get().column(key.get(0));
        Optional<Column> column =
                bench.any(
                        table.columns().stream()
                                .filter(
                                        found ->
                                                targetColumn
                                                        .filter(
                                                                other ->
                                                                        other.type()
                                                                                .equals(
                                                                                        found
                                                                                                .type()))
                                                        .isPresent())
                                .toList());
        return key.size() != 1
                ? Optional.empty()
                : column.map(
                        found ->
                                ForeignKey.of(
                                                bench.partName("fk"),
                                                List.of(found.name()),
                                                target.get().name(),
                                                key)
                                        .withOnDelete(
                                                bench.oneIn(3)
                                                        ? ReferentialAction.CASCADE
                                                        : ReferentialAction.NO_ACTION,
                                                List.of())
                                        .withState(
                                                bench.vocabulary().has(Feature.NOT_VALID)
                                                                && bench.oneIn(4)
                                                        ? ConstraintState.normal()
                                                                .withValidated(false)
                                                        : ConstraintState.normal()));
    }

    private Optional<Index> index(Table table) {
        List<IndexPart> parts = new ArrayList<>();
        for (String name : bench.some(table.columnNames(), 3)) {
            Column column = table.column(name).orElseThrow();
            boolean expression =
                    bench.vocabulary().has(Feature.EXPRESSION_INDEXES)
                            && bench.isOf(column, TypeSample.Family.TEXT)
                            && bench.oneIn(2);
            parts.add(
                    expression
                            ? IndexPart.expression(
                                    Workbench.text("lower(" + name + ")", table.name(), name))
                            : IndexPart.column(name).withDescending(bench.oneIn(4)));
        }
        Optional<Expression> where =
                bench.vocabulary().has(Feature.PARTIAL_INDEXES) && bench.oneIn(4)
                        ? numberColumn(table)
                                .map(
                                        column ->
                                                Workbench.text(
                                                        column.name() + " > " + bench.number(5),
                                                        table.name(),
                                                        column.name()))
                        : Optional.empty();
        return Optional.of(
                Index.of(bench.partName("ix"), parts)
                        .withUnique(bench.oneIn(4))
                        .withParts(parts, List.of(), where));
    }

    private Optional<Trigger> trigger(Table table) {
        return bench.any(
                        ObjectKind.ROUTINE,
                        Routine.class,
                        routine -> routine.language().filter("plpgsql"::equals).isPresent())
                .map(
                        routine ->
                                Trigger.of(
                                        bench.partName("tr"),
                                        Trigger.Timing.BEFORE,
                                        bench.oneIn(2)
                                                ? EnumSet.of(Trigger.Event.INSERT)
                                                : EnumSet.of(
                                                        Trigger.Event.UPDATE, Trigger.Event.DELETE),
                                        Trigger.Level.ROW,
                                        Trigger.Action.call(routine.name(), List.of())));
    }

    private Optional<Policy> policy(Table table) {
        Expression predicate =
                numberColumn(table)
                        .map(
                                column ->
                                        Workbench.text(
                                                column.name() + " > " + bench.number(4),
                                                table.name(),
                                                column.name()))
                        .orElse(Expression.of("true"));
        return Optional.of(
                new Policy(
                        bench.partName("po"),
                        true,
                        bench.oneIn(2) ? "ALL" : "SELECT",
                        new TreeSet<>(List.of("")),
                        Optional.of(predicate),
                        Optional.empty(),
                        Optional.empty()));
    }

    private List<SchemaChange> setRowSecurity() {
        return bench.anyTable()
                .<List<SchemaChange>>map(
                        table ->
                                List.of(
                                        new TableChange.SetRowSecurity(
                                                table.name(),
                                                table.rowSecurity(),
                                                new RowSecurity(
                                                        !table.rowSecurity().enabled(),
                                                        bench.oneIn(3)))))
                .orElse(List.of());
    }

    private List<SchemaChange> validate() {
        return onAnyPart(
                (relation, part) ->
                        part instanceof ForeignKey key && !key.state().validated()
                                ? List.of(
                                        new PartChange.Alter(
                                                relation.id(),
                                                key,
                                                key.withState(ConstraintState.normal())))
                                : List.of());
    }

    private interface PartStep {
        List<SchemaChange> on(Relation relation, TablePart part);
    }

    private List<SchemaChange> onAnyPart(PartStep step) {
        List<SchemaObject> relations = new ArrayList<>();
        for (ObjectKind kind : List.of(ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW)) {
            bench.schema().objects(kind).forEach(relations::add);
        }
        return bench.any(relations)
                .map(Relation.class::cast)
                .flatMap(
                        relation ->
                                bench.any(relation.parts()).map(part -> step.on(relation, part)))
                .orElse(List.of());
    }

    private List<SchemaChange> rename() {
        return onAnyPart(
                (relation, part) ->
                        part.kind() == PartKind.INDEX || part.kind() == PartKind.CONSTRAINT
                                ? List.of(
                                        new PartChange.Rename(
                                                relation.id(),
                                                part,
                                                bench.partName(
                                                        part.kind() == PartKind.INDEX
                                                                ? "ix"
                                                                : "k")))
                                : List.of());
    }

    private List<SchemaChange> drop() {
        return onAnyPart(
                (relation, part) ->
                        Cascade.dropPart(bench.schema(), bench.rules(), relation.id(), part));
    }
}
