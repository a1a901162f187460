package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What has to be done to the columns of a table and to the table as a whole. */
final class TableSteps {
    /** Once what numbers a column is settled. */
    private static final int LAST_STAGE = 4;

    private final Walk walk;
    private final Schema actual;
    private final Schema desired;

    TableSteps(Walk walk) {
        this.walk = walk;
        this.actual = walk.actual();
        this.desired = walk.desired();
    }

    /** Compares two states of a table that stays. */
    void compare(Table before, Table after) {
        compareHead(before, after);
        Set<String> columns = new LinkedHashSet<>(after.columnNames());
        columns.addAll(before.columnNames());
        int ordinal = 0;
        for (String column : columns) {
            ordinal++;
            compareColumn(before, after, column, ordinal, columns);
        }
    }

    private void compareColumn(
            Table before, Table after, String name, int ordinal, Set<String> order) {
        Optional<Column> from = Inheritance.column(actual, before, name);
        Optional<Column> to = Inheritance.column(desired, after, name);
        boolean wasInherited = Inheritance.inherited(actual, before, name).isPresent();
        Optional<Column> inherits = Inheritance.inherited(desired, after, name);
        boolean anew = walk.fates().isAnew(after.name(), name);
        if (to.isEmpty()) {
            from.filter(column -> !wasInherited).ifPresent(column -> drop(before, column, ordinal));
            return;
        }
        if (from.isPresent() && !anew) {
            compare(after, from.get(), to.get(), ordinal);
            return;
        }
        if (from.isPresent() && !wasInherited) {
            drop(before, from.get(), ordinal);
        }
        if (inherits.isPresent()) {
            compare(after, inherits.get(), to.get(), ordinal);
        } else {
            add(after, to.get(), order);
        }
    }

    private void compareHead(Table before, Table after) {
        QualifiedName name = after.name();
        if (before.persistence() != after.persistence()) {
            walk.add(
                    new Step(Step.Rank.ALTER_TABLE, name.toString(), 0, "persistence")
                            .provides(persistent(name))
                            .needs(persistentBefore(before, after.persistence()))
                            .does(
                                    now ->
                                            List.of(
                                                    new TableChange.SetPersistence(
                                                            name,
                                                            before.persistence(),
                                                            after.persistence()))));
        }
        if (!before.rowSecurity().equals(after.rowSecurity())) {
            walk.add(
                    new Step(Step.Rank.ADD_TRIGGER, name.toString(), 0, "row security")
                            .does(
                                    now ->
                                            List.of(
                                                    new TableChange.SetRowSecurity(
                                                            name,
                                                            before.rowSecurity(),
                                                            after.rowSecurity()))));
        }
        if (!before.partitioning().equals(after.partitioning())) {
            walk.add(
                    new Step(Step.Rank.ALTER_TABLE, name.toString(), 1, "partitioning")
                            .does(
                                    now ->
                                            List.of(
                                                    new TableChange.Repartition(
                                                            name,
                                                            before.partitioning(),
                                                            after.partitioning()))));
        }
    }

    private static Resource persistent(QualifiedName table) {
        return Resource.stage(ObjectId.table(table), "persistence");
    }

    /**
     * Returns what changes first: no foreign key may lead from rows that stay to rows that may go.
     */
    private Set<Resource> persistentBefore(Table table, Persistence after) {
        Set<Resource> found = new LinkedHashSet<>();
        if (after == Persistence.PERMANENT) {
            table.parts(ForeignKey.class).stream()
                    .filter(key -> !key.table().equals(table.name()))
                    .forEach(key -> found.add(persistent(key.table())));
            return found;
        }
        for (ObjectId from : actual.dependents(table.id())) {
            if (actual.find(from).orElseThrow() instanceof Table user
                    && user.parts(ForeignKey.class).stream()
                            .anyMatch(key -> key.table().equals(table.name()))) {
                found.add(persistent(user.name()));
            }
        }
        return found;
    }

