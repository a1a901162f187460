package dev.limbeck.h2.type;

import dev.limbeck.ddl.Strings;
import dev.limbeck.neutral.NeutralForms;
import dev.limbeck.neutral.NeutralType;
import dev.limbeck.neutral.NeutralType.Family;
import dev.limbeck.neutral.NeutralType.Trait;
import dev.limbeck.neutral.StandardTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import java.util.Optional;

/**
 * H2's types in neutral terms.
 *
 * @see <a href="https://h2database.com/html/datatypes.html">H2, data types</a>
 */
public record H2NeutralForms() implements NeutralForms {
    /** The digits of a {@code numeric} that states none; it has no places behind the point. */
    private static final int MOST_DIGITS = 100_000;

    @Override
    public NeutralType of(ColumnType type, Optional<QualifiedName> collation) {
        return switch (type.name().name()) {
            case "varchar_ignorecase" ->
                    StandardTypes.limited(Family.TEXT, type).with(Trait.IGNORES_CASE);
            case "enum" ->
                    NeutralType.enumeration(type.arguments().stream().map(Strings::value).toList());
            case "numeric" ->
                    type.arguments().isEmpty()
                            ? NeutralType.exact(MOST_DIGITS, 0)
                            : StandardTypes.exact(type);
            case "time" -> StandardTypes.zoned(StandardTypes.sized(Family.TIME, type, 0), type);
            default -> StandardTypes.of(type);
        };
    }
}
