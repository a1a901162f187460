/**
 * The sample project, {@code migrations/} at the top of the repository, run for real.
 *
 * <p>Start with {@link dev.limbeck.sample.SampleProjectTest}. {@link dev.limbeck.sample.Catalog}
 * reads what a database holds without any help of what is tested.
 */
@NullMarked
package dev.limbeck.sample;

import org.jspecify.annotations.NullMarked;
