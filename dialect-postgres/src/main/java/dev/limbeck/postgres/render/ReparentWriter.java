package dev.limbeck.postgres.render;

import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.TableChange;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes how tables come to parents and leave them. */
final class ReparentWriter {
    private ReparentWriter() {}

    static List<Piece> write(TableChange.Reparent change) {
        List<Piece> pieces = new ArrayList<>();
        Table before = change.before();
        Table after = change.after();
        Optional<PartitionOf> old = before.partitionOf();
        Optional<PartitionOf> wanted = after.partitionOf();
        String name = SqlNames.write(after.name());
        if (!old.equals(wanted)) {
            old.ifPresent(
                    of ->
                            pieces.add(
                                    Piece.statement(
                                            ColumnWriter.head(of.parent())
                                                    + " DETACH PARTITION "
                                                    + name)));
        }
        for (QualifiedName parent : before.inherits()) {
            if (!after.inherits().contains(parent)) {
                pieces.add(
                        Piece.action(
                                ColumnWriter.head(after.name()),
                                "NO INHERIT " + SqlNames.write(parent)));
            }
        }
        for (QualifiedName parent : after.inherits()) {
            if (!before.inherits().contains(parent)) {
                pieces.add(
                        Piece.action(
                                ColumnWriter.head(after.name()),
                                "INHERIT " + SqlNames.write(parent)));
            }
        }
        if (!old.equals(wanted)) {
            wanted.ifPresent(
                    of ->
                            pieces.add(
                                    Piece.statement(
                                                    ColumnWriter.head(of.parent())
                                                            + " ATTACH PARTITION "
                                                            + name
                                                            + " "
                                                            + of.bound().source())
                                            .hazard(
                                                    Hazard.Kind.LOCKS,
                                                    "the rows are checked against the bound")));
        }
        return pieces;
    }
}
