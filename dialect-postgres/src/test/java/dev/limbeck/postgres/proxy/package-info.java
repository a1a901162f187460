/**
 * Proxies between a test and its server: one that takes sessions away, one that cuts connections.
 */
@NullMarked
package dev.limbeck.postgres.proxy;

import org.jspecify.annotations.NullMarked;
