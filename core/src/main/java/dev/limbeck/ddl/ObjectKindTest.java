package dev.limbeck.ddl;

import dev.limbeck.schema.ObjectKind;

/** Says of kinds of objects whether one is meant. */
@FunctionalInterface
public interface ObjectKindTest {
    boolean accepts(ObjectKind kind);
}
