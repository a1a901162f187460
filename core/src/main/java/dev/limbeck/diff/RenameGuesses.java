package dev.limbeck.diff;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what looks renamed though nobody says so: something goes and something much like it comes.
 * Nothing is renamed for that, but the user is told which line to add.
 */
final class RenameGuesses {
    private final Schema actual;
    private final Schema desired;
    private final List<Diagnostic> notices = new ArrayList<>();

    private RenameGuesses(Schema actual, Schema desired) {
        this.actual = actual;
        this.desired = desired;
    }

    /**
     * Returns a notice for each probable rename.
     *
     * @param actual what is there, after the renames that were said
     */
    static List<Diagnostic> of(Schema actual, Schema desired) {
        RenameGuesses guesses = new RenameGuesses(actual, desired);
        guesses.tables();
        for (Table after : desired.tables()) {
            actual.table(after.name()).ifPresent(before -> guesses.columns(before, after));
        }
        for (SchemaObject object : desired.objects(ObjectKind.ENUM_TYPE)) {
            actual.find(object.id())
                    .ifPresent(before -> guesses.values((EnumType) before, (EnumType) object));
        }
        return guesses.notices;
    }

    private void tables() {
        Map<Set<String>, List<Table>> gone = new HashMap<>();
        for (Table table : actual.tables()) {
            if (desired.table(table.name()).isEmpty() && !table.columns().isEmpty()) {
                gone.computeIfAbsent(shape(table), absent -> new ArrayList<>()).add(table);
            }
        }
        Map<Set<String>, List<Table>> come = new HashMap<>();
        for (Table table : desired.tables()) {
            if (actual.table(table.name()).isEmpty()) {
                come.computeIfAbsent(shape(table), absent -> new ArrayList<>()).add(table);
            }
        }
        for (Table after : desired.tables()) {
            List<Table> twins = come.getOrDefault(shape(after), List.of());
            List<Table> candidates = gone.getOrDefault(shape(after), List.of());
            if (twins.size() == 1 && twins.contains(after) && candidates.size() == 1) {
                QualifiedName old = candidates.get(0).name();
                tell("table " + old, "table " + after.name(), shown(old, after.name()));
            }
        }
    }

    /** Returns the columns of a table as far as a rename leaves them alone. */
    private static Set<String> shape(Table table) {
        Set<String> shape = new TreeSet<>();
        table.columns().forEach(column -> shape.add(column.name() + " " + column.type()));
        return shape;
    }

    private static String shown(QualifiedName old, QualifiedName now) {
        return old.schema().equals(now.schema()) ? old.name() : old.toString();
    }

    private void columns(Table before, Table after) {
        List<Column> gone =
                before.columns().stream()
                        .filter(column -> after.column(column.name()).isEmpty())
                        .toList();
        List<Column> come =
                after.columns().stream()
                        .filter(column -> before.column(column.name()).isEmpty())
                        .toList();
        for (Column column : come) {
            Optional<Column> old = onlyTwin(gone, column);
            if (old.isPresent() && onlyTwin(come, old.get()).isPresent()) {
                tell(
                        "column " + old.get().name() + " of table " + after.name(),
                        "column " + column.name(),
                        old.get().name());
            }
        }
    }

    /** Returns the one column that is like another but for its name, if it is the only one. */
    private static Optional<Column> onlyTwin(List<Column> candidates, Column column) {
        List<Column> twins =
                candidates.stream()
                        .filter(
                                other ->
                                        other.type().equals(column.type())
                                                && other.nullable() == column.nullable()
                                                && other.generated().isPresent()
                                                        == column.generated().isPresent())
                        .toList();
        return twins.size() == 1 ? Optional.of(twins.get(0)) : Optional.empty();
    }

    private void values(EnumType before, EnumType after) {
        if (before.values().size() != after.values().size()) {
            return;
        }
        for (int i = 0; i < before.values().size(); i++) {
            String old = before.values().get(i);
            String now = after.values().get(i);
            if (!after.values().contains(old) && !before.values().contains(now)) {
                tell("value '" + old + "' of " + after.id(), "value '" + now + "'", old);
            }
        }
    }

    private void tell(String gone, String come, String oldName) {
        notices.add(
                Diagnostic.warning(
                                ErrorCode.PROBABLE_RENAME,
                                gone + " goes and " + come + " comes: this looks like a rename")
                        .withHint(
                                "if it is one, put this line before "
                                        + come
                                        + " in the desired schema: -- limbeck: renamed-from "
                                        + oldName));
    }
}
