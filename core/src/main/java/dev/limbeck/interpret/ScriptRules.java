package dev.limbeck.interpret;

import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SyntaxProfile;
import dev.limbeck.dialect.TransactionRefusal;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a database asks of a script.
 *
 * @param lexicon how it is cut into statements
 * @param syntax what its statements may look like
 * @param refusesTransaction why a statement, given by its significant tokens, can't run in the
 *     script's transaction, if that is so; empty where scripts have none
 */
public record ScriptRules(
        SqlLexicon lexicon,
        SyntaxProfile syntax,
        Optional<Function<List<SqlToken>, Optional<TransactionRefusal>>> refusesTransaction) {

    /** Rules for a script of which nobody knows which database it is for. */
    public static final ScriptRules UNKNOWN =
            new ScriptRules(SqlLexicon.standard("SQL"), SyntaxProfile.UNKNOWN, Optional.empty());

    /** Returns the rules of a server. */
    public static ScriptRules of(Dialect dialect, DatabaseProduct product) {
        boolean transactional =
                dialect.capabilities(product).contains(Capability.TRANSACTIONAL_DDL);
        return new ScriptRules(
                dialect.lexicon(),
                dialect.syntax(),
                transactional
                        ? Optional.of(tokens -> dialect.refusesTransaction(tokens, product))
                        : Optional.empty());
    }
}
