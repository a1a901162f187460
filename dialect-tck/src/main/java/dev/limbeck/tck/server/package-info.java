/**
 * Real database servers for tests, one a JVM and version, with a database of its own for each test.
 *
 * <p>Start with {@link dev.limbeck.tck.server.EngineSource}, which runs a test class or method on
 * every engine of the build. {@link dev.limbeck.tck.server.ServerSources} says where the servers of
 * a product come from, and is where another product is added.
 */
@NullMarked
package dev.limbeck.tck.server;

import org.jspecify.annotations.NullMarked;
