package dev.limbeck.schema;

/**
 * What an editor has to know about the database.
 *
 * @param names among which things a name must be the only one
 * @param rewriter how a rename reaches into texts
 * @param made how names of parts follow the name of their relation
 */
public record SchemaRules(NameScopes names, NameRewriter rewriter, MadePartNames made) {
    /** Makes the rules of a database whose parts keep their names. */
    public SchemaRules(NameScopes names, NameRewriter rewriter) {
        this(names, rewriter, MadePartNames.KEPT);
    }
}
