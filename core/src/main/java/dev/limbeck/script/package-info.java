/**
 * Migration files: names, headers, directives, variants, checksums.\n *\n *
 *
 * <p>Start with {@link dev.limbeck.script.Migrations}.
 */
@NullMarked
package dev.limbeck.script;

import org.jspecify.annotations.NullMarked;
