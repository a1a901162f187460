package dev.limbeck.schema;

/**
 * What an editor has to know about the database.
 *
 * @param names among which things a name must be the only one
 * @param rewriter how a rename reaches into texts
 */
public record SchemaRules(NameScopes names, NameRewriter rewriter) {}
