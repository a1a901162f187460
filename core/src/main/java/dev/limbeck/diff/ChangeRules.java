package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;

/**
 * What a database can change in place, and what stands in the way of a change; the dialect knows.
 * The diff drops and makes anew what can't be changed, and around a change whatever blocks it.
 */
public interface ChangeRules {
    /**
     * Returns whether an object can get another definition without being dropped.
     *
     * @param before as it is
     * @param after as it shall be; the same identity, another definition
     */
    boolean altersInPlace(SchemaObject before, SchemaObject after);

    /**
     * Returns whether a column can become another without being dropped and its values with it.
     *
     * @param before as it is
     * @param after as it shall be; of the same name
     */
    boolean altersInPlace(Column before, Column after);

    /**
     * Returns whether a table can change its persistence and partitioning without being dropped.
     */
    boolean altersInPlace(Table before, Table after);

    /** Returns whether a part can become another of its name without being dropped. */
    boolean altersInPlace(TablePart before, TablePart after);

    /** Returns whether an object of this kind can be renamed. */
    boolean renames(ObjectId object);

    /** Returns whether a part can be renamed. */
    boolean renames(TablePart part);

    /** Returns whether a column must not be altered while an object uses it. */
    boolean blocks(SchemaObject user, Column before, Column after);

    /** Returns whether a column must not be altered while a part of a relation uses it. */
    boolean blocks(TablePart user, Column before, Column after);

    /** Returns whether a column must not be altered while another, generated one uses it. */
    boolean blocks(Column user, Column before, Column after);
}
