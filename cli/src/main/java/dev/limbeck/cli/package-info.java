/**
 * The command line: what a user types becomes a call to the library, and its answer becomes text or
 * JSON and an exit code.
 *
 * <p>Start with {@link dev.limbeck.cli.Main}. Each command is a class of {@code
 * dev.limbeck.cli.command}; how things look is in {@code dev.limbeck.cli.print}.
 */
@NullMarked
package dev.limbeck.cli;

import org.jspecify.annotations.NullMarked;
