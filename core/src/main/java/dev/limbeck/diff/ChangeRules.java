package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.Optional;

/**
 * What a database can change in place, and what stands in the way of a change; the dialect knows.
 * The diff drops and makes anew what can't be changed, and around a change whatever blocks it.
 */
public interface ChangeRules {
    /**
     * Returns whether an object can get another definition without being dropped. Comments, grants
     * and owners are the same on both sides. Of a table it is asked when its persistence or its
     * partitioning differ, never for columns and parts.
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

    /** Returns whether a part can become another of its name without being dropped. */
    boolean altersInPlace(TablePart before, TablePart after);

    /** Returns whether an object of this kind can be renamed. */
    boolean renames(ObjectId object);

    /** Returns whether a part can be renamed. */
    boolean renames(TablePart part);

    /**
     * Returns the index or key that a setting of its relation names, as one that says by what the
     * rows are sorted. Such a setting is taken back before the index goes and set once it is there.
     *
     * @param option the setting's name
     * @param value its value
     */
    default Optional<String> partNamedBy(String option, String value) {
        return Optional.empty();
    }

    /**
     * Returns whether an object is broken once something it names bears another name, as a view is
     * whose query the server keeps as a text. It is dropped before the rename and made again at the
     * end.
     */
    default boolean breaksByRename(SchemaObject user) {
        return false;
    }

    /**
     * Returns whether views that are to be dropped go before anything is renamed, so that on the
     * way back they are made again under the names they were written with.
     */
    default boolean dropsViewsBeforeRenames() {
        return false;
    }

    /**
     * Returns whether a column must not be altered while an object uses it.
     *
     * @param user a view, a materialized view, a routine, an object that is not modelled
     * @param before the column as it is
     * @param after the column as it shall be; equal to {@code before} when its type is made anew
     */
    boolean blocks(SchemaObject user, Column before, Column after);

    /**
     * Returns whether a column must not be altered while a part uses it, of its own table or a
     * foreign key of another.
     */
    boolean blocks(TablePart user, Column before, Column after);

    /** Returns whether a column must not be altered while a generated one of its table uses it. */
    boolean blocks(Column generated, Column before, Column after);

    /** Returns whether a column must not be altered while its table is partitioned by it. */
    default boolean blocks(Partitioning partitioning, Column before, Column after) {
        return false;
    }

    /**
     * Returns the name that the sequence behind an identity column bears among the relations of the
     * table's schema; empty where the column has none that could clash.
     */
    default Optional<QualifiedName> counter(QualifiedName table, Column column) {
        return Optional.empty();
    }

    /** Returns whether a new column can stand elsewhere than behind all others. */
    default boolean placesColumns() {
        return true;
    }

    /** Returns whether a privilege on a relation that is revoked is gone from its columns too. */
    default boolean revokesFromColumns() {
        return false;
    }

    /**
     * Returns whether two different spellings are one name of a column to the server. A column that
     * is spelled otherwise is renamed then, without anybody's asking.
     */
    default boolean isOneColumnName(String name, String other) {
        return false;
    }

    /**
     * Returns the type in which the values of columns wait while their own type is dropped and made
     * anew.
     *
     * @param type the type that is dropped: a domain, a composite type, something not modelled; an
     *     enum, where what is made of it has to wait
     */
    ColumnType refuge(SchemaObject type);

    /**
     * Returns what a partition is once it stands alone, with the parts that the server leaves it
     * from its parent.
     *
     * @param schema the schema the partition is in
     */
    Table detached(Schema schema, Table partition);

    /**
     * Returns what a table is once it is a partition, without what it then has from its parent.
     *
     * @param schema the schema the table is in
     */
    Table attached(Schema schema, Table table, PartitionOf as);
}
