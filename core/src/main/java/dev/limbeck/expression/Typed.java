package dev.limbeck.expression;

/** An expression and its type. */
record Typed(Node node, SqlType type) {
    static Typed undetermined(Node node) {
        return new Typed(node, SqlType.UNDETERMINED);
    }

    boolean isUnknown() {
        return type.equals(SqlType.UNKNOWN);
    }
}
