package dev.limbeck.dialect;

import dev.limbeck.schema.QualifiedName;

/**
 * What a statement needs of the user who runs it.
 *
 * @param kind what it does
 * @param object the table, view or sequence it does that to; of {@link Kind#CREATE} and its kin the
 *     object that is made, which matters only by its schema
 */
public record Need(Kind kind, QualifiedName object) {
    /** What a statement does. */
    public enum Kind {
        CREATE,
        CREATE_VIEW,
        CREATE_ROUTINE,
        ALTER,
        DROP,
        INDEX,
        TRIGGER,
        INSERT,
        UPDATE,
        DELETE,
        TRUNCATE;

        /** Returns whether it makes something new in a schema. */
        public boolean makes() {
            return this == CREATE || this == CREATE_VIEW || this == CREATE_ROUTINE;
        }
    }
}
