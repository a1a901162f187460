/**
 * A project's settings, one record a concern, read once at the edge.\n *\n *
 *
 * <p>Start with {@link dev.limbeck.config.ProjectConfig}.
 */
@NullMarked
package dev.limbeck.config;

import org.jspecify.annotations.NullMarked;
