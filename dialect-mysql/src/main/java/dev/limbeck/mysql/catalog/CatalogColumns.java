package dev.limbeck.mysql.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.mysql.server.ServerFeature;
import dev.limbeck.mysql.text.MySqlLiterals;
import dev.limbeck.mysql.type.MySqlTypes;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Generated.Storage;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.Identity.Generation;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes columns of what the catalog says of them. */
final class CatalogColumns {
    private static final Pattern ON_UPDATE =
            Pattern.compile("(?i)\\bon update (\\w+(?:\\(\\d*\\))?)");

    private final CatalogScope scope;

    CatalogColumns(CatalogScope scope) {
        this.scope = scope;
    }

    Column column(CatalogRow row) {
        ColumnType type = MySqlTypes.parse(row.text("column_type"));
        String extra = row.find("extra").orElse("").toUpperCase(Locale.ROOT);
        Optional<Generated> generated = generated(row, extra);
        return new Column(
                row.text("column_name"),
                type,
                row.is("is_nullable", "NO") ? Optional.of(NotNull.plain()) : Optional.empty(),
                generated.isPresent() ? Optional.empty() : defaultValue(row, type, extra),
                extra.contains("AUTO_INCREMENT")
                        ? Optional.of(Identity.of(Generation.BY_DEFAULT))
                        : Optional.empty(),
                generated,
                row.find("collation_name").map(QualifiedName::of),
                row.filled("column_comment"),
                options(row, extra));
    }

    private Optional<Generated> generated(CatalogRow row, String extra) {
        boolean virtual = extra.contains("VIRTUAL GENERATED");
        boolean stored =
                extra.contains("STORED GENERATED") || extra.contains("PERSISTENT GENERATED");
        return row.filled("generation_expression")
                .filter(text -> virtual || stored)
                .map(
                        text ->
                                new Generated(
                                        Expression.of(scope.expression(text)),
                                        virtual ? Storage.VIRTUAL : Storage.STORED));
    }

    private Optional<Expression> defaultValue(CatalogRow row, ColumnType type, String extra) {
        if (scope.version().isMariaDb()) {
            return row.find("column_default")
                    .filter(text -> !text.equalsIgnoreCase("NULL"))
                    .map(text -> Expression.of(scope.expression(text)));
        }
        boolean computed = extra.contains("DEFAULT_GENERATED");
        return row.find("column_default")
                .map(
                        text ->
                                Expression.of(
                                        computed ? scope.expression(text) : literal(text, type)));
    }

    /** MySQL tells the value of a constant without the quotes it needs. */
    private static String literal(String value, ColumnType type) {
        boolean bare =
                MySqlTypes.isNumber(type)
                        || (MySqlTypes.isBinary(type) && value.matches("0x[0-9a-fA-F]*"));
        // Before 8.0.13 an expression was only this one, and was not marked.
        boolean moment =
                MySqlTypes.isMoment(type)
                        && value.toUpperCase(Locale.ROOT).startsWith("CURRENT_TIMESTAMP");
        return bare || moment ? value : MySqlLiterals.string(value);
    }

    private Options options(CatalogRow row, String extra) {
        Options options = Options.none();
        Matcher onUpdate = ON_UPDATE.matcher(row.find("extra").orElse(""));
        if (onUpdate.find()) {
            options = options.with(Options.ON_UPDATE, onUpdate.group(1));
        }
        if (scope.version().has(ServerFeature.INVISIBLE_COLUMNS) && extra.contains("INVISIBLE")) {
            options = options.with(Options.INVISIBLE, "");
        }
        if (extra.contains("WITHOUT SYSTEM VERSIONING")) {
            options = options.with("without_system_versioning", "");
        }
        Optional<String> system = row.find("srs_id");
        return system.isPresent() ? options.with("srid", system.get()) : options;
    }
}
