package dev.limbeck.ddl;

import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartId;
import java.util.Optional;

/**
 * Something a statement defines, and where its definition begins.
 *
 * @param offset the place, from the start of the statement
 * @param object the object, or the one that the part belongs to
 * @param part the part
 */
public record DdlElement(int offset, ObjectId object, Optional<PartId> part) {}
