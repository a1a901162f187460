package dev.limbeck.postgres.render;

import dev.limbeck.postgres.model.MadeNames;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Writes changes of {@code NOT NULL}, which has a name of its own since version 18. */
final class NotNullWriter {
    private NotNullWriter() {}

    /** Returns the piece that forbids nulls. */
    static Piece set(QualifiedName table, Column column, NotNullNames names) {
        NotNull rule = column.notNull().orElseThrow();
        String name = SqlNames.write(column.name());
        boolean plain =
                !names.isWritten(table, column.name(), rule)
                        && rule.inherited()
                        && rule.state().validated();
        if (plain) {
            return Piece.action(ColumnWriter.head(table), "ALTER COLUMN " + name + " SET NOT NULL");
        }
        String named =
                names.isWritten(table, column.name(), rule)
                        ? "CONSTRAINT " + SqlNames.write(rule.name()) + " "
                        : "";
        String inherited = rule.inherited() ? "" : " NO INHERIT";
        return Piece.action(
                ColumnWriter.head(table),
                "ADD "
                        + named
                        + "NOT NULL "
                        + name
                        + inherited
                        + ConstraintWriter.state(rule.state()));
    }

    /** Returns the pieces that lead from one such rule to another. */
    static List<Piece> alter(QualifiedName table, String column, NotNull before, NotNull after) {
        List<Piece> pieces = new ArrayList<>();
        String head = ColumnWriter.head(table);
        String old = name(table, column, before);
        String wanted = name(table, column, after);
        if (before.name().value().isEmpty() != after.name().value().isEmpty()) {
            return pieces;
        }
        if (!old.equals(wanted)) {
            pieces.add(Piece.statement(head + " RENAME CONSTRAINT " + old + " TO " + wanted));
        }
        if (before.inherited() != after.inherited()) {
            String inherited = after.inherited() ? "INHERIT" : "NO INHERIT";
            pieces.add(Piece.action(head, "ALTER CONSTRAINT " + wanted + " " + inherited));
        }
        if (!before.state().validated() && after.state().validated()) {
            pieces.add(Piece.action(head, "VALIDATE CONSTRAINT " + wanted));
        } else if (before.state().validated() && !after.state().validated()) {
            pieces.add(
                    Piece.action(
                            head, "ALTER COLUMN " + SqlNames.write(column) + " DROP NOT NULL"));
            pieces.add(
                    Piece.action(
                            head,
                            "ADD CONSTRAINT "
                                    + wanted
                                    + " NOT NULL "
                                    + SqlNames.write(column)
                                    + " NOT VALID"));
        }
        return pieces;
    }

    private static String name(QualifiedName table, String column, NotNull rule) {
        String name = rule.name().value();
        return SqlNames.write(name.isEmpty() ? MadeNames.notNull(table, column) : name);
    }
}
