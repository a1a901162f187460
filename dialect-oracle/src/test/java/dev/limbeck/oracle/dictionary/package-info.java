/**
 * A dictionary of Oracle's {@code ALL_} views without Oracle: tables of their names and columns in
 * H2, filled from the parse tree of the statements that another grammar makes. It shows that what
 * is written, kept and read is one thing, not that Oracle keeps it so.
 */
package dev.limbeck.oracle.dictionary;
