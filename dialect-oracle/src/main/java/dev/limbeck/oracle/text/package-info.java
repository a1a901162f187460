/**
 * How statements of Oracle are read and written, letter by letter: the lexicon, the words, names,
 * literals.
 */
@NullMarked
package dev.limbeck.oracle.text;

import org.jspecify.annotations.NullMarked;
