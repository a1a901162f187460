package dev.limbeck.execute;

import dev.limbeck.sql.Statement;
import java.util.List;

/** What can be told of a statement from its first words. */
final class StatementNature {
    private static final List<String> CALLS = List.of("CALL", "EXEC", "EXECUTE");

    private StatementNature() {}

    /** Returns whether a statement that was refused may have done part of its work for good. */
    static boolean mayStopHalfWay(Statement statement) {
        return statement.isProcedural()
                ? !beginsWith(statement, "CREATE")
                : CALLS.stream().anyMatch(word -> beginsWith(statement, word));
    }

    private static boolean beginsWith(Statement statement, String word) {
        return statement.text().regionMatches(true, 0, word, 0, word.length());
    }
}
