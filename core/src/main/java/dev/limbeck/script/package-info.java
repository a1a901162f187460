/**
 * Migration files: names, headers, directives, variants, checksums, and the writing of new ones.
 *
 * <p>Start with {@link dev.limbeck.script.Migrations}. How text is cut into statements lives in
 * {@code sql}; how revisions hang together in {@code revision}.
 */
@NullMarked
package dev.limbeck.script;

import org.jspecify.annotations.NullMarked;
