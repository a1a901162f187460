/**
 * The grammar of text: lexicon, tokens, statements and the streaming splitter.\n *\n *
 *
 * <p>Start with {@link dev.limbeck.sql.StatementReader}. What a statement means lives elsewhere.
 */
@NullMarked
package dev.limbeck.sql;

import org.jspecify.annotations.NullMarked;
