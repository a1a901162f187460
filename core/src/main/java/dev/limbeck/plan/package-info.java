/**
 * What a command will do, as a value made by pure functions.\n *\n *
 *
 * <p>Start with {@link dev.limbeck.plan.Planner}.
 */
@NullMarked
package dev.limbeck.plan;

import org.jspecify.annotations.NullMarked;
