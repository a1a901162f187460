package dev.limbeck.autogenerate;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes that go into one revision, with their SQL.
 *
 * @param changes what it changes, in order
 * @param up the statements that make the changes
 * @param down the statements that undo them
 * @param upCommits when the up script commits
 */
public record RevisionScript(
        List<SchemaChange> changes,
        List<RenderedStatement> up,
        List<RenderedStatement> down,
        Commits upCommits) {
    /** When a script commits. */
    public enum Commits {
        /** Once, at its end. */
        AT_THE_END,
        /** After each statement. */
        EACH_STATEMENT
    }

    public RevisionScript {
        changes = List.copyOf(changes);
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /**
     * Returns the script of changes that share a transaction as far as they let each other.
     *
     * @param before the schema they begin at
     * @param after the schema they lead to
     */
    static RevisionScript of(
            Schema before, List<SchemaChange> changes, Schema after, SqlRenderer renderer) {
        List<RenderedStatement> up = renderer.render(before, changes);
        List<RenderedStatement> down = renderer.render(after, SchemaChange.undo(changes));
        return new RevisionScript(changes, up, down, commits(up));
    }

    /** Returns the script of changes that must not share a transaction. */
    static RevisionScript apart(
            Schema before, List<SchemaChange> changes, Schema after, SqlRenderer renderer) {
        RevisionScript script = of(before, changes, after, renderer);
        return new RevisionScript(changes, script.up, script.down, Commits.EACH_STATEMENT);
    }

    private static Commits commits(List<RenderedStatement> statements) {
        return statements.stream().anyMatch(RenderedStatement::needsOwnTransaction)
                ? Commits.EACH_STATEMENT
                : Commits.AT_THE_END;
    }

    /** Returns when the down script commits. */
    public Commits downCommits() {
        return commits(down);
    }

    /** Returns the SQL that makes each change, statements it shares with others included. */
    public Map<SchemaChange, List<String>> upByChange() {
        return byChange(up);
    }

    /** Returns the SQL that makes each change of the way back. */
    public Map<SchemaChange, List<String>> downByChange() {
        return byChange(down);
    }

    private static Map<SchemaChange, List<String>> byChange(List<RenderedStatement> statements) {
        Map<SchemaChange, List<String>> sql = new HashMap<>();
        for (RenderedStatement statement : statements) {
            for (SchemaChange change : statement.changes()) {
                sql.computeIfAbsent(change, absent -> new ArrayList<>()).add(statement.sql());
            }
        }
        return sql;
    }
}
