package dev.limbeck.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A piece of SQL text inside a definition: a default, a predicate, a query, a body.
 *
 * <p>Two are equal when their canonical forms are; the text as written and what it refers to are
 * not compared.
 *
 * @param source the text as written or as the server gives it; this is what gets rendered, without
 *     parentheses around the whole
 * @param canonical the dialect's normal form of it; the same as {@code source} until a normaliser
 *     has filled it
 * @param references the objects and columns the text uses, as far as the reader of the text could
 *     tell (from the catalog, or from its words against the known names); builtins are left out
 */
public record Expression(String source, String canonical, SortedSet<Reference> references) {
    public Expression {
        references = Collections.unmodifiableSortedSet(new TreeSet<>(references));
    }

    /** Returns an expression that refers to nothing, compared as written. */
    public static Expression of(String source) {
        return new Expression(source, source, Collections.emptySortedSet());
    }

    /** Returns an expression compared as written. */
    public static Expression of(String source, Collection<Reference> references) {
        return new Expression(source, source, new TreeSet<>(references));
    }

    /** Returns this text with its normal form. */
    public Expression withCanonical(String newCanonical) {
        return new Expression(source, newCanonical, references);
    }

    /** Returns this text with what it refers to. */
    public Expression withReferences(Collection<Reference> newReferences) {
        return new Expression(source, canonical, new TreeSet<>(newReferences));
    }

    /** Returns this expression with both texts rewritten. */
    public Expression mapText(UnaryOperator<String> rewrite) {
        return new Expression(rewrite.apply(source), rewrite.apply(canonical), references);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Expression that && canonical.equals(that.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** Returns the text as written. */
    @Override
    public String toString() {
        return source;
    }
}
