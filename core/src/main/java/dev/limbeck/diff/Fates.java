package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What becomes of each thing that is on both sides: kept, altered, or dropped and made anew, since
 * it can't be altered or stands in the way of something else.
 */
final class Fates {
    /** A column of a table. */
    record ColumnKey(QualifiedName table, String name) {}

    /** Kinds of which one can stand where another stood, under the same name. */
    private static final Set<ObjectKind> SHARED_NAMES =
            EnumSet.of(
                    ObjectKind.TABLE,
                    ObjectKind.VIEW,
                    ObjectKind.MATERIALIZED_VIEW,
                    ObjectKind.SYNONYM,
                    ObjectKind.ENUM_TYPE,
                    ObjectKind.DOMAIN,
                    ObjectKind.COMPOSITE_TYPE);

    private final Schema actual;
    private final Schema desired;
    private final ChangeRules rules;
    private final Map<ObjectId, PartMatch> matches = new TreeMap<>();
    private final Set<ObjectId> objectsAnew = new TreeSet<>();
    private final Map<ObjectId, Set<TablePart>> partsAnew = new HashMap<>();
    private final Set<ColumnKey> columnsAnew = new HashSet<>();
    private final Map<ColumnKey, Column> interim = new HashMap<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private Fates(Schema actual, Schema desired, ChangeRules rules) {
        this.actual = actual;
        this.desired = desired;
        this.rules = rules;
    }

    /**
     * Judges everything.
     *
     * @param splits what must not be altered in one step
     */
    static Fates of(Schema actual, Schema desired, ChangeRules rules, Set<Split> splits) {
        Fates fates = new Fates(actual, desired, rules);
        splits.forEach(fates::split);
        for (SchemaObject before : actual.objects()) {
            desired.find(before.id())
                    .ifPresentOrElse(
                            after -> fates.judge(before, after), () -> fates.dropped(before.id()));
        }
        while (!fates.waiting.isEmpty()) {
            fates.waiting.remove().run();
        }
        return fates;
    }

    /** Returns whether an object that is on both sides is dropped and made anew. */
    boolean isAnew(ObjectId id) {
        return objectsAnew.contains(id);
    }

    /** Returns whether a column that is on both sides is dropped and made anew. */
    boolean isAnew(QualifiedName table, String column) {
        return columnsAnew.contains(new ColumnKey(table, column));
    }

    /** Returns whether a part that stays in some form is dropped and made anew. */
    boolean isAnew(ObjectId owner, TablePart before) {
        return partsAnew.getOrDefault(owner, Set.of()).contains(before);
    }

    /** Returns what a column has to be for a while, between what it is and what it shall be. */
    Optional<Column> interim(QualifiedName table, String column) {
        return Optional.ofNullable(interim.get(new ColumnKey(table, column)));
    }

    /** Returns which parts of a relation on both sides are which. */
    PartMatch match(ObjectId relation) {
        PartMatch match = matches.get(relation);
        if (match == null) {
            throw new IllegalStateException(relation + " was not compared");
        }
        return match;
    }

    private void split(Split split) {
        if (split.column().isEmpty()) {
            makeAnew(split.object());
            return;
        }
        QualifiedName table = split.object().name();
        Column column =
                actual.table(table)
                        .flatMap(found -> Inheritance.column(actual, found, split.column().get()))
                        .orElseThrow();
        Column apart = column.withDefault(Optional.empty());
        for (ObjectId type : actual.resolve(column.type().reference())) {
            apart = apart.withType(refuge(type, column));
        }
        interim.put(new ColumnKey(table, column.name()), apart);
        Column altered = apart;
        waiting.add(() -> columnAltered(table, column, altered));
    }

    private ColumnType refuge(ObjectId type, Column column) {
        return rules.refuge(actual.find(type).orElseThrow())
                .withArrayDimensions(column.type().arrayDimensions());
    }

    private void judge(SchemaObject before, SchemaObject after) {
        if (before instanceof Relation relation && after instanceof Relation other) {
            Map<PartKind, Map<String, String>> hints = new HashMap<>();
            for (PartKind kind : PartKind.values()) {
                hints.put(kind, RenamePhase.hintsOf(after.id(), kind, desired));
            }
            PartMatch match = PartMatch.of(relation.parts(), other.parts(), hints, rules);
            matches.put(before.id(), match);
            match.dropped().forEach(part -> waiting.add(() -> partGone(relation, part)));
        }
        boolean altered = !Definitions.same(before, after);
        if (before instanceof EnumType type) {
            if (altered && isRebuilt(type, (EnumType) after)) {
                waiting.add(() -> enumRebuilt(type));
            }
        } else if (altered
                && !rules.altersInPlace(Definitions.bare(before), Definitions.bare(after))) {
            makeAnew(before.id());
        } else if (before instanceof Table table) {
            judgeColumns(table, (Table) after);
        }
    }