    private void add(Table table, Column column, Set<String> order) {
        List<Sequence> owned =
                walk.account(Ownership.sequencesOf(desired, table.name(), column.name()));
        int ordinal = new ArrayList<>(order).indexOf(column.name());
        Step step =
                new Step(Step.Rank.ADD_COLUMN, table.name().toString(), ordinal, column.name())
                        .needs(Resource.object(table.id()))
                        .needs(Resource.of(desired, column))
                        .provides(Resource.column(desired, table.name(), column.name()))
                        .provides(Resource.columns(table.id()))
                        .takes(List.of(Names.column(table.name(), column.name())))
                        .takes(walk.names().of(table.name(), column));
        for (Sequence sequence : owned) {
            step.takes(walk.names().of(sequence))
                    .needs(Resource.of(desired, List.copyOf(sequence.references())))
                    .provides(Resource.object(sequence.id()));
        }
        walk.add(
                step.does(
                        now ->
                                List.of(
                                        new ColumnChange.Add(
                                                table.name(),
                                                column,
                                                position(now, table, column),
                                                owned))));
    }

    /** Returns where a column goes: behind the nearest one before it that is there; empty: last. */
    private Optional<ColumnPosition> position(Schema now, Table desired, Column column) {
        if (!walk.options().changeRules().placesColumns()) {
            return Optional.empty();
        }
        List<String> present = now.table(desired.name()).orElseThrow().columnNames();
        Optional<String> previous = Optional.empty();
        for (Column other : desired.columns()) {
            if (other.name().equals(column.name())) {
                break;
            }
            if (present.contains(other.name())) {
                previous = Optional.of(other.name());
            }
        }
        boolean last =
                present.isEmpty()
                        || previous.filter(present.get(present.size() - 1)::equals).isPresent();
        return last ? Optional.empty() : Optional.of(new ColumnPosition(previous));
    }

    private void drop(Table table, Column column, int ordinal) {
        QualifiedName name = table.name();
        List<Sequence> owned = walk.account(Ownership.sequencesOf(actual, name, column.name()));
        Resource resource = Resource.column(actual, name, column.name());
        Step step =
                new Step(Step.Rank.DROP_COLUMN, name.toString(), ordinal, column.name())
                        .releases(Resource.of(actual, column))
                        .removes(resource)
                        .removes(Resource.columns(table.id()))
                        .provides(Resource.columns(table.id()))
                        .frees(List.of(Names.column(name, column.name())))
                        .frees(walk.names().of(name, column));
        for (Sequence sequence : owned) {
            step.frees(walk.names().of(sequence))
                    .releases(Resource.of(actual, List.copyOf(sequence.references())))
                    .removes(Resource.object(sequence.id()));
        }
        walk.add(
                step.does(
                        now -> {
                            Table found = now.table(name).orElseThrow();
                            return List.of(
                                    new ColumnChange.Drop(
                                            name,
                                            found.column(column.name()).orElseThrow(),
                                            Optional.of(
                                                    ColumnPosition.of(
                                                            found.columns(), column.name())),
                                            Ownership.sequencesOf(now, name, column.name())));
                        }));
    }

    private void compare(Table table, Column before, Column after, int ordinal) {
        Column start = before;
        Optional<Column> interim = walk.fates().interim(table.name(), before.name());
        if (interim.isPresent()) {
            walk.add(alter(table, start, interim.get(), ordinal, 1));
            start = interim.get();
        }
        boolean retyped = !before.type().equals(after.type());
        if (retyped && !isNumbered(actual, table, before) && isNumbered(desired, table, after)) {
            // numbers need a type that holds them
            Column ready = after.withDefault(Optional.empty()).withIdentity(Optional.empty());
            walk.add(alter(table, start, ready, ordinal, 2));
            start = ready;
        }
        Optional<Column> numbered = renumber(table, before, start, after, ordinal);
        if (numbered.isPresent()) {
            start = numbered.get();
        }
        if (!Definitions.same(start, after)) {
            walk.add(alter(table, start, after, ordinal, LAST_STAGE));
        }
    }

    private static boolean isNumbered(Schema side, Table table, Column column) {
        return column.identity().isPresent()
                || Ownership.numbering(side, table.name(), column).isPresent();
    }

