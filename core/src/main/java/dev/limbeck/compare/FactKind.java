package dev.limbeck.compare;

import java.util.Locale;

/** What a fact says. */
public enum FactKind {
    TABLE,
    VIEW,
    MATERIALIZED_VIEW,
    SEQUENCE,
    ROUTINE,
    COLUMN,
    TYPE,
    /** The only values that a column takes. */
    VALUES,
    NULLABILITY,
    DEFAULT,
    IDENTITY,
    GENERATED,
    /** What becomes of a column when its row is changed. */
    ON_UPDATE,
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK,
    INDEX,
    TRIGGER,
    COMMENT,
    /** A thing that only its vendor has. */
    VENDOR_OBJECT;

    /** Returns the words that stand for it in answers. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