    /** Returns whether values go or change places, so that adding some isn't enough. */
    static boolean isRebuilt(EnumType before, EnumType after) {
        int index = 0;
        for (String value : after.values()) {
            if (index < before.values().size() && before.values().get(index).equals(value)) {
                index++;
            }
        }
        return index < before.values().size();
    }

    private void judgeColumns(Table before, Table after) {
        for (Column column : before.columns()) {
            Optional<Column> other = Inheritance.column(desired, after, column.name());
            if (other.isEmpty()) {
                waiting.add(() -> columnDropped(before.name(), column.name()));
            } else if (!Definitions.same(column, other.get())) {
                if (rules.altersInPlace(column, other.get())) {
                    waiting.add(() -> columnAltered(before.name(), column, other.get()));
                } else {
                    makeColumnAnew(before.name(), column.name());
                }
            }
        }
    }

    /**
     * Makes the users anew of what gives its name to something of another kind, or to a routine of
     * other arguments.
     */
    private void dropped(ObjectId id) {
        boolean replaced =
                id.kind() == ObjectKind.ROUTINE
                        ? !desired.routines(id.name()).isEmpty()
                        : SHARED_NAMES.contains(id.kind())
                                && desired.named(id.name()).stream()
                                        .anyMatch(
                                                other -> SHARED_NAMES.contains(other.id().kind()));
        if (replaced) {
            waiting.add(() -> objectGone(id));
        }
    }

    private void makeAnew(ObjectId id) {
        if (desired.find(id).isPresent() && objectsAnew.add(id)) {
            waiting.add(() -> objectGone(id));
        }
    }

    private void makePartAnew(Users.PartUse use) {
        PartMatch match = matches.get(use.owner());
        if (match != null
                && match.successor(use.part()).isPresent()
                && partsAnew
                        .computeIfAbsent(use.owner(), absent -> new HashSet<>())
                        .add(use.part())) {
            waiting.add(
                    () -> partGone((Relation) actual.find(use.owner()).orElseThrow(), use.part()));
        }
    }

    private void makeColumnAnew(QualifiedName table, String column) {
        boolean stays =
                desired.table(table)
                        .flatMap(after -> Inheritance.column(desired, after, column))
                        .isPresent();
        if (stays && columnsAnew.add(new ColumnKey(table, column))) {
            waiting.add(() -> columnGone(table, column));
        }
    }

    private void objectGone(ObjectId id) {
        for (ObjectId from : actual.dependents(id)) {
            SchemaObject user = actual.find(from).orElseThrow();
            if (Ownership.belongsTo(user, id)) {
                makeAnew(from);
            } else if (user instanceof Relation relation && id.kind() != ObjectKind.NAMESPACE) {
                Users users = Users.within(relation, id);
                users.objects().forEach(this::makeAnew);
                users.parts().forEach(this::makePartAnew);
                users.columns().forEach(use -> suspend(use, id));
            } else {
                makeAnew(from);
            }
        }
    }

    /** Lets a column do without an object for a while. */
    private void suspend(Users.ColumnUse use, ObjectId gone) {
        ColumnKey key = new ColumnKey(use.table(), use.column());
        Column start = actual.table(use.table()).flatMap(t -> t.column(use.column())).orElseThrow();
        Column column = interim.getOrDefault(key, start);
        if (use.inDefaultOnly()) {
            interim.put(key, column.withDefault(Optional.empty()));
        } else if (start.type().reference().mayMean(gone)) {
            Column refugee = column.withDefault(Optional.empty()).withType(refuge(gone, start));
            interim.put(key, refugee);
            waiting.add(() -> columnAltered(use.table(), start, refugee));
        } else {
            makeColumnAnew(use.table(), use.column());
        }
    }

    private void partGone(Relation owner, TablePart part) {
        Users.foreignKeysOn(actual, owner, part).forEach(this::makePartAnew);
    }

