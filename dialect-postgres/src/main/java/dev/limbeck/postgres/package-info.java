/** postgres. */
@NullMarked
package dev.limbeck.postgres;

import org.jspecify.annotations.NullMarked;
