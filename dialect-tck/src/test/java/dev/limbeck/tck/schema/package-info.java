/** Properties of the schema model and of the diff, over generated schemas. */
@NullMarked
package dev.limbeck.tck.schema;

import org.jspecify.annotations.NullMarked;
