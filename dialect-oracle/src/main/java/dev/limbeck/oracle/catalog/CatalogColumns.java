package dev.limbeck.oracle.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.oracle.type.OracleTypes;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.Identity.Generation;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes columns of what the catalog says of them. */
final class CatalogColumns {
    private static final Set<String> OF_THE_SERVER = Set.of("SYS", "PUBLIC", "MDSYS");
    private static final Set<String> WITH_CHARACTERS =
            Set.of("VARCHAR2", "CHAR", "NVARCHAR2", "NCHAR");
    private static final Pattern IDENTITY_OPTION = Pattern.compile("(\\w[\\w ]*): ([^,]*)");

    /** A column by its table and name. */
    private record Place(QualifiedName table, String column) {}

    private final CatalogAnswers answers;
    private final Map<Place, String> defaults = new HashMap<>();
    private final Map<Place, CatalogRow> identities = new HashMap<>();

    CatalogColumns(CatalogAnswers answers) {
        this.answers = answers;
        answers.rows(Question.DEFAULTS)
                .forEach(
                        row ->
                                row.find("data_default")
                                        .ifPresent(text -> defaults.put(place(row), text)));
        answers.rows(Question.IDENTITIES).forEach(row -> identities.put(place(row), row));
    }

    private Place place(CatalogRow row) {
        return new Place(answers.table(row), row.text("column_name"));
    }

    Column column(CatalogRow row) {
        Place place = place(row);
        Optional<String> text = Optional.ofNullable(defaults.get(place)).map(OracleText::bare);
        Optional<CatalogRow> numbered = Optional.ofNullable(identities.get(place));
        boolean computed = row.is("virtual_column", "YES");
        boolean onNull = row.is("default_on_null", "YES");
        return new Column(
                row.text("column_name"),
                type(row),
                row.is("nullable", "N") ? Optional.of(NotNull.plain()) : Optional.empty(),
                text.filter(value -> !computed && numbered.isEmpty())
                        .filter(value -> !value.equalsIgnoreCase("NULL"))
                        .map(Expression::of),
                numbered.map(identity -> identity(identity, onNull)),
                text.filter(value -> computed)
                        .map(
                                value ->
                                        new Generated(
                                                Expression.of(value), Generated.Storage.VIRTUAL)),
                row.find("collation").map(QualifiedName::of),
                row.filled("comments"),
                options(row, onNull && numbered.isEmpty()));
    }

    private static Options options(CatalogRow row, boolean onNull) {
        Options options = Options.none();
        if (row.is("hidden_column", "YES")) {
            options = options.with(Options.INVISIBLE, "");
        }
        return onNull ? options.with(Options.DEFAULT_ON_NULL, "") : options;
    }

    private ColumnType type(CatalogRow row) {
        String name = row.text("data_type");
        Optional<String> owner = row.find("data_type_owner");
        if (owner.isPresent()) {
            return ColumnType.of(
                    OF_THE_SERVER.contains(owner.get())
                            ? QualifiedName.of(name)
                            : answers.name(owner.get(), name));
        }
        if (WITH_CHARACTERS.contains(name)) {
            return text(row, name.toLowerCase(Locale.ROOT));
        }
        return switch (name) {
            case "NUMBER" -> number(row);
            case "FLOAT" -> ColumnType.of("float", row.find("data_precision").orElse("126"));
            case "RAW", "UROWID" -> OracleTypes.parse(name + "(" + row.text("data_length") + ")");
            default -> OracleTypes.parse(name);
        };
    }

    private static ColumnType text(CatalogRow row, String name) {
        ColumnType type = ColumnType.of(name, row.text("char_length"));
        if (!OracleTypes.countsBytesOrCharacters(type)) {
            return type;
        }
        String unit = row.is("char_used", "C") ? "char" : "byte";
        return type.withModifiers(Options.none().with(OracleTypes.COUNTS, unit));
    }

    private static ColumnType number(CatalogRow row) {
        Optional<String> precision = row.find("data_precision");
        Optional<String> scale = row.find("data_scale");
        if (precision.isEmpty() && scale.isEmpty()) {
            return ColumnType.of("number");
        }
        return ColumnType.of(
                "number", precision.orElse(OracleTypes.ANY_PRECISION), scale.orElse("0"));
    }

    /** {@code START WITH: 1, INCREMENT BY: 1, MAX_VALUE: …, CYCLE_FLAG: N, CACHE_SIZE: 20, …}. */
    private static Identity identity(CatalogRow row, boolean onNull) {
        Map<String, String> said = new HashMap<>();
        Matcher option = IDENTITY_OPTION.matcher(row.find("identity_options").orElse(""));
        while (option.find()) {
            said.put(option.group(1).strip(), option.group(2).strip());
        }
        Generation generation =
                row.is("generation_type", "ALWAYS")
                        ? Generation.ALWAYS
                        : onNull ? Generation.BY_DEFAULT_ON_NULL : Generation.BY_DEFAULT;
        return new Identity(
                generation,
                CatalogSequences.counting(
                                number(said, "START WITH"),
                                number(said, "INCREMENT BY"),
                                List.of(number(said, "MIN_VALUE"), number(said, "MAX_VALUE")),
                                number(said, "CACHE_SIZE"))
                        .withCycle("Y".equals(said.get("CYCLE_FLAG")))
                        .withOptions(CatalogSequences.ordered("Y".equals(said.get("ORDER_FLAG")))));
    }

    private static Optional<BigInteger> number(Map<String, String> said, String option) {
        return Optional.ofNullable(said.get(option)).map(BigInteger::new);
    }
}
