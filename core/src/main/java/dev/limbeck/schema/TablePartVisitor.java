package dev.limbeck.schema;

/** One method a kind of {@link TablePart}. */
public interface TablePartVisitor<R> {
    R primaryKey(PrimaryKey key);

    R unique(Unique unique);

    R foreignKey(ForeignKey key);

    R check(Check check);

    R exclusion(Exclusion exclusion);

    R index(Index index);

    R trigger(Trigger trigger);

    R policy(Policy policy);

    R attachment(Attachment attachment);
}
