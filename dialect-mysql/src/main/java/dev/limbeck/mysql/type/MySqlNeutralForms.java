package dev.limbeck.mysql.type;

import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.neutral.NeutralForms;
import dev.limbeck.neutral.NeutralType;
import dev.limbeck.neutral.NeutralType.Family;
import dev.limbeck.neutral.NeutralType.Trait;
import dev.limbeck.neutral.StandardTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import java.util.Locale;
import java.util.Optional;

/**
 * The types of MySQL and MariaDB in neutral terms.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.0/en/data-types.html">MySQL 8.0, chapter 11</a>
 */
public record MySqlNeutralForms() implements NeutralForms {
    @Override
    public NeutralType of(ColumnType type, Optional<QualifiedName> collation) {
        NeutralType neutral = type.equals(MySqlTypes.BOOLEAN) ? truth() : plain(type);
        boolean letters = neutral.family() == Family.TEXT || neutral.family() == Family.ENUMERATION;
        return letters && ignoresCase(collation) ? neutral.with(Trait.IGNORES_CASE) : neutral;
    }

    @Override
    public boolean indexesForeignKeys() {
        return true;
    }

    private static NeutralType truth() {
        return NeutralType.of(Family.BOOLEAN);
    }

    private static NeutralType plain(ColumnType type) {
        return switch (type.name().name()) {
            case "bit" -> type.arguments().contains("1") ? truth() : other(type);
            case "mediumint" -> StandardTypes.whole(24, type);
            case "float" -> NeutralType.of(Family.APPROXIMATE, 32);
            case "tinytext" -> text(255);
            case "text" -> text(65_535);
            case "mediumtext" -> text(16_777_215);
            case "longtext" -> NeutralType.of(Family.TEXT);
            case "tinyblob" -> NeutralType.of(Family.BYTES, 255);
            case "blob" -> NeutralType.of(Family.BYTES, 65_535);
            case "mediumblob" -> NeutralType.of(Family.BYTES, 16_777_215);
            case "longblob" -> NeutralType.of(Family.BYTES);
            case "time" -> StandardTypes.sized(Family.TIME, type, 0);
            case "datetime" -> StandardTypes.sized(Family.TIMESTAMP, type, 0);
            case "timestamp" ->
                    StandardTypes.sized(Family.TIMESTAMP, type, 0)
                            .with(Trait.INSTANT)
                            .with(Trait.ENDS_IN_2038);
            case "enum" ->
                    NeutralType.enumeration(
                            type.arguments().stream().map(MySqlStrings::value).toList());
            default -> StandardTypes.of(type);
        };
    }

    private static NeutralType text(long bytes) {
        return NeutralType.of(Family.TEXT, bytes, Trait.COUNTS_BYTES);
    }

    private static NeutralType other(ColumnType type) {
        return NeutralType.other(type.toString());
    }

    /** Where no collation is named the server's is taken, which ignores case unless changed. */
    private static boolean ignoresCase(Optional<QualifiedName> collation) {
        return collation
                .map(named -> named.name().toLowerCase(Locale.ROOT))
                .map(
                        name ->
                                !name.endsWith("_bin")
                                        && !name.endsWith("_cs")
                                        && !name.equals("binary"))
                .orElse(true);
    }
}
