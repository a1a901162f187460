package dev.limbeck.mysql.render;

import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes of one table that one statement can make. Not thread-safe. */
final class Group {
    private final QualifiedName table;
    private final List<Placed> changes = new ArrayList<>();

    /** What some change of this group adds, drops or renames, told apart by kind. */
    private final Set<String> added = new HashSet<>();

    private final Set<String> dropped = new HashSet<>();
    private boolean renamesColumns;
    private boolean addsForeignKeys;
    private boolean dropsOwnReference;
    private boolean dropsSpatialIndex;

    Group(QualifiedName table) {
        this.table = table;
    }

    QualifiedName table() {
        return table;
    }

    List<Placed> changes() {
        return changes;
    }

    /** Takes a change if it can share the statement. */
    boolean accept(Placed placed) {
        boolean fits = placed.altered().filter(table::equals).isPresent() && fits(placed.change());
        if (fits) {
            note(placed.change());
            changes.add(placed);
        }
        return fits;
    }

    /**
     * Columns are renamed in statements of their own: there the other actions use old names. So are
     * foreign keys added, since the key that one refers to may be new in the same table, and one
     * dropped that refers to its own table, which otherwise keeps the keys it needs. The reference
     * system of a column changes only once no index is there that uses it.
     */
    private boolean fits(SchemaChange change) {
        if (change instanceof ColumnChange.Rename rename) {
            return changes.isEmpty()
                    || (renamesColumns
                            && !dropped.contains(column(rename.after()))
                            && !added.contains(column(rename.before()))
                            && !added.contains(column(rename.after())));
        }
        if (renamesColumns) {
            return false;
        }
        if (addsForeignKeys) {
            return change instanceof PartChange.Add add && add.part() instanceof ForeignKey;
        }
        if (dropsOwnReference) {
            return change instanceof PartChange.Drop drop && drop.part() instanceof ForeignKey;
        }
        if (change instanceof ColumnChange.Add add) {
            return !added.contains(column(add.column().name()));
        }
        if (change instanceof ColumnChange.Drop drop) {
            return !added.contains(column(drop.column().name()));
        }
        if (change instanceof ColumnChange.Alter alter) {
            return !dropped.contains(column(alter.after().name()))
                    && !(dropsSpatialIndex && changesSystem(alter));
        }
        return partFits(change);
    }

    private boolean partFits(SchemaChange change) {
        if (change instanceof DetailChange.SetComment comment) {
            return comment.part().map(Group::part).filter(added::contains).isEmpty();
        }
        if (change instanceof PartChange.Add add) {
            return changes.isEmpty() || !(add.part() instanceof ForeignKey);
        }
        if (change instanceof PartChange.Drop drop) {
            boolean own = drop.part() instanceof ForeignKey key && key.table().equals(table);
            return !added.contains(part(drop.part()))
                    && (!own || changes.stream().allMatch(Group::dropsForeignKey));
        }
        if (change instanceof PartChange.Alter alter) {
            return !added.contains(part(alter.after()));
        }
        if (change instanceof PartChange.Rename rename) {
            String to = part(rename.part().withName(rename.newName()));
            return !added.contains(part(rename.part()))
                    && !dropped.contains(to)
                    && !added.contains(to);
        }
        return true;
    }

    private void note(SchemaChange change) {
        if (change instanceof ColumnChange.Rename rename) {
            renamesColumns = true;
            added.add(column(rename.after()));
            dropped.add(column(rename.before()));
        } else if (change instanceof ColumnChange.Add add) {
            added.add(column(add.column().name()));
        } else if (change instanceof ColumnChange.Drop drop) {
            dropped.add(column(drop.column().name()));
        } else if (change instanceof ColumnChange.Alter alter) {
            added.add(column(alter.after().name()));
        } else if (change instanceof PartChange.Add add) {
            addsForeignKeys |= add.part() instanceof ForeignKey;
            added.add(part(add.part()));
        } else if (change instanceof PartChange.Drop drop) {
            dropsOwnReference |= drop.part() instanceof ForeignKey key && key.table().equals(table);
            dropsSpatialIndex |=
                    drop.part() instanceof Index index
                            && index.method().filter("spatial"::equals).isPresent();
            dropped.add(part(drop.part()));
        } else if (change instanceof PartChange.Rename rename) {
            dropped.add(part(rename.part()));
            added.add(part(rename.part().withName(rename.newName())));
        } else if (change instanceof DetailChange.SetComment comment) {
            comment.part().ifPresent(commented -> added.add(part(commented)));
        }
    }

    /** An index is made anew with its other comment, so its name can't change beside that. */
    private static String part(DetailChange.SetComment.CommentedPart commented) {
        return commented.kind() + " " + commented.name();
    }

    private static boolean dropsForeignKey(Placed placed) {
        return placed.change() instanceof PartChange.Drop drop && drop.part() instanceof ForeignKey;
    }

    private static boolean changesSystem(ColumnChange.Alter alter) {
        return !alter.before()
                .options()
                .get(ColumnSql.SRID)
                .equals(alter.after().options().get(ColumnSql.SRID));
    }

    private static String column(String name) {
        return "column " + name;
    }

    private static String part(TablePart part) {
        return part.kind() + " " + part.name();
    }

    /** Returns the table before the first change, as far as it is known. */
    Optional<Table> before() {
        return changes.get(0).tableBefore(table);
    }

    /** Returns whether a column takes part in a foreign key, at either end, as far as is known. */
    boolean isReferring(String column) {
        boolean owned =
                before().stream()
                        .flatMap(known -> known.foreignKeys().stream())
                        .anyMatch(key -> key.keyColumns().contains(column));
        return owned
                || changes.get(0).before().stream()
                        .flatMap(schema -> schema.tables().stream())
                        .flatMap(other -> other.foreignKeys().stream())
                        .anyMatch(
                                key ->
                                        key.table().equals(table)
                                                && key.tableColumns().contains(column));
    }

    /** Returns the table after the last change, as far as it is known. */
    Optional<Table> after() {
        return changes.get(changes.size() - 1).tableAfter(table);
    }
}
