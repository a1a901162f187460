package dev.limbeck.postgres.definition;

import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.schema.QualifiedName;

/** A rule: the statement that makes it, and when it applies. */
public final class RuleDefinition {
    private static final String USUAL = "ENABLE";

    private RuleDefinition() {}

    /**
     * Returns the text that makes a rule which applies when it is said to.
     *
     * @param text what makes it as it is
     * @param state {@code ENABLE}, {@code DISABLE}, {@code ENABLE REPLICA} or {@code ENABLE ALWAYS}
     */
    public static String in(String state, String text, QualifiedName table, String rule) {
        String made = Pieces.statement(new TokenCursor(text, PostgresLexicon.LEXICON));
        return state.equals(USUAL)
                ? made
                : made
                        + ";\nALTER TABLE "
                        + SqlNames.write(table)
                        + " "
                        + state
                        + " RULE "
                        + SqlNames.write(rule);
    }
}
