package dev.limbeck.expression;

import java.util.List;
import java.util.Optional;

/** What names in an expression stand for. */
interface Scope {
    /** A scope in which no name is known. */
    Scope NONE = path -> Optional.empty();

    /** Returns the value that a name stands for, written in the one way it is written. */
    Optional<Typed> resolve(List<String> path);

    /** Returns the value that a name in a text stands for. */
    default Optional<Typed> resolve(Node.Name name) {
        return resolve(name.path());
    }

    /** Returns the whole row of a source. */
    default Optional<Typed> row(List<String> qualifier) {
        return Optional.empty();
    }
}
