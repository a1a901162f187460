package dev.limbeck.dialect;

import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Asks a live server whether two texts are one to it: the second opinion where two normal forms
 * differ and the texts may still be the same.
 *
 * <p>It leaves no trace: whatever it makes is temporary and rolled back. It is only for a
 * connection that may write, and only where the user asked for a comparison with that server.
 */
public interface SpellingProbe {
    /** What a text is. */
    enum Use {
        /** The query of a view. */
        QUERY,
        /** A predicate over the rows of a relation. */
        CONDITION,
        /** A predicate over the values of a type, which it calls {@code VALUE}. */
        DOMAIN_CONDITION,
        /** A value that a column of some type takes, or that is indexed. */
        VALUE,
        /** The condition of a trigger, over rows called {@code NEW} and {@code OLD}. */
        TRIGGER_CONDITION,
        /** The body of a routine that is bound to what it names. */
        BODY,
        /** The statement that attaches to a relation something that is not modelled. */
        ATTACHMENT
    }

    /**
     * Two texts that stand in the same place of two schemas.
     *
     * @param use what they are
     * @param relation the relation whose columns they name, where they do
     * @param type the type they are turned into, or the type whose values they are about
     * @param before one text
     * @param after the other text
     * @param columnsBefore of a query the names given to its columns
     * @param columnsAfter of the other query the names given to its columns
     * @param routine the routine whose body they are
     */
    record Pair(
            Use use,
            Optional<QualifiedName> relation,
            Optional<ColumnType> type,
            String before,
            String after,
            List<String> columnsBefore,
            List<String> columnsAfter,
            Optional<Routine> routine) {
        public Pair {
            columnsBefore = List.copyOf(columnsBefore);
            columnsAfter = List.copyOf(columnsAfter);
        }
    }

    /**
     * What the server says of a pair.
     *
     * @param same whether it would store both alike
     * @param refusal why it could not say, where it could not
     */
    record Answer(boolean same, Optional<String> refusal) {
        public static Answer of(boolean same) {
            return new Answer(same, Optional.empty());
        }

        public static Answer refused(String reason) {
            return new Answer(false, Optional.of(reason));
        }
    }

    /**
     * Returns why this connection can't be asked: it is read-only, or may make nothing temporary;
     * empty where it can.
     */
    Optional<String> unavailable() throws SQLException;

    /** Asks about pairs; the answers are in the order of the pairs. */
    List<Answer> ask(List<Pair> pairs) throws SQLException;
}
