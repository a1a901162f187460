package dev.limbeck.postgres.render;

import dev.limbeck.diff.EnumChange;
import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.postgres.model.MadeNames;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes changes of the values of enum types. */
final class EnumWriter {
    private EnumWriter() {}

    private static String head(EnumType type) {
        return "ALTER TYPE " + SqlNames.writeCallable(type.name());
    }

    static Piece add(EnumChange.AddValue change) {
        String place = change.next().map(next -> " BEFORE " + SqlNames.literal(next)).orElse("");
        return Piece.statement(
                head(change.before()) + " ADD VALUE " + SqlNames.literal(change.value()) + place);
    }

    static Piece rename(EnumChange.RenameValue change) {
        return Piece.statement(
                head(change.before())
                        + " RENAME VALUE "
                        + SqlNames.literal(change.value())
                        + " TO "
                        + SqlNames.literal(change.newValue()));
    }

    /**
     * Returns the pieces that make a type anew and move its columns over.
     *
     * @param others writes the changes that clear the way and bring back what stood in it
     */
    static List<Piece> rebuild(
            EnumChange.Rebuild change, Function<SchemaChange, List<Piece>> others) {
        List<Piece> pieces = new ArrayList<>();
        EnumType before = change.before();
        QualifiedName aside = before.name().sibling(MadeNames.of(before.name().name(), "", "old"));
        for (SchemaChange suspended : change.users().suspended()) {
            others.apply(suspended).forEach(piece -> pieces.add(silent(piece)));
        }
        Piece renamed =
                Piece.statement(head(before) + " RENAME TO " + SqlNames.write(aside.name()));
        pieces.add(renamed.note(goneValues(change).toArray(String[]::new)));
        pieces.add(Piece.statement(TypeWriter.create(change.after())));
        for (EnumChange.Use use : change.users().columns()) {
            pieces.addAll(move(use));
        }
        pieces.add(Piece.statement("DROP TYPE " + SqlNames.writeCallable(aside)));
        pieces.addAll(DetailWriter.all(before.withValues(change.after().values())));
        for (SchemaChange restored : SchemaChange.undo(change.users().suspended())) {
            others.apply(restored).forEach(piece -> pieces.add(silent(piece)));
        }
        return pieces;
    }

    /** Nothing is lost of what comes back in the same breath. */
    private static Piece silent(Piece piece) {
        List<String> notes = piece.notes().stream().filter(note -> !Notes.isLoss(note)).toList();
        return new Piece(piece.head(), piece.text(), piece.subject(), List.of(), notes);
    }

    private static List<String> goneValues(EnumChange.Rebuild change) {
        List<String> gone = new ArrayList<>(change.before().values());
        gone.removeAll(change.after().values());
        List<String> lines = new ArrayList<>();
        for (String value : gone) {
            for (EnumChange.Use use : change.users().columns()) {
                if (use.column().type().arrayDimensions() == 0) {
                    String column = SqlNames.write(use.column().name());
                    lines.add(
                            "UPDATE "
                                    + SqlNames.write(use.table())
                                    + " SET "
                                    + column
                                    + " = … WHERE "
                                    + column
                                    + " = "
                                    + SqlNames.literal(value)
                                    + ";");
                }
            }
        }
        if (!lines.isEmpty()) {
            lines.add(
                    0,
                    "no row may hold a value that goes; give such rows another one first, for"
                            + " example:");
        }
        return lines;
    }

    private static List<Piece> move(EnumChange.Use use) {
        List<Piece> pieces = new ArrayList<>();
        Column column = use.column();
        String head = ColumnWriter.head(use.table());
        String name = SqlNames.write(column.name());
        String type = PostgresTypes.render(column.type());
        String text = column.type().arrayDimensions() > 0 ? "::text[]::" : "::text::";
        if (column.defaultValue().isPresent()) {
            pieces.add(Piece.action(head, "ALTER COLUMN " + name + " DROP DEFAULT"));
        }
        pieces.add(
                Piece.action(
                                head,
                                "ALTER COLUMN "
                                        + name
                                        + " TYPE "
                                        + type
                                        + " USING "
                                        + name
                                        + text
                                        + type)
                        .hazard(Hazard.Kind.REWRITES, "every value of " + name + " is converted"));
        if (column.defaultValue().isPresent()) {
            pieces.add(ColumnWriter.setDefault(use.table(), column));
        }
        return pieces;
    }
}
