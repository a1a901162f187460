/**
 * What {@code init} lays out: templates of projects, read from the program's resources.
 *
 * <p>Start with {@link dev.limbeck.cli.template.ProjectTemplate}.
 */
@NullMarked
package dev.limbeck.cli.template;

import org.jspecify.annotations.NullMarked;
