package dev.limbeck.analysis;

import dev.limbeck.ddl.DdlFinding;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.schema.Schema;
import java.util.List;

/**
 * Tells what is wrong with statements that read and change rows: tables and columns that aren't
 * there, numbers of values that don't fit, columns that need a value and get none, types that don't
 * go together.
 *
 * <p>What it does not understand is never an error: names inside are still looked up, and where
 * even that can't be done a piece of information says so.
 */
public interface QueryAnalyzer {
    /**
     * Checks one statement. Never throws for what a user wrote. Statements that neither read nor
     * change rows have no findings.
     *
     * @param statement the text without its terminator
     * @param schema the schema it meets
     * @param session what earlier statements of its script have set
     * @return what was found, in order of place
     */
    List<DdlFinding> check(String statement, Schema schema, DdlSession session);
}
