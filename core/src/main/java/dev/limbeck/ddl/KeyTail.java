package dev.limbeck.ddl;

import dev.limbeck.schema.Key;

/** Reads what follows the columns of a key: what else its index holds and how it is stored. */
@FunctionalInterface
public interface KeyTail {
    /** Takes what there is and returns the key with it. */
    Key read(DdlContext context, Key key);

    /** Returns the reader of databases where nothing follows. */
    static KeyTail none() {
        return (context, key) -> key;
    }
}
