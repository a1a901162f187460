package dev.limbeck.postgres.type;

import dev.limbeck.neutral.NeutralForms;
import dev.limbeck.neutral.NeutralType;
import dev.limbeck.neutral.NeutralType.Family;
import dev.limbeck.neutral.NeutralType.Trait;
import dev.limbeck.neutral.StandardTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ColumnType.TimeZone;
import dev.limbeck.schema.QualifiedName;
import java.util.Optional;

/**
 * PostgreSQL's types in neutral terms.
 *
 * @see <a href="https://www.postgresql.org/docs/18/datatype.html">PostgreSQL 18, chapter 8</a>
 */
public record PostgresNeutralForms() implements NeutralForms {
    @Override
    public NeutralType of(ColumnType type, Optional<QualifiedName> collation) {
        return switch (type.name().name()) {
            case "bpchar" -> NeutralType.of(Family.TEXT).with(Trait.PADDED);
            case "citext" -> NeutralType.of(Family.TEXT, Trait.IGNORES_CASE);
            case "bytea" -> NeutralType.of(Family.BYTES);
            case "jsonb" -> NeutralType.of(Family.JSON);
            case "timestamp" -> timestamp(type);
            default -> StandardTypes.of(type);
        };
    }

    /** One with a time zone is stored as a moment, without the zone it was written with. */
    private static NeutralType timestamp(ColumnType type) {
        return StandardTypes.of(
                type.timeZone() == TimeZone.WITH ? type.withTimeZone(TimeZone.WITH_LOCAL) : type);
    }
}
