package dev.limbeck.diff;

/** Whether a change brings something, takes something away or makes something different. */
public enum ChangeEffect {
    ADDS("+"),
    REMOVES("-"),
    ALTERS("~");

    private final String sign;

    ChangeEffect(String sign) {
        this.sign = sign;
    }

    /** Returns the sign it bears in listings. */
    public String sign() {
        return sign;
    }

    /** Returns what a change does. */
    public static ChangeEffect of(SchemaChange change) {
        return change.accept(new Effects());
    }

    private static final class Effects implements SchemaChangeVisitor<ChangeEffect> {
        @Override
        public ChangeEffect create(ObjectChange.Create change) {
            return ADDS;
        }

        @Override
        public ChangeEffect drop(ObjectChange.Drop change) {
            return REMOVES;
        }

        @Override
        public ChangeEffect alter(ObjectChange.Alter change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect rename(ObjectChange.Rename change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect setComment(DetailChange.SetComment change) {
            if (change.before().isEmpty()) {
                return ADDS;
            }
            return change.after().isEmpty() ? REMOVES : ALTERS;
        }

        @Override
        public ChangeEffect setOwner(DetailChange.SetOwner change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect grant(DetailChange.GrantPrivilege change) {
            return ADDS;
        }

        @Override
        public ChangeEffect revoke(DetailChange.RevokePrivilege change) {
            return REMOVES;
        }

        @Override
        public ChangeEffect setOptions(TableChange.SetOptions change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect setPersistence(TableChange.SetPersistence change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect setRowSecurity(TableChange.SetRowSecurity change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect reparent(TableChange.Reparent change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect repartition(TableChange.Repartition change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect addColumn(ColumnChange.Add change) {
            return ADDS;
        }

        @Override
        public ChangeEffect dropColumn(ColumnChange.Drop change) {
            return REMOVES;
        }

        @Override
        public ChangeEffect alterColumn(ColumnChange.Alter change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect renameColumn(ColumnChange.Rename change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect renumberColumn(ColumnChange.Renumber change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect addPart(PartChange.Add change) {
            return ADDS;
        }

        @Override
        public ChangeEffect dropPart(PartChange.Drop change) {
            return REMOVES;
        }

        @Override
        public ChangeEffect alterPart(PartChange.Alter change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect renamePart(PartChange.Rename change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect addEnumValue(EnumChange.AddValue change) {
            return ADDS;
        }

        @Override
        public ChangeEffect renameEnumValue(EnumChange.RenameValue change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect rebuildEnum(EnumChange.Rebuild change) {
            return ALTERS;
        }

        @Override
        public ChangeEffect unknown(UnknownEffect change) {
            return ALTERS;
        }
    }
}
