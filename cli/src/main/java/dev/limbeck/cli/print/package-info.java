/**
 * How answers look: lines and blocks of text, the one JSON document, errors with the line they are
 * about.
 *
 * <p>Start with {@link dev.limbeck.cli.print.Terminal}. What is printed is decided elsewhere.
 */
@NullMarked
package dev.limbeck.cli.print;

import org.jspecify.annotations.NullMarked;
