package dev.limbeck.h2;

import dev.limbeck.dialect.Remains;
import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.Conversion;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.h2.render.H2Renderer;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.text.SystemNames;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left where H2 ends while it rebuilds a table.
 *
 * <p>Many kinds of {@code ALTER TABLE} make a copy {@code T_COPY_1_2} with the new columns, fill
 * it, give it the constraints and indexes of the table, take the table's defaults away and drop it,
 * and rename the copy and what belongs to it; each of these commits. So there is either a table
 * beside its copy, which can go, or the copy alone, which holds every row and only lacks its names.
 * Each other statement of H2 is there as a whole or not at all.
 */
final class H2TableCopies implements Remains {
    private static final Pattern COPY = Pattern.compile("(.+)_COPY_\\d+_\\d+");

    @Override
    public List<String> mending(Schema before, Schema live) {
        List<String> statements = new ArrayList<>();
        for (Table copy : live.tables()) {
            Optional<QualifiedName> original = original(copy.name()).filter(isTable(before));
            if (original.isEmpty() || before.relation(copy.name()).isPresent()) {
                continue;
            }
            if (live.relation(original.get()).isPresent()) {
                statements.add("DROP TABLE " + H2Names.write(copy.name()) + " CASCADE");
                statements.addAll(defaults(before, live, original.get()));
            } else {
                statements.addAll(naming(live, copy, original.get()));
                statements.addAll(compiling(before, original.get()));
            }
        }
        return List.copyOf(statements);
    }

    private static Predicate<QualifiedName> isTable(Schema schema) {
        return name -> schema.table(name).isPresent();
    }

    private static Optional<QualifiedName> original(QualifiedName copy) {
        Matcher name = COPY.matcher(copy.name());
        return name.matches() ? Optional.of(copy.sibling(name.group(1))) : Optional.empty();
    }

    /** Gives a table the defaults that it lost to the copy shortly before it was to go. */
    private static List<String> defaults(Schema before, Schema live, QualifiedName original) {
        List<SchemaChange> changes = new ArrayList<>();
        Optional<Table> known = before.table(original);
        for (Column column : live.table(original).map(Table::columns).orElse(List.of())) {
            known.flatMap(table -> table.column(column.name()))
                    .flatMap(Column::defaultValue)
                    .filter(value -> column.defaultValue().isEmpty())
                    .map(value -> column.withDefault(Optional.of(value)))
                    .ifPresent(
                            whole ->
                                    changes.add(
                                            new ColumnChange.Alter(
                                                    original, column, whole, Conversion.unsaid())));
        }
        return new H2Renderer().render(changes).stream().map(RenderedStatement::sql).toList();
    }

    /**
     * Gives the copy, its parts and the foreign keys that lead to it the names they were to get.
     */
    private static List<String> naming(Schema live, Table copy, QualifiedName original) {
        List<SchemaChange> changes = new ArrayList<>();
        String prefix = copy.name().name() + "_";
        changes.add(new ObjectChange.Rename(copy.id(), original));
        for (Relation relation : live.tables()) {
            ObjectId owner =
                    relation.id().equals(copy.id()) ? copy.id().withName(original) : relation.id();
            for (TablePart part : relation.parts()) {
                if (part.name().value().startsWith(prefix)) {
                    String name = part.name().value().substring(prefix.length());
                    changes.addAll(renaming(owner, part, SystemNames.of(name)));
                }
            }
        }
        return new H2Renderer().render(changes).stream().map(RenderedStatement::sql).toList();
    }

    /** Triggers have no other way to a new name. */
    private static List<SchemaChange> renaming(ObjectId owner, TablePart part, PartName name) {
        return part instanceof Trigger
                ? List.of(
                        new PartChange.Drop(owner, part),
                        new PartChange.Add(owner, part.withName(name)))
                : List.of(new PartChange.Rename(owner, part, name));
    }

    /** Views that were read while their table was away stay invalid until they are compiled. */
    private static List<String> compiling(Schema before, QualifiedName table) {
        Set<ObjectId> views = new LinkedHashSet<>();
        collect(before, ObjectId.table(table), views);
        List<String> statements = new ArrayList<>();
        for (ObjectId view : views) {
            statements.add(0, "ALTER VIEW IF EXISTS " + H2Names.write(view.name()) + " RECOMPILE");
        }
        return statements;
    }

    /** Collects the views over an object, each after those that are built on it. */
    private static void collect(Schema schema, ObjectId object, Set<ObjectId> views) {
        for (ObjectId dependent : schema.dependents(object)) {
            if (dependent.kind() == ObjectKind.VIEW && !views.contains(dependent)) {
                collect(schema, dependent, views);
                views.add(dependent);
            }
        }
    }
}
