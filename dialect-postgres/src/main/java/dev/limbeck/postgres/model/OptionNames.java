package dev.limbeck.postgres.model;

/**
 * What the schema model calls the things that only PostgreSQL has, so that the catalog, the DDL
 * reader and the renderer use one word for each.
 */
public final class OptionNames {
    /** What identifies a row to a subscriber: {@code full}, {@code nothing}, {@code index NAME}. */
    public static final String REPLICA_IDENTITY = "replica_identity";

    /** The access method of a table or materialized view, where it isn't the server's default. */
    public static final String ACCESS_METHOD = "access_method";

    /** How an updatable view checks new rows: {@code local} or {@code cascaded}. */
    public static final String CHECK_OPTION = "check_option";

    /**
     * What a privilege that everybody has by default begins with once it is taken away from them:
     * {@code NO EXECUTE}.
     */
    public static final String TAKEN = "NO ";

    private OptionNames() {}
}
