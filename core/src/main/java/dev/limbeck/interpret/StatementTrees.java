package dev.limbeck.interpret;

import dev.limbeck.dialect.SyntaxProfile;
import dev.limbeck.sql.SqlToken;
import java.util.List;
import java.util.Optional;

/** Reads statements into trees, for who looks at what they mean. */
public final class StatementTrees {
    private final StatementParser parser;

    public StatementTrees(SyntaxProfile profile) {
        this.parser = new StatementParser(profile);
    }

    /**
     * Returns the tree of a statement; empty where the parser refuses it, or it is too long.
     *
     * @param tokens its significant tokens
     */
    public Optional<StatementTree> read(String text, List<SqlToken> tokens) {
        if (tokens.isEmpty()
                || text.length() > StatementTokens.LONGEST
                || !(parser.parse(text, tokens) instanceof ParseOutcome.Parsed parsed)) {
            return Optional.empty();
        }
        return Optional.of(new StatementTree(parsed.tree(), parsed.source(), parsed.requoted()));
    }
}
