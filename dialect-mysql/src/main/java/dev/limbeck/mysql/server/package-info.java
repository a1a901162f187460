/**
 * Which server it is: the two flavors, their versions, and what each of them can do.
 *
 * <p>Start with {@link dev.limbeck.mysql.server.ServerVersion}. No other package compares version
 * numbers.
 */
@NullMarked
package dev.limbeck.mysql.server;

import org.jspecify.annotations.NullMarked;
