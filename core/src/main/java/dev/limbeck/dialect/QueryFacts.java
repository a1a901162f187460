package dev.limbeck.dialect;

import java.util.Set;

/**
 * What a database lets statements about rows name, although no script has made it.
 *
 * @param systemSchemas the schemas that hold what the server brings along, folded
 * @param systemRelations relations that every session sees under their bare names, folded; a {@code
 *     *} at the end stands for whatever follows
 * @param words words that stand where columns stand and are none ({@code ROWNUM}), upper case
 * @param conversion which values the server converts unasked
 * @param omission what an insert without a list of columns may leave out
 */
public record QueryFacts(
        Set<String> systemSchemas,
        Set<String> systemRelations,
        Set<String> words,
        Conversion conversion,
        Omission omission) {
    /** Which values a server converts unasked when they are compared or stored. */
    public enum Conversion {
        /** Within numbers, within dates; anything to a text that it is stored in. */
        WITHIN_KINDS,
        /** Texts to anything and back as well. */
        TEXTS,
        /** Anything to anything. */
        ANYTHING
    }

    /** What an insert without a list of columns may leave out. */
    public enum Omission {
        NOTHING,
        /** The last columns, which get their defaults. */
        LAST_COLUMNS
    }

    public QueryFacts {
        systemSchemas = Set.copyOf(systemSchemas);
        systemRelations = Set.copyOf(systemRelations);
        words = Set.copyOf(words);
    }

    /** Returns the facts of a database of which nothing peculiar is known: nothing is judged. */
    public static QueryFacts standard() {
        return new QueryFacts(
                Set.of("information_schema", "INFORMATION_SCHEMA"),
                Set.of(),
                Set.of(),
                Conversion.ANYTHING,
                Omission.LAST_COLUMNS);
    }

    /** Returns whether a bare name is that of a relation the server brings along. */
    public boolean isSystemRelation(String name) {
        return systemRelations.stream()
                .anyMatch(
                        known ->
                                known.endsWith("*")
                                        ? name.startsWith(known.substring(0, known.length() - 1))
                                        : name.equals(known));
    }
}
