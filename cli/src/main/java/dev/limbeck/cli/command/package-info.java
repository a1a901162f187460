/**
 * One class a command: its options, what it asks the library, what it answers.
 *
 * <p>Start with {@link dev.limbeck.cli.command.CommandBody} and {@link
 * dev.limbeck.cli.command.Commands}. How answers look is in {@code dev.limbeck.cli.print}.
 */
@NullMarked
package dev.limbeck.cli.command;

import org.jspecify.annotations.NullMarked;
