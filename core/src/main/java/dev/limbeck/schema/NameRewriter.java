package dev.limbeck.schema;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Changes a name inside SQL text when what it names is renamed, as a server does for views, checks
 * and whatever else it keeps parsed.
 */
public interface NameRewriter {
    /**
     * Returns the rewriter for the texts of one object.
     *
     * @param schema the schema as it is before the rename
     */
    default NameRewriter in(Schema schema, ObjectId owner) {
        return this;
    }

    /**
     * Returns an object whose texts were rewritten as it is in the schema in which all of them are;
     * where its texts were in normal form, they are again.
     */
    default SchemaObject settled(Schema schema, SchemaObject object) {
        return object;
    }

    /** Returns a view with the columns that the stars of its query stand for in their place. */
    default SchemaObject withoutStars(SchemaObject view) {
        return view;
    }

    /**
     * Rewrites a text that refers to an object.
     *
     * @param expression a text whose references include the object; they are rewritten by the
     *     caller
     */
    Expression renameObject(Expression expression, QualifiedName from, QualifiedName to);

    /** Rewrites the query of a view that refers to an object, as {@link #renameObject} does. */
    default Expression renameObjectInQuery(Expression query, QualifiedName from, QualifiedName to) {
        return renameObject(query, from, to);
    }

    /**
     * Rewrites a text that refers to a column.
     *
     * @param expression a text whose references include the column; they are rewritten by the
     *     caller
     */
    Expression renameColumn(Expression expression, QualifiedName relation, String from, String to);

    /**
     * Rewrites the query of a view that reads a column. Where the server keeps the names of the
     * view's own columns, the rewriter gives them as aliases.
     *
     * @param query a query whose references include the column; they are rewritten by the caller
     */
    Expression renameColumnInQuery(
            Expression query, QualifiedName relation, String from, String to);

    /** Rewrites a text that may write a value of an enum type, as a string. */
    Expression renameValue(Expression expression, String from, String to);

    /**
     * Returns the rewriter that goes by words alone, in the source and in the canonical form.
     *
     * @param fold gives the name that a bare word stands for
     * @param write writes a name, quoted where it must be
     */
    static NameRewriter byWords(UnaryOperator<String> fold, UnaryOperator<String> write) {
        return new WordNameRewriter(fold, write);
    }

    /**
     * Returns the rewriter for a server that leaves the queries of views as they are written.
     *
     * @param elsewhere rewrites all other texts
     * @param isQuery tells queries from defaults, checks and computed columns
     */
    static NameRewriter outsideQueries(NameRewriter elsewhere, Predicate<Expression> isQuery) {
        return new RenamesOutsideQueries(elsewhere, isQuery);
    }
}
