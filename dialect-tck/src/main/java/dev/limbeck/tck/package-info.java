/**
 * The contract that every dialect keeps, as tests that a dialect's module runs.
 *
 * <p>Start with {@link dev.limbeck.tck.DialectContract}: a test class that extends it and supplies
 * a {@link dev.limbeck.tck.DatabaseUnderTest} runs the whole suite, one nested class a concern.
 * Where a capability is absent, the suite expects the refusal. Servers to run it on live in {@code
 * dev.limbeck.tck.server}.
 */
@NullMarked
package dev.limbeck.tck;

import org.jspecify.annotations.NullMarked;
