package dev.limbeck.ddl;

import dev.limbeck.schema.SchemaRules;
import dev.limbeck.sql.SqlLexicon;

/**
 * What a dialect gives to the readers that all share.
 *
 * @param lexicon how text is cut into tokens
 * @param names how names are taken
 * @param types the reader of data types
 * @param expressions what finds out what texts refer to
 * @param naming the names the server gives
 * @param notNulls what a column gets that holds no nulls
 * @param rules what an editor of its schemas has to know
 */
public record DdlTools(
        SqlLexicon lexicon,
        NameRules names,
        TypeReader types,
        ExpressionReader expressions,
        PartNaming naming,
        NotNullRule notNulls,
        SchemaRules rules) {}
