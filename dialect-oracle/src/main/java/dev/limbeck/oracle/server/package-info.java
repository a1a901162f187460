/**
 * Which releases of Oracle there are and what each can do.
 *
 * <p>Start with {@link dev.limbeck.oracle.server.OracleVersion}.
 */
@NullMarked
package dev.limbeck.oracle.server;

import org.jspecify.annotations.NullMarked;
