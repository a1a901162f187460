/**
 * SQL expressions and queries as trees: read, resolved against the relations in reach, and written
 * in a normal form in which two spellings of one thing are one text.
 *
 * <p>How a database spells and types things is data: {@link dev.limbeck.expression.SqlGrammar} and
 * {@link dev.limbeck.expression.TypeSystem}, which the dialects give. What is not understood stays
 * a leaf of its tokens and equals only itself. Start with {@link
 * dev.limbeck.expression.ExpressionForm}; schemas as a whole are brought to normal form by the
 * dialects.
 */
@NullMarked
package dev.limbeck.expression;

import org.jspecify.annotations.NullMarked;
