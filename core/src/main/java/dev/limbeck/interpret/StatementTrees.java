package dev.limbeck.interpret;

import dev.limbeck.dialect.SyntaxProfile;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;

import java.util.List;
import java.util.Optional;

/** Reads statements into trees, for who looks at what they mean. */
public final class StatementTrees {
    private final StatementParser parser;
    private final SqlLexicon lexicon;

    public StatementTrees(SyntaxProfile profile, SqlLexicon lexicon) {
        this.parser = new StatementParser(profile);
        this.lexicon = lexicon;
    }

    /** Returns the tree of a statement; empty where the parser refuses it, or it is too long. */
    public Optional<StatementTree> read(String text) {
        if (text.length() > StatementTokens.LONGEST) {
            return Optional.empty();
        }
        List<SqlToken> tokens = SqlTokenizer.significant(text, lexicon);
        if (tokens.isEmpty()
                || !(parser.parse(text, tokens) instanceof ParseOutcome.Parsed parsed)) {
            return Optional.empty();
        }
        return Optional.of(new StatementTree(parsed.tree(), parsed.source(), parsed.requoted()));
    }
}
