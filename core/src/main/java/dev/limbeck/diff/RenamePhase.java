package dev.limbeck.diff;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SchemaException;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.RenameHint;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaRules;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntBiFunction;

/**
 * The renames of schemas, objects, columns and enum values. They run before every other change, so
 * that all others speak the new names.
 */
final class RenamePhase {
    private final Schema actual;
    private final Schema desired;
    private final ChangeRules rules;
    private final SchemaRules schemaRules;
    private final SchemaEditor editor;
    private final List<SchemaChange> changes = new ArrayList<>();
    private final List<Diagnostic> notices = new ArrayList<>();

    private RenamePhase(Schema actual, Schema desired, DiffOptions options) {
        this.actual = actual;
        this.desired = desired;
        this.rules = options.changeRules();
        this.schemaRules = options.schemaRules();
        this.editor = new SchemaEditor(actual, options.schemaRules());
    }

    /** Finds the renames. */
    static RenamePhase of(Schema actual, Schema desired, DiffOptions options) {
        RenamePhase phase = new RenamePhase(actual, desired, options);
        for (ObjectKind kind : ObjectKind.values()) {
            phase.renameObjects(kind);
        }
        phase.renameOwnedSequences();
        for (Table table : desired.tables()) {
            phase.renameColumns(table);
        }
        for (SchemaObject type : desired.objects(ObjectKind.ENUM_TYPE)) {
            phase.renameValues((EnumType) type);
        }
        return phase;
    }

    /** Returns the changes in the order in which they run. */
    List<SchemaChange> changes() {
        return changes;
    }

    /** Returns what could not be done. */
    List<Diagnostic> notices() {
        return notices;
    }

    /** Returns the actual schema with everything renamed. */
    Schema schema() {
        return editor.snapshot();
    }

    private void run(SchemaChange change) {
        change.applyTo(editor);
        changes.add(change);
    }

    private void renameObjects(ObjectKind kind) {
        Map<ObjectId, ObjectId> hints = new TreeMap<>();
        for (RenameHint hint : desired.renameHints()) {
            if (hint.object().kind() == kind && hint.part().isEmpty()) {
                put(hints, hint.object(), hint.object().withName(hint.oldName()));
            }
        }
        if (hints.isEmpty()) {
            return;
        }
        RenameResolution<ObjectId> resolution =
                RenameResolution.of(
                        ids(schema(), kind),
                        ids(desired, kind),
                        hints,
                        ring -> isDone(ring, hints, this::likeness));
        for (RenameResolution.Step<ObjectId> step : resolution.steps(this::detour)) {
            if (rules.renames(step.from())) {
                makeRoom(step.to());
                dropBroken(step.from(), Optional.empty());
                run(new ObjectChange.Rename(step.from(), step.to().name()));
            }
        }
    }

    private static Set<ObjectId> ids(Schema schema, ObjectKind kind) {
        Set<ObjectId> ids = new HashSet<>();
        schema.objects(kind).forEach(object -> ids.add(object.id()));
        return ids;
    }

    private ObjectId detour(ObjectId from, ObjectId to) {
        Set<String> taken = new TreeSet<>();
        ObjectId aside = from;
        do {
            String name = Detours.name(from.name().name(), to.name().name(), taken);
            aside = from.withName(from.name().sibling(name));
        } while (!schema().named(aside.name()).isEmpty() || !desired.named(aside.name()).isEmpty());
        return aside;
    }

    /** Drops what bears a name that a rename is about to give, where it is of another kind. */
    private void makeRoom(ObjectId target) {
        for (SchemaObject other : schema().named(target.name())) {
            ObjectId id = other.id();
            boolean inTheWay =
                    id.kind() != target.kind()
                            && id.kind().isRelation() == target.kind().isRelation()
                            && desired.find(id).isEmpty();
            if (inTheWay && schema().find(id).isPresent()) {
                Cascade.drop(schema(), schemaRules, id).forEach(this::run);
            }
        }
    }

    /** Drops what names a thing and would not follow it to its new name. */
    private void dropBroken(ObjectId renamed, Optional<String> column) {
        for (SchemaObject user : schema().objects()) {
            if (rules.breaksByRename(user)
                    && !user.id().equals(renamed)
                    && schema().find(user.id()).isPresent()
                    && names(user, renamed, column)) {
                Cascade.drop(schema(), schemaRules, user.id()).forEach(this::run);
            }
        }
    }

    private boolean names(SchemaObject user, ObjectId target, Optional<String> column) {
        List<Reference> found =
                user.references().stream()
                        .filter(reference -> schema().resolve(reference).contains(target))
                        .toList();
        List<String> columns =
                found.stream().flatMap(reference -> reference.column().stream()).toList();
        // Where no column is known, it may be any of them.
        return (column.isEmpty() || columns.isEmpty())
                ? !found.isEmpty()
                : columns.contains(column.get());
    }

    /** Counts what two definitions of an object have in common. */
    private int likeness(ObjectId actualId, ObjectId desiredId) {
        SchemaObject mine = actual.find(actualId).orElse(null);
        SchemaObject theirs = desired.find(desiredId).orElse(null);
        if (mine instanceof Table before && theirs instanceof Table after) {
            Set<Column> columns = new HashSet<>(before.columns());
            return (int) after.columns().stream().filter(columns::contains).count();
        }
        boolean same =
                mine != null && theirs != null && mine.withName(theirs.id().name()).equals(theirs);
        return same ? 1 : 0;
    }

