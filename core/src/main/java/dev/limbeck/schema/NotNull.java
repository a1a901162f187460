package dev.limbeck.schema;

/**
 * That a column holds no nulls, on servers that name it a constraint of its own.
 *
 * @param name the constraint's name; {@link PartName#unknown()} where the server has no such names
 * @param inherited whether children of the table have it too; true but for {@code NO INHERIT}
 * @param state whether it is checked and was checked for the rows at hand
 */
public record NotNull(PartName name, boolean inherited, ConstraintState state) {
    private static final NotNull PLAIN =
            new NotNull(PartName.unknown(), true, ConstraintState.normal());

    /** Returns an unnamed, checked one. */
    public static NotNull plain() {
        return PLAIN;
    }

    /** Returns a checked one with a name. */
    public static NotNull named(PartName name) {
        return new NotNull(name, true, ConstraintState.normal());
    }
}
