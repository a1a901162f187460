package dev.limbeck.postgres.catalog;

import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresText;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Routine.Argument;
import dev.limbeck.schema.Routine.Mode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Functions and procedures. */
final class CatalogRoutines {
    private static final Set<String> COMPILED = Set.of("c", "internal");

    private final CatalogContext context;
    private final List<CatalogRow> rows;

    /** Reads what they are called by; the rest is read once all names are known. */
    CatalogRoutines(CatalogContext context, List<CatalogRow> rows) {
        this.context = context;
        this.rows = rows;
        for (CatalogRow row : rows) {
            Routine signed = routine(row);
            context.references()
                    .target(
                            "pg_proc",
                            row.number("oid"),
                            Reference.toRoutine(signed.name(), signed.signature()));
        }
    }

    /** Returns them all by their numbers. */
    Map<CatalogRow, Routine> all() {
        Map<CatalogRow, Routine> found = new HashMap<>();
        rows.forEach(row -> found.put(row, routine(row)));
        return found;
    }

    private Routine routine(CatalogRow row) {
        QualifiedName name = context.names().name(row);
        List<Argument> arguments = arguments(row);
        Routine.Type type = row.is("kind", "p") ? Routine.Type.PROCEDURE : Routine.Type.FUNCTION;
        return new Routine(
                name,
                type,
                arguments,
                type == Routine.Type.PROCEDURE ? Optional.empty() : returns(row, arguments),
                row.optional("language"),
                body(row),
                options(row),
                context.details().of("pg_proc", row.number("oid")));
    }

    private List<Argument> arguments(CatalogRow row) {
        List<String> types = row.texts("types");
        List<String> modes = row.texts("modes");
        List<String> names = row.texts("names");
        List<String> defaults = row.texts("defaults");
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            String value = i < defaults.size() ? defaults.get(i) : "";
            arguments.add(
                    new Argument(
                            i < names.size() ? names.get(i) : "",
                            mode(i < modes.size() ? modes.get(i) : "i"),
                            context.names().type(types.get(i)),
                            Optional.of(value)
                                    .filter(text -> !text.isEmpty())
                                    .map(text -> Expression.of(PostgresText.bare(text)))));
        }
        return arguments;
    }

    private static Mode mode(String letter) {
        return switch (letter) {
            case "o" -> Mode.OUT;
            case "b" -> Mode.INOUT;
            case "v" -> Mode.VARIADIC;
            case "t" -> Mode.TABLE;
            default -> Mode.IN;
        };
    }

    private Optional<Expression> returns(CatalogRow row, List<Argument> arguments) {
        String result = row.text("result");
        if (result.startsWith("TABLE(")) {
            List<Argument> columns =
                    arguments.stream().filter(each -> each.mode() == Mode.TABLE).toList();
            String text =
                    columns.stream()
                            .map(
                                    each ->
                                            PostgresIdentifiers.write(each.name())
                                                    + " "
                                                    + PostgresTypes.render(each.type()))
                            .collect(Collectors.joining(", ", "TABLE(", ")"));
            Set<Reference> used = new TreeSet<>();
            columns.forEach(each -> used.add(each.type().reference()));
            return Optional.of(Expression.of(text, used));
        }
        String many = "SETOF ";
        boolean set = result.startsWith(many);
        ColumnType type = context.names().type(set ? result.substring(many.length()) : result);
        return Optional.of(
                Expression.of(
                        (set ? many : "") + PostgresTypes.render(type), Set.of(type.reference())));
    }

    private Expression body(CatalogRow row) {
        if (!context.since(14) || row.optional("sql_body").isEmpty()) {
            return Expression.of(row.text("source"));
        }
        Set<Reference> used = new TreeSet<>(context.references().of("pg_proc", row.number("oid")));
        return Expression.of(row.text("sql_body").strip(), used);
    }

    private Options options(CatalogRow row) {
        Map<String, String> values = new TreeMap<>();
        switch (row.text("volatility")) {
            case "i" -> values.put("volatility", "immutable");
            case "s" -> values.put("volatility", "stable");
            default -> {}
        }
        switch (row.text("parallel")) {
            case "s" -> values.put("parallel", "safe");
            case "r" -> values.put("parallel", "restricted");
            default -> {}
        }
        flag(row.is("strict"), "strict", values);
        flag(row.is("leakproof"), "leakproof", values);
        flag(row.is("kind", "w"), "window", values);
        flag(context.since(14) && row.optional("sql_body").isPresent(), "sql_body", values);
        if (row.is("security_definer")) {
            values.put("security", "definer");
        }
        unlessUsual(row, "cost", COMPILED.contains(row.text("language")) ? 1 : 100, values);
        unlessUsual(row, "rows", row.is("returns_set") ? 1000 : 0, values);
        row.optional("support").ifPresent(name -> values.put("support", name));
        row.optional("object_file").ifPresent(name -> values.put("object_file", name));
        CatalogOptions.collect(row, "settings", "set.", values);
        List<String> transforms =
                row.texts("transforms").stream()
                        .map(text -> PostgresTypes.render(context.names().type(text)))
                        .toList();
        if (!transforms.isEmpty()) {
            values.put("transform", String.join(", ", transforms));
        }
        return Options.of(values);
    }

    private static void flag(boolean set, String name, Map<String, String> values) {
        if (set) {
            values.put(name, "");
        }
    }

    private static void unlessUsual(
            CatalogRow row, String name, long usual, Map<String, String> values) {
        BigDecimal value = new BigDecimal(row.text(name)).stripTrailingZeros();
        if (value.compareTo(BigDecimal.valueOf(usual)) != 0) {
            values.put(name, value.toPlainString());
        }
    }
}
