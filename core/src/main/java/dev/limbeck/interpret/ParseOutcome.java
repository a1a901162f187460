package dev.limbeck.interpret;

/** What a parser made of one statement. */
sealed interface ParseOutcome {
    /**
     * It was read to its end.
     *
     * @param tree the parser's tree
     */
    record Parsed(net.sf.jsqlparser.statement.Statement tree) implements ParseOutcome {}

    /**
     * It was not understood.
     *
     * @param offset 0-based offset of the first token the parser could not place
     * @param token that token as it stands; empty at the end of the statement
     * @param lexical whether the parser's own lexer gave up, which says little about the statement
     */
    record Rejected(int offset, String token, boolean lexical) implements ParseOutcome {}
}
