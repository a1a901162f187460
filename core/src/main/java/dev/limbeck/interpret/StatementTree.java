package dev.limbeck.interpret;

import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * The parser's tree of a statement.
 *
 * @param root its root
 * @param source finds the 0-based offset in the statement of one that the tree's tokens state
 * @param requoted names that are quoted in the tree and not in the statement
 */
public record StatementTree(
        net.sf.jsqlparser.statement.Statement root, IntUnaryOperator source, Set<String> requoted) {
    public StatementTree {
        requoted = Set.copyOf(requoted);
    }
}
