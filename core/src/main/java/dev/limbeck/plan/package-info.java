/**
 * What a command will do, as a value made by pure functions: the way up, down or sideways through
 * the graph, and what a new, merging or moved revision revises.
 *
 * <p>Start with {@link dev.limbeck.plan.Planner}. Running a plan lives in {@code
 * dev.limbeck.execute}, writing files in {@code dev.limbeck.script}.
 */
@NullMarked
package dev.limbeck.plan;

import org.jspecify.annotations.NullMarked;
