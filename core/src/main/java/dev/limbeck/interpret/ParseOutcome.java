package dev.limbeck.interpret;

import java.util.Set;
import java.util.function.IntUnaryOperator;

/** What a parser made of one statement. */
sealed interface ParseOutcome {
    /**
     * It was read to its end.
     *
     * @param tree the parser's tree
     * @param source finds the 0-based offset in the statement of one in what the parser read
     * @param requoted the words that were put in quotes for the parser alone
     */
    record Parsed(
            net.sf.jsqlparser.statement.Statement tree,
            IntUnaryOperator source,
            Set<String> requoted)
            implements ParseOutcome {
        public Parsed {
            requoted = Set.copyOf(requoted);
        }
    }

    /**
     * It was not understood.
     *
     * @param offset 0-based offset of the first token the parser could not place
     * @param token that token as it stands; empty at the end of the statement
     * @param lexical whether the parser's own lexer gave up, which says little about the statement
     */
    record Rejected(int offset, String token, boolean lexical) implements ParseOutcome {}
}