    /**
     * Returns whether a ring of renames was run already: the things under the new names look no
     * less like what is desired there than those that would be moved there.
     */
    private <N> boolean isDone(Set<N> ring, Map<N, N> oldByNew, ToIntBiFunction<N, N> likeness) {
        int asIs = 0;
        int renamed = 0;
        for (N name : ring) {
            asIs += likeness.applyAsInt(name, name);
            N old = oldByNew.get(name);
            renamed += old == null ? 0 : likeness.applyAsInt(old, name);
        }
        if (asIs == renamed) {
            notices.add(
                    Diagnostic.warning(
                            ErrorCode.RENAME_HINT_INVALID,
                            ring
                                    + " are said to have changed names among each other, but they"
                                    + " are too much alike to tell whether that was done; nothing"
                                    + " is renamed"));
        }
        return asIs >= renamed;
    }

    private static <N> void put(Map<N, N> hints, N to, N from) {
        if (hints.containsValue(from) || hints.containsKey(to)) {
            throw new SchemaException(
                    Diagnostic.error(
                            ErrorCode.RENAME_HINT_INVALID,
                            "more than one hint renames " + from + " or gives " + to));
        }
        hints.put(to, from);
    }

    /** Lets a sequence that a column owns follow the names of its table and column. */
    private void renameOwnedSequences() {
        Map<Sequence.OwningColumn, Sequence> wanted = new HashMap<>();
        for (SchemaObject object : desired.objects(ObjectKind.SEQUENCE)) {
            Sequence sequence = (Sequence) object;
            if (schema().find(sequence.id()).isEmpty()) {
                sequence.ownedBy().ifPresent(owner -> wanted.put(owner, sequence));
            }
        }
        for (SchemaObject object : schema().objects(ObjectKind.SEQUENCE)) {
            Sequence sequence = (Sequence) object;
            Optional<Sequence> target = sequence.ownedBy().map(wanted::get);
            if (target.isPresent()
                    && desired.find(sequence.id()).isEmpty()
                    && rules.renames(sequence.id())) {
                sequence.ownedBy().ifPresent(wanted::remove);
                run(new ObjectChange.Rename(sequence.id(), target.get().name()));
            }
        }
    }

    private void renameColumns(Table after) {
        Optional<Table> before = schema().table(after.name());
        Map<String, String> hints = new TreeMap<>();
        before.ifPresent(table -> hints.putAll(respelled(table, after)));
        hints.putAll(partHints(after.id(), PartKind.COLUMN));
        if (before.isEmpty() || hints.isEmpty()) {
            return;
        }
        Table table = before.get();
        RenameResolution<String> resolution =
                RenameResolution.of(
                        Set.copyOf(table.columnNames()),
                        Set.copyOf(after.columnNames()),
                        hints,
                        ring ->
                                isDone(
                                        ring,
                                        hints,
                                        (from, to) -> likeness(table, from, after, to)));
        Set<String> taken = new TreeSet<>(table.columnNames());
        taken.addAll(after.columnNames());
        for (RenameResolution.Step<String> step :
                resolution.steps((from, to) -> Detours.name(from, to, taken))) {
            dropBroken(after.id(), Optional.of(step.from()));
            run(new ColumnChange.Rename(after.name(), step.from(), step.to()));
        }
    }

    /** Returns by new names the old ones of columns that the server takes for the same. */
    private Map<String, String> respelled(Table before, Table after) {
        Map<String, String> oldByNew = new TreeMap<>();
        for (String to : after.columnNames()) {
            if (before.column(to).isEmpty()) {
                before.columnNames().stream()
                        .filter(from -> after.column(from).isEmpty())
                        .filter(from -> rules.isOneColumnName(from, to))
                        .findFirst()
                        .ifPresent(from -> oldByNew.put(to, from));
            }
        }
        return oldByNew;
    }

    private static int likeness(Table before, String from, Table after, String to) {
        Optional<Column> mine = before.column(from).map(column -> column.withName(to));
        Optional<Column> theirs = after.column(to);
        int type = mine.map(Column::type).equals(theirs.map(Column::type)) ? 1 : 0;
        return type + (mine.equals(theirs) ? 1 : 0);
    }

    private void renameValues(EnumType after) {
        Optional<SchemaObject> before = schema().find(after.id());
        Map<String, String> hints = partHints(after.id(), PartKind.VALUE);
        if (before.isEmpty() || hints.isEmpty()) {
            return;
        }
        List<String> values = ((EnumType) before.get()).values();
        RenameResolution<String> resolution =
                RenameResolution.of(
                        Set.copyOf(values),
                        Set.copyOf(after.values()),
                        hints,
                        ring ->
                                isDone(
                                        ring,
                                        hints,
                                        (from, to) ->
                                                values.indexOf(from) == after.values().indexOf(to)
                                                        ? 1
                                                        : 0));
        Set<String> taken = new TreeSet<>(values);
        taken.addAll(after.values());
        for (RenameResolution.Step<String> step :
                resolution.steps((from, to) -> Detours.name(from, to, taken))) {
            EnumType now = (EnumType) editor.get(after.id());
            run(new EnumChange.RenameValue(now, step.from(), step.to()));
        }
    }

    private Map<String, String> partHints(ObjectId owner, PartKind kind) {
        return hintsOf(owner, kind, desired);
    }

    /** Returns what the desired schema says about former names of an object's parts. */
    static Map<String, String> hintsOf(ObjectId owner, PartKind kind, Schema desired) {
        Map<String, String> hints = new TreeMap<>();
        for (RenameHint hint : desired.renameHintsOf(owner)) {
            if (hint.kind().filter(kind::equals).isPresent()) {
                hint.part().ifPresent(part -> put(hints, part, hint.oldName().name()));
            }
        }
        return hints;
    }
}
