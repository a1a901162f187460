/**
 * Reads the DDL of Oracle.
 *
 * <p>Start with {@link dev.limbeck.oracle.ddl.OracleDdlReader}. Where bytes lie (tablespaces,
 * storage, compression, logging, parallelism) is read and not kept: it differs from database to
 * database. Programs are kept as their texts.
 */
@NullMarked
package dev.limbeck.oracle.ddl;

import org.jspecify.annotations.NullMarked;
