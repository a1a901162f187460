package dev.limbeck.expression;

import dev.limbeck.expression.Node.Cast;
import dev.limbeck.expression.Node.Literal;
import java.util.List;
import java.util.Optional;

/** A type system that knows nothing. */
final class NoTypes implements TypeSystem {
    @Override
    public Optional<Signature> operator(String operator, List<SqlType> operands) {
        return Optional.empty();
    }

    @Override
    public Optional<Signature> function(List<String> name, List<SqlType> arguments) {
        return Optional.empty();
    }

    @Override
    public Optional<SqlType> common(List<SqlType> types) {
        return Optional.empty();
    }

    @Override
    public Node constant(String value, SqlType type) {
        return new Cast(Literal.string(value), type);
    }

    @Override
    public SqlType base(SqlType type) {
        return type;
    }

    @Override
    public boolean isScalar(SqlType type) {
        return false;
    }

    @Override
    public Optional<SqlType> field(SqlType row, String name) {
        return Optional.empty();
    }
}
