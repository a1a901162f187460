package dev.limbeck.dialect;

import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.TablePart;

/**
 * Brings schemas to the normal form of one database, in which equal means equal: aliases of types,
 * defaults and predicates as the server rewrites them, names the server makes.
 *
 * <p>A false difference is a nuisance, a false equality a fault: what it isn't sure of, it leaves
 * apart.
 */
public interface SchemaNormalizer {
    /**
     * Returns a schema in normal form; one that is in normal form already comes back equal.
     *
     * @param schema from whatever source
     */
    Schema normalize(Schema schema);

    /**
     * Returns the name the server gives to a part that is added without one; {@link
     * PartName#unknown()} where nobody can foretell it.
     *
     * @param schema the schema it is added to
     * @param owner the relation it is added to
     * @param part the part, under whatever name
     */
    PartName nameFor(Schema schema, Relation owner, TablePart part);
}