    private void columnGone(QualifiedName table, String column) {
        Users users = Users.ofColumn(actual, table, column);
        users.objects().forEach(this::makeAnew);
        users.parts().forEach(this::makePartAnew);
        users.columns().forEach(use -> makeColumnAnew(use.table(), use.column()));
        Ownership.sequencesOf(actual, table, column).forEach(sequence -> makeAnew(sequence.id()));
    }

    /** Makes views anew that may use every column, so also the one that goes. */
    private void columnDropped(QualifiedName table, String column) {
        Users.ofColumn(actual, table, column).objects().stream()
                .filter(id -> Users.mayUseAnyColumn(actual.find(id).orElseThrow(), table))
                .forEach(this::makeAnew);
    }

    /** Makes tables anew that are partitioned by a column which can't be altered for that. */
    private void partitionedBy(Table table, Column before, Column after) {
        boolean blocked =
                table.partitioning()
                        .filter(by -> uses(by, table.name(), before.name()))
                        .filter(by -> rules.blocks(by, before, after))
                        .isPresent();
        if (blocked) {
            makeAnew(table.id());
        } else {
            Inheritance.children(actual, table.name())
                    .forEach(child -> partitionedBy(child, before, after));
        }
    }

    private static boolean uses(Partitioning partitioning, QualifiedName table, String column) {
        return partitioning.keys().stream()
                .anyMatch(
                        key ->
                                key.column().filter(column::equals).isPresent()
                                        || key.expression()
                                                .filter(
                                                        text ->
                                                                Reference.mayUse(
                                                                        text.references(),
                                                                        table,
                                                                        column))
                                                .isPresent());
    }

    private void columnAltered(QualifiedName table, Column before, Column after) {
        actual.table(table).ifPresent(found -> partitionedBy(found, before, after));
        Users users = Users.ofColumn(actual, table, before.name());
        for (ObjectId id : users.objects()) {
            if (rules.blocks(actual.find(id).orElseThrow(), before, after)) {
                makeAnew(id);
            }
        }
        for (Users.PartUse use : users.parts()) {
            if (rules.blocks(use.part(), before, after)) {
                makePartAnew(use);
            }
        }
        for (Users.ColumnUse use : users.columns()) {
            Column computed =
                    actual.table(use.table())
                            .flatMap(found -> found.column(use.column()))
                            .orElseThrow();
            if (rules.blocks(computed, before, after)) {
                makeColumnAnew(use.table(), use.column());
            }
        }
    }

    /**
     * Takes out of the way of a type that is rebuilt what shall change: it may say values that only
     * the type before or the type afterwards has.
     */
    private void enumRebuilt(EnumType type) {
        List<ObjectId> types = new ArrayList<>(TypesOver.of(actual, type.id()));
        types.add(type.id());
        for (ObjectId used : types) {
            for (ObjectId from : actual.dependents(used)) {
                if (actual.find(from).orElseThrow() instanceof Table table) {
                    desired.table(table.name()).ifPresent(after -> enumRebuilt(used, table, after));
                }
            }
        }
    }

    private void enumRebuilt(ObjectId type, Table table, Table after) {
        for (Column column : table.columns()) {
            Optional<Column> other = after.column(column.name());
            if (!column.type().reference().mayMean(type) || other.isEmpty()) {
                continue;
            }
            partitionedBy(table, column, column);
            if (!column.defaultValue().equals(other.get().defaultValue())) {
                ColumnKey key = new ColumnKey(table.name(), column.name());
                interim.put(key, interim.getOrDefault(key, column).withDefault(Optional.empty()));
            }
            Users users = Users.ofColumn(actual, table.name(), column.name());
            for (ObjectId id : users.objects()) {
                SchemaObject user = actual.find(id).orElseThrow();
                boolean changes =
                        desired.find(id)
                                .filter(wanted -> !Definitions.same(user, wanted))
                                .isPresent();
                if (changes && rules.blocks(user, column, column)) {
                    makeAnew(id);
                }
            }
            for (Users.PartUse use : users.parts()) {
                if (isAltered(use) && rules.blocks(use.part(), column, column)) {
                    makePartAnew(use);
                }
            }
        }
    }

    private boolean isAltered(Users.PartUse use) {
        PartMatch match = matches.get(use.owner());
        return match != null
                && match.altered().stream().anyMatch(pair -> pair.before().equals(use.part()));
    }
}
