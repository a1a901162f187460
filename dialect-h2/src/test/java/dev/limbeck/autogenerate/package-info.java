/** Tests of how schemas are compared and scripts written, which need some database's SQL. */
@NullMarked
package dev.limbeck.autogenerate;

import org.jspecify.annotations.NullMarked;
