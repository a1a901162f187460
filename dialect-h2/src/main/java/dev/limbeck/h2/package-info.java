/**
 * H2 2.x, in memory, in a file, behind its server: the dialect and what it does on a connection.
 *
 * <p>Start with {@link dev.limbeck.h2.H2Dialect}, which wires the rest together. What it knows of
 * schemas is in packages of their own: {@code ddl} reads statements, {@code catalog} a live
 * database, {@code render} writes changes, {@code normal} brings two spellings to one form; {@code
 * type}, {@code model} and {@code text} are the words all of them use.
 */
@NullMarked
package dev.limbeck.h2;

import org.jspecify.annotations.NullMarked;
