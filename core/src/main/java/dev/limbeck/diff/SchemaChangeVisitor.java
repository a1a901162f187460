package dev.limbeck.diff;

/** One method a kind of {@link SchemaChange}. */
public interface SchemaChangeVisitor<R> {
    R create(ObjectChange.Create change);

    R drop(ObjectChange.Drop change);

    R alter(ObjectChange.Alter change);

    R rename(ObjectChange.Rename change);

    R setComment(DetailChange.SetComment change);

    R setOwner(DetailChange.SetOwner change);

    R grant(DetailChange.GrantPrivilege change);

    R revoke(DetailChange.RevokePrivilege change);

    R setOptions(TableChange.SetOptions change);

    R setPersistence(TableChange.SetPersistence change);

    R setRowSecurity(TableChange.SetRowSecurity change);

    R reparent(TableChange.Reparent change);

    R repartition(TableChange.Repartition change);

    R addColumn(ColumnChange.Add change);

    R dropColumn(ColumnChange.Drop change);

    R alterColumn(ColumnChange.Alter change);

    R renameColumn(ColumnChange.Rename change);

    R renumberColumn(ColumnChange.Renumber change);

    R addPart(PartChange.Add change);

    R dropPart(PartChange.Drop change);

    R alterPart(PartChange.Alter change);

    R renamePart(PartChange.Rename change);

    R addEnumValue(EnumChange.AddValue change);

    R renameEnumValue(EnumChange.RenameValue change);

    R rebuildEnum(EnumChange.Rebuild change);

    R unknown(UnknownEffect change);
}
