package dev.limbeck.expression;

import java.util.List;
import java.util.Optional;

/** What a database makes of types in expressions: built-in ones and those of one schema. */
public interface TypeSystem {
    /**
     * What an operator or a function takes and gives.
     *
     * @param parameters the types its operands are turned into
     * @param result the type of what it gives
     * @param steady whether it gives the same for the same operands within one statement
     */
    record Signature(List<SqlType> parameters, SqlType result, boolean steady) {
        public Signature {
            parameters = List.copyOf(parameters);
        }
    }

    /** Returns what an operator takes between or before operands of some types. */
    Optional<Signature> operator(String operator, List<SqlType> operands);

    /**
     * Returns what a function takes when it is called with arguments of some types.
     *
     * @param name its name, qualified where it was and that says something
     */
    Optional<Signature> function(List<String> name, List<SqlType> arguments);

    /** Returns the type that values of several types become where they meet. */
    Optional<SqlType> common(List<SqlType> types);

    /**
     * Returns the normal form of a constant.
     *
     * @param value the string as written
     * @param type the type it is read as
     */
    Node constant(String value, SqlType type);

    /** Returns the type beneath a domain; any other type as it is. */
    SqlType base(SqlType type);

    /** Returns whether values of a type are no rows, so that a test for null is about one value. */
    boolean isScalar(SqlType type);

    /** Returns the type of a field of a row type. */
    Optional<SqlType> field(SqlType row, String name);

    /** Returns a system that knows nothing: everything stays as written. */
    static TypeSystem unknown() {
        return new NoTypes();
    }
}
