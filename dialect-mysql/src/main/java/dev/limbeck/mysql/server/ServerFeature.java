package dev.limbeck.mysql.server;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What some servers can do and others can't, with the first version of each flavor that can. */
public enum ServerFeature {
    /** CHECK constraints are kept and enforced; before, they were read and forgotten. */
    CHECK_CONSTRAINTS("8.0.16", "10.2.1"),
    /** {@code CHECK (…) NOT ENFORCED}. */
    UNENFORCED_CHECKS("8.0.16", null),
    /** {@code ALTER TABLE … DROP CONSTRAINT} for any kind of constraint. */
    DROP_CONSTRAINT("8.0.19", "10.2.1"),
    /** {@code DEFAULT (uuid())}: any expression. */
    EXPRESSION_DEFAULTS("8.0.13", "10.2.1"),
    /** Columns that {@code SELECT *} leaves out. */
    INVISIBLE_COLUMNS("8.0.23", "10.3.3"),
    /** Indexes that the optimizer leaves out: {@code INVISIBLE}, {@code IGNORED} on MariaDB. */
    INVISIBLE_INDEXES("8.0.0", "10.6.0"),
    /** Indexes over expressions. */
    FUNCTIONAL_KEY_PARTS("8.0.13", null),
    /** {@code DESC} in an index is more than a word. */
    DESCENDING_INDEXES("8.0.1", "10.8.1"),
    /** An index with {@code DESC} serves a foreign key over its columns. */
    DESCENDING_REFERENCES(null, "10.8.1"),
    /** {@code ALTER TABLE … RENAME COLUMN}. */
    RENAME_COLUMN("8.0.3", "10.5.2"),
    /** {@code ALTER TABLE … RENAME INDEX}. */
    RENAME_INDEX("5.7.1", "10.5.2"),
    /** {@code ALGORITHM = INSTANT}. */
    INSTANT_DDL("8.0.12", "10.3.2"),
    /** A column is added at any place, or dropped, without a copy of the table. */
    INSTANT_COLUMNS_ANYWHERE("8.0.29", "10.4.3"),
    /** {@code ADD COLUMN IF NOT EXISTS} and the like in {@code ALTER TABLE}. */
    ALTER_IF_EXISTS(null, "10.0.2"),
    /** A type of its own for JSON; elsewhere the word means {@code longtext} with a check. */
    JSON_TYPE("5.7.8", null),
    /** {@code SRID} of a spatial column; MariaDB's {@code REF_SYSTEM_ID} is read and forgotten. */
    SPATIAL_REFERENCE_SYSTEMS("8.0.3", null),
    /** The display width of integers is gone from what the server tells. */
    NO_DISPLAY_WIDTH("8.0.19", null),
    /** {@code CREATE SEQUENCE}. */
    SEQUENCES(null, "10.3.0"),
    /** Tables with {@code SYSTEM VERSIONING}, and application-time periods. */
    SYSTEM_VERSIONING(null, "10.3.4"),
    /** The type {@code uuid}. */
    UUID_TYPE(null, "10.7.0"),
    /** The type {@code inet6}. */
    INET6_TYPE(null, "10.5.0"),
    /** The type {@code inet4}. */
    INET4_TYPE(null, "10.10.0"),
    /** The type {@code vector}. */
    VECTOR_TYPE("9.0.0", "11.7.1"),
    /** {@code CREATE OR REPLACE} of tables, routines, triggers and events, beside views. */
    OR_REPLACE(null, "10.1.4"),
    /** Several triggers of one table, time and event, with {@code FOLLOWS}. */
    TRIGGER_ORDER("5.7.2", "10.2.3"),
    /** A trigger for several events at once. */
    TRIGGER_EVENTS(null, "12.0.1"),
    /** {@code ALTER TABLE … ALTER INDEX … INVISIBLE}. */
    ALTER_INDEX("8.0.0", "10.6.0"),
    /** An attribute of a column or table in JSON: {@code ENGINE_ATTRIBUTE}. */
    ENGINE_ATTRIBUTES("8.0.21", null),
    /** Histograms, roles and other things are in {@code information_schema.columns_extensions}. */
    EXTENSION_VIEWS("8.0.21", null),
    /** {@code SET STATEMENT … FOR}. */
    SET_STATEMENT(null, "10.1.2"),
    /** {@code max_statement_time}, which limits any statement; MySQL limits only SELECT. */
    STATEMENT_TIME_LIMIT(null, "10.1.1");

    private final @Nullable String mysql;
    private final @Nullable String mariadb;

    ServerFeature(@Nullable String mysql, @Nullable String mariadb) {
        this.mysql = mysql;
        this.mariadb = mariadb;
    }

    /** Returns the first version of a flavor that can do it; empty where none can. */
    public Optional<ServerVersion> since(Flavor flavor) {
        return Optional.ofNullable(flavor == Flavor.MARIADB ? mariadb : mysql)
                .map(numbers -> ServerVersion.parse(flavor, numbers));
    }
}
