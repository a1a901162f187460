package dev.limbeck.oracle.model;

/** The names of settings that only Oracle has, and the values that aren't simply there or not. */
public final class OracleOptions {
    /** Of a sequence: numbers are given in the order in which they are asked for. */
    public static final String ORDERED = "ordered";

    /** Of a table: {@code index} where it is its primary key's index. */
    public static final String ORGANIZATION = "organization";

    /** Of a temporary table: {@code preserve} where rows outlive their transaction. */
    public static final String ON_COMMIT = "on_commit";

    /** Of a table: a row may go to another partition. */
    public static final String ROW_MOVEMENT = "row_movement";

    /** Of a table, a partition or a view: it can't be written. */
    public static final String READ_ONLY = "read_only";

    /** The value of a default for nulls that updates get too. */
    public static final String FOR_UPDATE_TOO = "update";

    /** Of an index: it is cut as its table is. */
    public static final String LOCAL = "local";

    /** Of an index: how it is cut by itself, as it is written behind {@code PARTITION BY}. */
    public static final String PARTITION = "partition";

    /** Of an index: the bytes of a key are turned around. */
    public static final String REVERSE = "reverse";

    /** Of an index: the kind that a cartridge makes. */
    public static final String INDEXTYPE = "indextype";

    /** Of an index: what its cartridge is told. */
    public static final String PARAMETERS = "parameters";

    /** Of a partitioning: the expression by which partitions are made of themselves. */
    public static final String INTERVAL = "interval";

    /** Of a partitioning or a partition: how it is cut again, as it is written. */
    public static final String SUBPARTITION = "subpartition";

    /** Of a partitioning: new values of a list get partitions of themselves. */
    public static final String AUTOMATIC = "automatic";

    /** Of a partitioning: the foreign key whose table's partitions are followed. */
    public static final String REFERENCE = "reference";

    /** Of a view: rows it would not show can't be written through it. */
    public static final String CHECK_OPTION = "check_option";

    /** Of a view: with whose rights its functions run, {@code current_user}. */
    public static final String BEQUEATH = "bequeath";

    /** Of a materialized view: when its rows are filled first, {@code deferred}. */
    public static final String BUILD = "build";

    /** Of a materialized view: how and when it is brought up to date, {@code fast on commit}. */
    public static final String REFRESH = "refresh";

    /** Of a materialized view: queries may be answered from it. */
    public static final String QUERY_REWRITE = "query_rewrite";

    /** Of a materialized view: its rows are in a table that was there before. */
    public static final String PREBUILT = "prebuilt";

    /** Of a materialized view: it can be written. */
    public static final String FOR_UPDATE = "for_update";

    /** Of a trigger: what its rows are called, as written behind {@code REFERENCING}. */
    public static final String REFERENCING = "referencing";

    /** Of a trigger: the one it comes after. */
    public static final String FOLLOWS = "follows";

    private OracleOptions() {}
}
