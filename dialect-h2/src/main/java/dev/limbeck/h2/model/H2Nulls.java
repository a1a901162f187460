package dev.limbeck.h2.model;

import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.Options;

/** How nulls count in something unique. */
public enum H2Nulls {
    /** Two rows with a null somewhere among the columns are never equal. */
    DISTINCT("NULLS DISTINCT"),
    /** Only rows that are null in every column are never equal. */
    ALL_DISTINCT("NULLS ALL DISTINCT"),
    /** A null equals a null. */
    NOT_DISTINCT("NULLS NOT DISTINCT");

    /** The setting of a key or an index of several columns whose nulls must all be. */
    public static final String OPTION = "nulls_all_distinct";

    private final String sql;

    H2Nulls(String sql) {
        this.sql = sql;
    }

    /** Takes the words, if they are there. */
    public static H2Nulls take(TokenCursor cursor) {
        if (cursor.accept("NULLS", "NOT", "DISTINCT")) {
            return NOT_DISTINCT;
        }
        if (cursor.accept("NULLS", "ALL", "DISTINCT")) {
            return ALL_DISTINCT;
        }
        cursor.accept("NULLS", "DISTINCT");
        return DISTINCT;
    }

    /** Returns how nulls count by the words of the model. */
    public static H2Nulls of(boolean nullsNotDistinct, Options options) {
        if (nullsNotDistinct) {
            return NOT_DISTINCT;
        }
        return options.has(OPTION) ? ALL_DISTINCT : DISTINCT;
    }

    private Options on(Options options, int columns) {
        return this == ALL_DISTINCT && columns > 1 ? options.with(OPTION, "") : options;
    }

    /** Returns a key in which nulls count so. */
    public Key on(Key key) {
        return key.withNullsNotDistinct(this == NOT_DISTINCT)
                .withOptions(on(key.options(), key.columns().size()));
    }

    /** Returns an index in which nulls count so. */
    public Index on(Index index) {
        return index.withNullsNotDistinct(this == NOT_DISTINCT)
                .withOptions(on(index.options(), index.parts().size()));
    }

    /** Returns the words with a blank before them; nothing where that is the default. */
    public String suffix() {
        return this == DISTINCT ? "" : " " + sql;
    }
}