    /** Adds the change of what numbers a column and returns the column after it. */
    private Optional<Column> renumber(
            Table table, Column before, Column start, Column after, int ordinal) {
        boolean counts =
                Stream.of(before, after)
                        .anyMatch(
                                column ->
                                        column.identity().isPresent()
                                                || column.defaultValue().isPresent());
        if (!counts) {
            return Optional.empty();
        }
        Optional<Sequence> old = Ownership.numbering(actual, table.name(), before);
        Optional<Sequence> next = Ownership.numbering(desired, table.name(), after);
        boolean sameKind =
                before.identity().isPresent() == after.identity().isPresent()
                        && old.map(Sequence::name).equals(next.map(Sequence::name));
        if (sameKind) {
            return Optional.empty();
        }
        List<Sequence> gone = walk.account(old.stream().toList());
        List<Sequence> made = walk.account(next.stream().toList());
        boolean waits = !start.type().equals(after.type()) && !isNumbered(desired, table, after);
        Column numbered =
                start.withDefault(waits ? Optional.empty() : after.defaultValue())
                        .withIdentity(after.identity())
                        .withNotNull(
                                after.identity().isPresent() ? after.notNull() : start.notNull());
        Step step =
                stage(table, before, start, numbered, ordinal, 3)
                        .removes(gone.stream().map(found -> Resource.object(found.id())).toList())
                        .provides(made.stream().map(found -> Resource.object(found.id())).toList());
        gone.forEach(sequence -> step.frees(walk.names().of(sequence)));
        made.forEach(sequence -> step.takes(walk.names().of(sequence)));
        if (gone.isEmpty() && made.isEmpty()) {
            step.frees(walk.names().of(table.name(), before))
                    .takes(walk.names().of(table.name(), after));
        }
        walk.add(
                step.does(
                        now -> {
                            Column found = column(now, table, before.name());
                            return List.of(
                                    new ColumnChange.Renumber(
                                            table.name(),
                                            found,
                                            gone.stream()
                                                    .findFirst()
                                                    .flatMap(
                                                            sequence ->
                                                                    now.sequence(sequence.name())),
                                            numbered.withComment(found.comment()),
                                            made.stream().findFirst()));
                        }));
        return Optional.of(numbered);
    }

    private Step alter(Table table, Column before, Column after, int ordinal, int stage) {
        Step step = stage(table, before, before, after, ordinal, stage);
        List<String> freed = walk.names().of(table.name(), before);
        List<String> taken = walk.names().of(table.name(), after);
        if (!freed.equals(taken)) {
            step.frees(freed).takes(taken);
        }
        return step.does(
                now -> {
                    Column found = column(now, table, before.name());
                    Column target = after.withComment(found.comment());
                    return found.equals(target)
                            ? List.of()
                            : List.of(new ColumnChange.Alter(table.name(), found, target));
                });
    }

    private static Column column(Schema now, Table table, String name) {
        Table found = now.table(table.name()).orElseThrow();
        return Inheritance.column(now, found, name).orElseThrow();
    }

    /** Returns a step that changes a column, which has to wait for earlier stages of it. */
    private Step stage(
            Table table, Column before, Column start, Column after, int ordinal, int stage) {
        ObjectId id = table.id();
        Set<Resource> needed = Resource.of(desired, after);
        Set<Resource> released = Resource.of(actual, start);
        if (stage == 1) {
            needed = Set.of();
        } else {
            released.removeAll(needed);
        }
        Step step =
                new Step(
                                Step.Rank.ALTER_COLUMN,
                                table.name().toString(),
                                10 * ordinal + stage,
                                before.name())
                        .needs(needed)
                        .releases(released)
                        .provides(Resource.stage(id, before.name() + "\0" + stage));
        if (walk.fates().interim(table.name(), before.name()).isEmpty()) {
            step.splits(new Split(id, Optional.of(before.name())));
        }
        QualifiedName origin = Inheritance.origin(desired, table.name(), before.name());
        if (!origin.equals(table.name())) {
            step.needs(Resource.column(desired, table.name(), before.name()));
        }
        for (int earlier = 1; earlier < stage; earlier++) {
            step.needs(Resource.stage(id, before.name() + "\0" + earlier));
        }
        if (start.nullable() && !after.nullable()) {
            step.provides(Resource.notNull(table.name(), before.name()));
        }
        if (!start.nullable() && after.nullable()) {
            step.removes(Resource.notNull(table.name(), before.name()));
        }
        if (!Definitions.same(start, after)) {
            Resource column = Resource.column(desired, table.name(), before.name());
            Resource columns = Resource.columns(id);
            if (origin.equals(table.name())) {
                step.provides(column).provides(columns);
            }
            if (isBlockable(start, after)) {
                step.removes(column).removes(columns);
            }
        }
        return step;
    }

    /** Returns whether somebody may have been made to let go of the column for this. */
    private static boolean isBlockable(Column before, Column after) {
        return !before.type().equals(after.type())
                || !before.generated().equals(after.generated())
                || !before.collation().equals(after.collation())
                || !before.options().equals(after.options());
    }
}
