package dev.limbeck.postgres.rules;

import dev.limbeck.postgres.model.MadeNames;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a table has of its parent once it stands alone, and what it leaves to it once attached. */
final class PartitionForms {
    private PartitionForms() {}

    /** Returns a partition or a child as the server leaves it when it is taken from its parents. */
    static Table detached(Schema schema, Table child) {
        List<TablePart> parts = new ArrayList<>(child.parts());
        for (QualifiedName name : child.parents()) {
            Optional<Table> parent = schema.table(name).map(found -> whole(schema, found));
            if (parent.isPresent()) {
                for (TablePart part : parent.get().parts()) {
                    inherited(part, child)
                            .filter(own -> child.part(own.kind(), own.name().value()).isEmpty())
                            .ifPresent(parts::add);
                }
            }
        }
        return child.withColumns(ownColumns(schema, child))
                .withParts(parts)
                .withPartitionOf(Optional.empty())
                .withInherits(List.of());
    }

    /** Returns all columns of a child; what numbers a parent's column is lost with the parent. */
    private static List<Column> ownColumns(Schema schema, Table child) {
        return Inheritance.columns(schema, child).stream()
                .map(
                        column ->
                                Inheritance.inherited(schema, child, column.name()).isPresent()
                                        ? column.withIdentity(Optional.empty())
                                        : column)
                .toList();
    }

    /** Returns a parent with what it has from its own parents. */
    private static Table whole(Schema schema, Table table) {
        return table.parents().isEmpty() ? table : detached(schema, table);
    }

    /** Returns a part of a parent as a child has it. */
    private static Optional<TablePart> inherited(TablePart part, Table child) {
        TablePart bare = part.withComment(Optional.empty());
        if (part instanceof Check check) {
            return check.inherited() ? Optional.of(bare) : Optional.empty();
        }
        if (child.partitionOf().isEmpty()) {
            return Optional.empty();
        }
        if (part instanceof ForeignKey) {
            return Optional.of(bare);
        }
        return madeName(part, child.name()).map(name -> bare.withName(PartName.derived(name)));
    }

    /** Returns the name the server gives to the copy of a parent's part. */
    private static Optional<String> madeName(TablePart part, QualifiedName child) {
        String table = child.name();
        if (part instanceof PrimaryKey) {
            return Optional.of(MadeNames.of(table, "", "pkey"));
        }
        if (part instanceof Unique unique) {
            return Optional.of(
                    MadeNames.of(table, MadeNames.joined(MadeNames.columns(unique.key())), "key"));
        }
        if (part instanceof Exclusion exclusion) {
            String columns =
                    exclusion.elements().stream()
                            .map(element -> element.part().column().orElse("expr"))
                            .collect(Collectors.joining("_"));
            return Optional.of(MadeNames.of(table, columns, "excl"));
        }
        if (part instanceof Index index) {
            List<String> names =
                    new ArrayList<>(
                            index.parts().stream()
                                    .map(element -> element.column().orElse("expr"))
                                    .toList());
            names.addAll(index.include());
            return Optional.of(MadeNames.of(table, MadeNames.joined(names), "idx"));
        }
        return Optional.empty();
    }

    /** Returns a table without what it has from the parent it is attached to. */
    static Table attached(Schema schema, Table table, PartitionOf as) {
        Optional<Table> parent = schema.table(as.parent()).map(found -> whole(schema, found));
        if (parent.isEmpty()) {
            return table.withPartitionOf(Optional.of(as));
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean same =
                    column.comment().isEmpty()
                            && Inheritance.column(schema, parent.get(), column.name())
                                    .filter(other -> Inheritance.sameOverride(other, column))
                                    .isPresent();
            if (!same) {
                columns.add(column);
            }
        }
        List<TablePart> left = new ArrayList<>(parent.get().parts());
        List<TablePart> parts = new ArrayList<>();
        for (TablePart part : table.parts()) {
            Optional<TablePart> twin =
                    left.stream().filter(other -> isTwin(part, other)).findFirst();
            if (twin.isPresent() && part.comment().isEmpty()) {
                left.remove(twin.get());
            } else {
                parts.add(part);
            }
        }
        return table.withColumns(columns).withParts(parts).withPartitionOf(Optional.of(as));
    }

    /** Returns whether the server takes a part for the child's copy of a parent's. */
    private static boolean isTwin(TablePart part, TablePart ofParent) {
        boolean copied = part instanceof Constraint || part instanceof Index;
        return copied
                && part.sameDefinition(ofParent)
                && (!(part instanceof Check) || part.name().equals(ofParent.name()));
    }
}
