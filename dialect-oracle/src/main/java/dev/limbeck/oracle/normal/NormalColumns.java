package dev.limbeck.oracle.normal;

import dev.limbeck.expression.OwnColumns;
import dev.limbeck.oracle.server.OracleSettings;
import dev.limbeck.oracle.type.OracleTypes;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Optional;

/** Brings the columns of one table to normal form. */
final class NormalColumns {
    private static final String USUAL_COLLATION = "USING_NLS_COMP";

    private final OracleSettings settings;
    private final OracleTexts texts;
    private final OwnColumns own;
    private final List<String> keys;

    NormalColumns(OracleSettings settings, OracleTexts texts, Table table) {
        this.settings = settings;
        this.texts = texts;
        this.own = texts.columnsOf(table);
        this.keys = table.primaryKey().map(key -> key.key().columns()).orElse(List.of());
    }

    Column column(Column column) {
        Optional<QualifiedName> collation =
                column.collation().filter(named -> !named.name().equals(USUAL_COLLATION));
        return column.withType(type(column.type(), settings))
                .withNotNull(notNull(column))
                .withDefault(
                        column.identity().isPresent()
                                ? Optional.empty()
                                : column.defaultValue().map(text -> texts.value(text, own)))
                .withIdentity(column.identity().map(NormalColumns::identity))
                .withGenerated(
                        column.generated()
                                .map(
                                        computed ->
                                                new Generated(
                                                        texts.value(computed.expression(), own),
                                                        Generated.Storage.VIRTUAL)))
                .withCollation(collation);
    }

    private static Identity identity(Identity identity) {
        return identity.withSequence(NormalCounting.of(identity.sequence()));
    }

    /** Returns a type without a unit of its length that the session would take anyway. */
    static ColumnType type(ColumnType type, OracleSettings settings) {
        boolean usual =
                type.modifiers()
                        .get(OracleTypes.COUNTS)
                        .filter(settings.lengthsCount()::equals)
                        .isPresent();
        return usual ? type.withModifiers(type.modifiers().without(OracleTypes.COUNTS)) : type;
    }

    private Optional<NotNull> notNull(Column column) {
        boolean needed =
                column.identity().isPresent()
                        || keys.contains(column.name())
                        || column.options().has(Options.DEFAULT_ON_NULL);
        return column.notNull()
                .map(said -> new NotNull(NotNull.plain().name(), true, said.state()))
                .or(() -> needed ? Optional.of(NotNull.plain()) : Optional.empty());
    }
}
