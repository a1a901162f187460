package dev.limbeck.autogenerate;

import dev.limbeck.ddl.DdlSession;
import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.Statement;
import java.nio.file.Path;

/**
 * A statement of a script that is replayed.
 *
 * @param statement the statement, its variables replaced
 * @param shown the file it stands in
 * @param before what it meets
 * @param session what the statements before it in its script have set
 * @param step what it did
 */
public record ReplayedStatement(
        Statement statement,
        Path shown,
        Schema before,
        DdlSession session,
        DdlInterpreter.Step step) {}
