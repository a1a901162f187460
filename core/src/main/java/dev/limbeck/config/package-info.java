/**
 * A project's settings, one record a concern, read once at the edge.
 *
 * <p>Start with {@link dev.limbeck.config.ProjectConfig}; {@link dev.limbeck.config.ConfigReader}
 * makes one from a file. {@link dev.limbeck.config.Secrets} keeps passwords out of what is shown.
 */
@NullMarked
package dev.limbeck.config;

import org.jspecify.annotations.NullMarked;
