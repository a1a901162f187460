package dev.limbeck.analysis;

import dev.limbeck.ddl.DdlReader;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.QueryFacts;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.dialect.SyntaxProfile;
import dev.limbeck.neutral.NeutralForms;
import dev.limbeck.sql.SqlLexicon;

/**
 * What an analyzer has to know of a database.
 *
 * @param names reads its names
 * @param syntax its grammar
 * @param lexicon its tokens
 * @param types what its types hold
 * @param facts what its statements may name
 * @param columnCase whether names that differ in case only are names of two columns
 */
public record QuerySetting(
        DdlReader names,
        SyntaxProfile syntax,
        SqlLexicon lexicon,
        NeutralForms types,
        QueryFacts facts,
        ColumnCase columnCase) {
    /** What the case of letters means in the name of a column. */
    public enum ColumnCase {
        COUNTS,
        MEANS_NOTHING
    }

    /** Returns what a dialect knows of its server. */
    public static QuerySetting of(Dialect dialect, SchemaSupport support) {
        boolean one = support.diffOptions().changeRules().isOneColumnName("a", "A");
        return new QuerySetting(
                support.ddl(),
                dialect.syntax(),
                dialect.lexicon(),
                support.neutral(),
                support.queries(),
                one ? ColumnCase.MEANS_NOTHING : ColumnCase.COUNTS);
    }
}
