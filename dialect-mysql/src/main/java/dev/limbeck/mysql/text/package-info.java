/**
 * How statements of MySQL and MariaDB are read and written, letter by letter: the lexicon, the
 * words, names, literals.
 */
@NullMarked
package dev.limbeck.mysql.text;

import org.jspecify.annotations.NullMarked;
