/**
 * Made-up input for everything that reads what users write: splitter, interpreter, headers,
 * configuration, names of revisions.
 *
 * <p>Nothing but a {@code LimbeckException} may come of any input. {@link
 * dev.limbeck.tck.fuzz.FuzzTargets} says what is tried, {@link dev.limbeck.tck.fuzz.Fuzzing} tries
 * it, and {@link dev.limbeck.tck.fuzz.FuzzCampaign} does so for minutes.
 */
@NullMarked
package dev.limbeck.tck.fuzz;

import org.jspecify.annotations.NullMarked;
