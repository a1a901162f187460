package dev.limbeck.ddl;

import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.Optional;
import java.util.function.Function;

/**
 * A constraint or an index of a table being read.
 *
 * @param offset where its definition begins
 * @param turn when the server names it, among the parts of one statement
 * @param name the name written for it
 * @param build makes the part, unnamed, once the table's columns are known
 */
public record PartDraft(
        int offset, Turn turn, Optional<PartName> name, Function<Table, TablePart> build) {
    /** In which order parts get their names. */
    public enum Turn {
        CHECK,
        PRIMARY_KEY,
        KEY,
        INDEX,
        FOREIGN_KEY
    }
}
