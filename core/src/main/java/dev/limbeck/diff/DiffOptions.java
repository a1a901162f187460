package dev.limbeck.diff;

import dev.limbeck.schema.SchemaRules;

/**
 * What a diff has to know about the database.
 *
 * @param schemaRules its rules of names
 * @param changeRules what it can change in place
 */
public record DiffOptions(SchemaRules schemaRules, ChangeRules changeRules) {}
