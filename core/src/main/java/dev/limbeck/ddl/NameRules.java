package dev.limbeck.ddl;

/** How a database takes the names in its statements. */
public interface NameRules {
    /** Returns the name that a bare word stands for. */
    String fold(String word);

    /** Returns the name that a quoted identifier stands for. */
    default String quoted(String identifier) {
        return Strings.identifier(identifier);
    }

    /** Returns a name as the server keeps it, one that is too long for it cut off. */
    String kept(String name);

    /**
     * Returns whether a bare word can't be a name.
     *
     * @param word in upper case
     */
    boolean isReserved(String word);

    /** Returns whether a schema holds what the server itself brings along. */
    default boolean isBuiltIn(String schema) {
        return false;
    }

    /** Returns the name of the connection's default schema, which the model leaves empty. */
    String defaultSchema();
}
