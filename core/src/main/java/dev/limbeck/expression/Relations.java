package dev.limbeck.expression;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import java.util.List;
import java.util.Optional;

/** What queries can select from. */
public interface Relations {
    /** A column of a relation and its type. */
    record RelationColumn(String name, SqlType type) {}

    /** Returns the columns of a table, in order; empty for what is no known table. */
    Optional<List<RelationColumn>> columns(QualifiedName name);

    /** Returns the query of a view; empty for what is no known view. */
    Optional<Query> query(QualifiedName name);

    /**
     * Returns the columns that the rows of a function have, where they are more than one value;
     * otherwise empty.
     */
    List<RelationColumn> rowColumns(List<String> function);
}
