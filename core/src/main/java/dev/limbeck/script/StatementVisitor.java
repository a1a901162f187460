package dev.limbeck.script;

import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.Statement;
import java.util.List;

/** Sees each statement of a script while it is read through. */
@FunctionalInterface
public interface StatementVisitor {
    /**
     * Looks at a statement.
     *
     * @param tokens its significant tokens, offsets in its text; none of what is not sent
     */
    void visit(Statement statement, List<SqlToken> tokens);
}
