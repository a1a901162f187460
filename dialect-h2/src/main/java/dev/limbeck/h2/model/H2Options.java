package dev.limbeck.h2.model;

import dev.limbeck.schema.Options;

/** The settings that only H2 has. */
public final class H2Options {
    /** A table whose rows are gone when the database is closed. */
    public static final String NOT_PERSISTENT = "not_persistent";

    /** A table's engine and its parameters, as written. */
    public static final String ENGINE = "engine";

    /** A trigger or an alias whose body names a class instead of holding source. */
    public static final String CLASS = "class";

    /** How many events wait for an asynchronous trigger, where it isn't 1024. */
    public static final String QUEUE = "queue";

    /** An asynchronous trigger. */
    public static final String NO_WAIT = "no_wait";

    /** An alias that gives the same answer to the same arguments. */
    public static final String DETERMINISTIC = "deterministic";

    private static final String USUAL_QUEUE = "1024";

    private H2Options() {}

    static Options queue(Options options, String length) {
        return length.equals(USUAL_QUEUE) ? options : options.with(QUEUE, length);
    }
}
