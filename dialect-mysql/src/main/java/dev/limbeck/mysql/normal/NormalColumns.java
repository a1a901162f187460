package dev.limbeck.mysql.normal;

import dev.limbeck.expression.OwnColumns;
import dev.limbeck.mysql.server.ServerSettings;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.mysql.type.Collations;
import dev.limbeck.mysql.type.MySqlTypes;
import dev.limbeck.mysql.type.TypeText;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
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
    private final ServerSettings settings;
    private final MySqlTexts texts;
    private final OwnColumns own;
    private final DefaultForm defaults;
    private final String tableCollation;
    private final List<String> keys;

    NormalColumns(ServerSettings settings, MySqlTexts texts, Table table, String tableCollation) {
        this.settings = settings;
        this.texts = texts;
        this.own = texts.columnsOf(table);
        this.defaults = new DefaultForm(texts, own);
        this.tableCollation = tableCollation;
        this.keys = table.primaryKey().map(key -> key.key().columns()).orElse(List.of());
    }

    Column column(Column column) {
        ColumnType type = bare(column.type());
        boolean numbered = column.identity().isPresent();
        Optional<Expression> value =
                numbered
                        ? Optional.empty()
                        : column.defaultValue().flatMap(text -> defaults.of(text, type));
        return column.withType(type)
                .withCollation(collation(column))
                .withNotNull(notNull(column))
                .withDefault(value)
                .withIdentity(
                        column.identity().map(any -> Identity.of(Identity.Generation.BY_DEFAULT)))
                .withGenerated(
                        column.generated()
                                .map(
                                        computed ->
                                                new Generated(
                                                        texts.value(computed.expression(), own),
                                                        computed.storage())))
                .withComment(column.comment().map(MySqlStrings::stored))
                .withOptions(options(column.options()));
    }

    private Optional<NotNull> notNull(Column column) {
        boolean computed = column.generated().isPresent() && settings.version().isMariaDb();
        boolean needed =
                !column.nullable() || column.identity().isPresent() || keys.contains(column.name());
        return needed && !computed ? Optional.of(NotNull.plain()) : Optional.empty();
    }

    private static Options options(Options options) {
        return options.get(Options.ON_UPDATE)
                .map(text -> options.with(Options.ON_UPDATE, DefaultForm.now(text)))
                .orElse(options);
    }

    /** Returns a type without what it says of characters. */
    static ColumnType bare(ColumnType type) {
        return type.withModifiers(
                type.modifiers()
                        .without(Options.CHARSET)
                        .without(Options.COLLATION)
                        .without(TypeText.BINARY));
    }

    /** Returns a column's collation where it isn't its table's. */
    private Optional<QualifiedName> collation(Column column) {
        if (!MySqlTypes.hasCharacters(column.type())) {
            return Optional.empty();
        }
        String effective = effective(column);
        return effective.equals(tableCollation)
                ? Optional.empty()
                : Optional.of(QualifiedName.of(effective));
    }

    private String effective(Column column) {
        Options said = column.type().modifiers();
        Optional<String> named =
                column.collation().map(QualifiedName::name).or(() -> said.get(Options.COLLATION));
        Optional<String> charset = said.get(Options.CHARSET);
        String set = charset.orElseGet(() -> Collations.charsetOf(tableCollation));
        if (named.isPresent()) {
            return Collations.in(set, Collations.name(named.get()));
        }
        if (said.has(TypeText.BINARY)) {
            return Collations.binaryOf(set);
        }
        return charset.map(name -> Collations.defaultOf(name, settings.version()))
                .orElse(tableCollation);
    }
}
