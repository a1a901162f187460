package dev.limbeck.ledger;

import dev.limbeck.dialect.LedgerType;
import java.util.Locale;

/** A column of a ledger table. */
interface LedgerColumn {
    /** Returns the name of the constant. */
    String name();

    /** Returns the name as a person would type it. */
    default String columnName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what it holds. */
    LedgerType type();

    /** Returns whether every row has a value. */
    boolean required();
}
