/**
 * A dialect for HSQLDB, as somebody outside of the project would write it: nothing but the
 * published API, found by {@code ServiceLoader}.
 *
 * <p>It runs scripts and compares no schemas. Start with {@link org.example.hsqldb.HsqldbDialect}.
 */
@NullMarked
package org.example.hsqldb;

import org.jspecify.annotations.NullMarked;
