/**
 * The one package that runs a plan against a database.
 *
 * <p>Start with {@link dev.limbeck.execute.Executor}.
 */
@NullMarked
package dev.limbeck.execute;

import org.jspecify.annotations.NullMarked;
