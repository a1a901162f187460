package dev.limbeck.ddl;

import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.TablePart;

/** The names a server gives. */
@FunctionalInterface
public interface PartNaming {
    /**
     * Returns the name the server gives to a part that is added without one.
     *
     * @param schema the schema it is added to
     * @param owner the relation it is added to, with the parts it has so far
     * @param part the part, under whatever name
     */
    PartName nameFor(Schema schema, Relation owner, TablePart part);
}
