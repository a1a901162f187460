/** The site of a schema. */
@NullMarked
package dev.limbeck.cli.site;

import org.jspecify.annotations.NullMarked;
