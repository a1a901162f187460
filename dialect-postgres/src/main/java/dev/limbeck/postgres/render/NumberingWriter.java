package dev.limbeck.postgres.render;

import dev.limbeck.diff.ColumnChange;
import dev.limbeck.postgres.model.MadeNames;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes changes of what numbers a column. The counter is carried over: from one sequence to the
 * next, and where there was none from the greatest number at hand.
 */
final class NumberingWriter {
    private final ColumnWriter columns;
    private final QualifiedName table;
    private final Column before;
    private final Optional<Sequence> old;
    private final Column after;
    private final List<Piece> pieces = new ArrayList<>();

    private NumberingWriter(ColumnChange.Renumber change, ColumnWriter columns) {
        this.columns = columns;
        this.table = change.table();
        this.before = change.before();
        this.old = change.ownedBefore();
        this.after = change.after();
    }

    static List<Piece> write(ColumnChange.Renumber change, ColumnWriter columns) {
        NumberingWriter writer = new NumberingWriter(change, columns);
        if (change.after().identity().isPresent()) {
            writer.toIdentity(change.after().identity().get());
        } else if (change.ownedAfter().isPresent()) {
            writer.toSequence(change.ownedAfter().get());
        } else {
            writer.toNothing();
        }
        return writer.pieces;
    }

    private void statement(String text) {
        pieces.add(Piece.statement(text));
    }

    private void column(String action) {
        pieces.add(
                Piece.action(
                                ColumnWriter.head(table),
                                "ALTER COLUMN " + SqlNames.write(after.name()) + " " + action)
                        .about(after.name()));
    }

    private void toIdentity(Identity identity) {
        Optional<QualifiedName> aside = old.map(NumberingWriter::aside);
        if (before.defaultValue().isPresent()) {
            column("DROP DEFAULT");
        }
        if (aside.isPresent()) {
            statement(
                    "ALTER SEQUENCE "
                            + SqlNames.write(old.orElseThrow().name())
                            + " RENAME TO "
                            + SqlNames.write(aside.get().name()));
        }
        if (before.nullable()) {
            pieces.addAll(columns.setNotNull(table, after.withDefault(Optional.empty())));
        }
        column("ADD " + IdentityWriter.write(identity));
        String counter = regclass(MadeNames.sequence(table, after.name()));
        if (aside.isPresent()) {
            statement(
                    "SELECT setval("
                            + counter
                            + ", last_value, is_called) FROM "
                            + SqlNames.write(aside.get()));
            statement("DROP SEQUENCE " + SqlNames.write(aside.get()));
        } else {
            statement(fromRows(counter));
        }
    }

    private void toSequence(Sequence sequence) {
        boolean fromIdentity = before.identity().isPresent();
        Sequence made = fromIdentity ? sequence.withName(coming(sequence)) : sequence;
        statement(SequenceWriter.create(made));
        if (fromIdentity) {
            statement(
                    "SELECT setval("
                            + regclass(made.name())
                            + ", pg_sequence_last_value(pg_get_serial_sequence("
                            + SqlNames.literal(SqlNames.write(table))
                            + ", "
                            + SqlNames.literal(after.name())
                            + ")::regclass))");
            column("DROP IDENTITY");
            if (after.nullable()) {
                column("DROP NOT NULL");
            }
            statement(
                    "ALTER SEQUENCE "
                            + SqlNames.write(made.name())
                            + " RENAME TO "
                            + SqlNames.write(sequence.name().name()));
        } else if (old.isPresent()) {
            statement(
                    "SELECT setval("
                            + regclass(sequence.name())
                            + ", last_value, is_called) FROM "
                            + SqlNames.write(old.get().name()));
        } else {
            statement(fromRows(regclass(sequence.name())));
        }
        pieces.add(ColumnWriter.setDefault(table, after));
        statement(SequenceWriter.own(sequence));
        pieces.addAll(DetailWriter.all(sequence));
        old.ifPresent(gone -> statement("DROP SEQUENCE " + SqlNames.write(gone.name())));
    }

    private void toNothing() {
        if (before.identity().isPresent()) {
            column("DROP IDENTITY");
        }
        if (!before.nullable() && after.nullable()) {
            column("DROP NOT NULL");
        }
        if (!before.defaultValue().equals(after.defaultValue())) {
            pieces.add(ColumnWriter.setDefault(table, after));
        }
        old.ifPresent(gone -> statement("DROP SEQUENCE " + SqlNames.write(gone.name())));
    }

    /** Returns the name under which a sequence waits until its counter was read. */
    private static QualifiedName aside(Sequence sequence) {
        return sequence.name().sibling(MadeNames.of(sequence.name().name(), "", "old"));
    }

    /** Returns the name under which a sequence is made while its own name is taken. */
    private static QualifiedName coming(Sequence sequence) {
        return sequence.name().sibling(MadeNames.of(sequence.name().name(), "", "new"));
    }

    private static String regclass(QualifiedName sequence) {
        return SqlNames.literal(SqlNames.write(sequence));
    }

    private String fromRows(String counter) {
        String greatest = "max(" + SqlNames.write(after.name()) + ")";
        return "SELECT setval("
                + counter
                + ", "
                + greatest
                + ") FROM "
                + SqlNames.write(table)
                + " HAVING "
                + greatest
                + " > 0";
    }
}
