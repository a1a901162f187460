/** The extension for users' own tests, used as a user would. */
@NullMarked
package dev.limbeck.cross;

import org.jspecify.annotations.NullMarked;
