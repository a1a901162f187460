package dev.limbeck.report;

import dev.limbeck.diff.SchemaChange;
import java.util.List;

/**
 * One change with its SQL.
 *
 * @param change the change
 * @param up the statements that make it, those it shares with others included
 * @param down the statements that undo it
 */
public record ChangeReport(SchemaChange change, List<String> up, List<String> down) {
    public ChangeReport {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }
}
