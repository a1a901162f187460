/** h2. */
@NullMarked
package dev.limbeck.h2;

import org.jspecify.annotations.NullMarked;
