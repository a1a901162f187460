/**
 * The grammar of text: lexicon, tokens, statements and the streaming splitter.
 *
 * <p>Start with {@link dev.limbeck.sql.StatementSplitter}, which cuts a script into statements, and
 * {@link dev.limbeck.sql.SqlTokenizer}, which cuts one statement into tokens. Both run on the same
 * scanner and are told by a {@link dev.limbeck.sql.SqlLexicon} how a database reads its text. What
 * a statement means lives elsewhere.
 */
@NullMarked
package dev.limbeck.sql;

import org.jspecify.annotations.NullMarked;
