package dev.limbeck.expression;

/** What one reading of a text needs wherever it looks. */
record Environment(SqlGrammar grammar, TypeSystem types, NodeWriter writer, Findings findings) {
    static Environment of(SqlGrammar grammar, TypeSystem types) {
        return new Environment(grammar, types, new NodeWriter(grammar.fold()), new Findings());
    }
}
