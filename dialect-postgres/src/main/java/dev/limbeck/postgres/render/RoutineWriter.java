package dev.limbeck.postgres.render;

import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.postgres.text.SqlText;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Routine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes functions and procedures. */
final class RoutineWriter {
    private static final String SETTING = "set.";

    private RoutineWriter() {}

    static String create(Routine routine) {
        return "CREATE " + definition(routine);
    }

    static String replace(Routine routine) {
        return "CREATE OR REPLACE " + definition(routine);
    }

    private static String definition(Routine routine) {
        StringBuilder text = new StringBuilder(kind(routine));
        text.append(' ').append(SqlNames.writeCallable(routine.name()));
        text.append('(')
                .append(
                        routine.arguments().stream()
                                .filter(argument -> argument.mode() != Routine.Mode.TABLE)
                                .map(RoutineWriter::argument)
                                .collect(Collectors.joining(", ")))
                .append(')');
        routine.returns().ifPresent(returned -> text.append(" RETURNS ").append(returned.source()));
        routine.language()
                .filter(language -> !routine.options().has(Routine.BOUND_BODY))
                .ifPresent(language -> text.append("\nLANGUAGE ").append(SqlNames.write(language)));
        properties(routine.options()).forEach((place, words) -> text.append(place).append(words));
        return text.append('\n').append(body(routine)).toString();
    }

    private static String kind(Routine routine) {
        return routine.type() == Routine.Type.FUNCTION ? "FUNCTION" : "PROCEDURE";
    }

    private static String argument(Routine.Argument argument) {
        String mode = argument.mode() == Routine.Mode.IN ? "" : argument.mode().name() + " ";
        String name = argument.name().isEmpty() ? "" : SqlNames.write(argument.name()) + " ";
        String otherwise =
                argument.defaultValue().map(value -> " DEFAULT " + value.source()).orElse("");
        return mode + name + PostgresTypes.render(argument.type()) + otherwise;
    }

    /** Returns what stands between the language and the body, with the blanks before it. */
    private static Map<String, String> properties(Options options) {
        List<String> words = new ArrayList<>();
        options.get("volatility").ifPresent(value -> words.add(value.toUpperCase(Locale.ROOT)));
        if (options.has("strict")) {
            words.add("STRICT");
        }
        if (options.has("window")) {
            words.add("WINDOW");
        }
        if (options.has("leakproof")) {
            words.add("LEAKPROOF");
        }
        options.get("security").ifPresent(value -> words.add("SECURITY DEFINER"));
        options.get("parallel")
                .ifPresent(value -> words.add("PARALLEL " + value.toUpperCase(Locale.ROOT)));
        options.get("cost").ifPresent(value -> words.add("COST " + value));
        options.get("rows").ifPresent(value -> words.add("ROWS " + value));
        options.get("support").ifPresent(value -> words.add("SUPPORT " + value));
        options.get("transform").ifPresent(value -> words.add("TRANSFORM " + value));
        StringBuilder settings = new StringBuilder();
        options.values()
                .forEach(
                        (key, value) -> {
                            if (key.startsWith(SETTING)) {
                                settings.append("\nSET ")
                                        .append(key.substring(SETTING.length()))
                                        .append(" = ")
                                        .append(setting(value));
                            }
                        });
        Map<String, String> parts = new java.util.LinkedHashMap<>();
        if (!words.isEmpty()) {
            parts.put(" ", String.join(" ", words));
        }
        if (!settings.isEmpty()) {
            parts.put("", settings.toString());
        }
        return parts;
    }

    /** Returns the value of a setting: a list stays one, whatever isn't plain becomes a string. */
    private static String setting(String value) {
        boolean plain =
                value.matches("-?[0-9]+(\\.[0-9]+)?|'.*'")
                        || value.matches("[A-Za-z_\"$][\\w\"$]*(, *[A-Za-z_\"$][\\w\"$]*)*");
        return value.isEmpty() ? "''" : plain ? value : SqlNames.literal(value);
    }

    private static String body(Routine routine) {
        String body = routine.body().source();
        if (routine.options().has(Routine.BOUND_BODY)) {
            return body;
        }
        boolean compiled = routine.language().filter("c"::equals).isPresent();
        return "AS " + (compiled ? body : SqlText.dollarQuoted(body));
    }

    static String drop(Routine routine) {
        return "DROP " + kind(routine) + " " + signature(routine);
    }

    /** Returns what names a routine in a statement about it. */
    static String signature(Routine routine) {
        return routine.arguments().stream()
                .filter(argument -> argument.mode() != Routine.Mode.OUT)
                .filter(argument -> argument.mode() != Routine.Mode.TABLE)
                .map(argument -> PostgresTypes.render(argument.type()))
                .collect(
                        Collectors.joining(
                                ", ", SqlNames.writeCallable(routine.name()) + "(", ")"));
    }

    static String signature(ObjectId id) {
        String arguments = id.detail().replace(",", ", ");
        return SqlNames.writeCallable(id.name()) + "(" + arguments + ")";
    }
}
