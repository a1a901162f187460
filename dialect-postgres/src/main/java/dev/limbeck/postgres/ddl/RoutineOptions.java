package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.postgres.ddl.clause.SettingGrammar;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what follows the arguments and the result of a routine, in any order. */
final class RoutineOptions {
    private static final Set<String> COMPILED = Set.of("c", "internal");

    private final DdlContext context;
    private final TokenCursor cursor;
    private final boolean manyRows;
    private Options options = Options.none();
    private Optional<String> language = Optional.empty();
    private Optional<Expression> body = Optional.empty();

    /**
     * Makes a reader.
     *
     * @param manyRows whether the routine returns any number of rows
     */
    RoutineOptions(DdlContext context, boolean manyRows) {
        this.context = context;
        this.cursor = context.cursor();
        this.manyRows = manyRows;
    }

    /** Starts with what a routine has. */
    RoutineOptions from(Routine routine) {
        options = routine.options();
        language = routine.language();
        return this;
    }

    /** Takes all options to the end of the statement. */
    void readAll() {
        while (!cursor.atEnd()) {
            boolean read =
                    definition() || behaviour() || security() || costs() || settings() || other();
            if (!read) {
                throw cursor.unexpected();
            }
        }
    }

    String language() {
        return language.orElse("sql");
    }

    /** Returns the settings without those that equal the server's defaults. */
    Options options() {
        Options said = usual(options, "cost", COMPILED.contains(language()) ? "1" : "100");
        return usual(said, "rows", manyRows ? "1000" : "0");
    }

    private static Options usual(Options options, String key, String usual) {
        boolean same =
                options.get(key)
                        .filter(
                                value ->
                                        new BigDecimal(value).compareTo(new BigDecimal(usual)) == 0)
                        .isPresent();
        return same ? options.without(key) : options;
    }

    /** Returns the body; a compiled function is called as it is where nothing else is said. */
    Expression body(QualifiedName name) {
        return body.orElseGet(() -> Expression.of(name.name()));
    }

    private boolean definition() {
        if (cursor.accept("LANGUAGE")) {
            if (!RoutineArguments.isNameOrString(cursor.peek())) {
                throw cursor.unexpected();
            }
            boolean quoted = cursor.peek().text().startsWith("'");
            language =
                    Optional.of(
                            (quoted ? context.string() : context.names().label())
                                    .toLowerCase(Locale.ROOT));
            return true;
        }
        if (cursor.accept("AS")) {
            String text = context.string();
            if (cursor.accept(",")) {
                options = options.with("object_file", text);
                text = context.string();
            } else if (language.filter("c"::equals).isPresent()) {
                options = options.with("object_file", text);
                return true;
            }
            body = Optional.of(Expression.of(text));
            return true;
        }
        if (cursor.at("RETURN") || cursor.at("BEGIN", "ATOMIC")) {
            SourceText text = Texts.rest(cursor);
            body = Optional.of(context.expression(text, context.freeScope()));
            options = options.with("sql_body", "");
            return true;
        }
        return false;
    }

    private boolean behaviour() {
        if (cursor.accept("IMMUTABLE")) {
            options = options.with("volatility", "immutable");
        } else if (cursor.accept("STABLE")) {
            options = options.with("volatility", "stable");
        } else if (cursor.accept("VOLATILE")) {
            options = options.without("volatility");
        } else if (cursor.accept("STRICT")
                || cursor.accept("RETURNS", "NULL", "ON", "NULL", "INPUT")) {
            options = options.with("strict", "");
        } else if (cursor.accept("CALLED", "ON", "NULL", "INPUT")) {
            options = options.without("strict");
        } else if (cursor.accept("LEAKPROOF")) {
            options = options.with("leakproof", "");
        } else if (cursor.accept("NOT", "LEAKPROOF")) {
            options = options.without("leakproof");
        } else if (cursor.accept("WINDOW")) {
            options = options.with("window", "");
        } else {
            return parallel();
        }
        return true;
    }

    private boolean parallel() {
        if (!cursor.accept("PARALLEL")) {
            return false;
        }
        if (cursor.accept("SAFE")) {
            options = options.with("parallel", "safe");
        } else if (cursor.accept("RESTRICTED")) {
            options = options.with("parallel", "restricted");
        } else {
            cursor.expect("UNSAFE");
            options = options.without("parallel");
        }
        return true;
    }

    private boolean security() {
        if (cursor.accept("SECURITY", "DEFINER")
                || cursor.accept("EXTERNAL", "SECURITY", "DEFINER")) {
            options = options.with("security", "definer");
            return true;
        }
        if (cursor.accept("SECURITY", "INVOKER")
                || cursor.accept("EXTERNAL", "SECURITY", "INVOKER")) {
            options = options.without("security");
            return true;
        }
        return false;
    }

    private boolean costs() {
        if (cursor.accept("COST")) {
            options = options.with("cost", context.number());
            return true;
        }
        if (cursor.accept("ROWS")) {
            options = options.with("rows", context.number());
            return true;
        }
        if (cursor.accept("SUPPORT")) {
            options =
                    options.with(
                            "support", PostgresIdentifiers.write(context.made(context.written())));
            return true;
        }
        return false;
    }

    private boolean settings() {
        if (cursor.accept("RESET", "ALL")) {
            List<String> names = new ArrayList<>(options.values().keySet());
            names.stream()
                    .filter(key -> key.startsWith("set."))
                    .forEach(key -> options = options.without(key));
            return true;
        }
        if (cursor.accept("RESET")) {
            options = options.without("set." + SettingGrammar.name(context));
            return true;
        }
        if (!cursor.accept("SET")) {
            return false;
        }
        String name = SettingGrammar.name(context);
        Optional<String> value = SettingGrammar.value(context, name);
        options =
                value.map(said -> options.with("set." + name, said))
                        .orElseGet(() -> options.without("set." + name));
        return true;
    }

    private boolean other() {
        if (cursor.accept("TRANSFORM")) {
            List<String> types = new ArrayList<>();
            do {
                cursor.expect("FOR", "TYPE");
                ColumnType type = RoutineArguments.type(context);
                types.add(PostgresTypes.render(type));
            } while (cursor.accept(","));
            options = options.with("transform", String.join(", ", types));
            return true;
        }
        return cursor.accept("RESTRICT");
    }
}
