package dev.limbeck.postgres.model;

/**
 * What the schema model calls the things that only PostgreSQL has, so that the catalog, the DDL
 * reader and the renderer use one word for each.
 */
public final class OptionNames {
    /** What identifies a row to a subscriber: {@code full}, {@code nothing}, {@code index NAME}. */
    public static final String REPLICA_IDENTITY = "replica_identity";

    /** What the setting for identity begins with where an index names the rows. */
    public static final String BY_INDEX = "index ";

    /** The index by which the rows were sorted, and are when {@code CLUSTER} runs again. */
    public static final String CLUSTERED_ON = "clustered_on";

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
