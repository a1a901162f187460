package dev.limbeck.postgres.type;

import dev.limbeck.expression.SqlType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server's built-in types, casts, operators and functions, as its catalog lists them: {@code
 * pg_type}, {@code pg_cast}, {@code pg_operator} and {@code pg_proc} of versions 14 and 18
 * together.
 */
final class BuiltinTypes {
    /** How freely a cast happens. */
    enum CastContext {
        IMPLICIT,
        ASSIGNMENT,
        EXPLICIT
    }

    /**
     * A function or an operator.
     *
     * @param variadic the type of the arguments that may be repeated, where they may
     * @param defaults how many arguments may be left out
     */
    record Callable(
            List<SqlType> parameters,
            SqlType result,
            boolean steady,
            Optional<SqlType> variadic,
            int defaults) {}

    private record Category(char letter, boolean preferred) {}

    private record Pair(SqlType from, SqlType to) {}

    private static final class Holder {
        static final BuiltinTypes INSTANCE = new BuiltinTypes();
    }

    private final Map<SqlType, Category> categories = new HashMap<>();
    private final Map<Pair, CastContext> casts = new HashMap<>();
    private final Map<String, List<Callable>> operators = new HashMap<>();
    private final Map<String, List<Callable>> functions = new HashMap<>();

    private BuiltinTypes() {
        for (String[] type : rows("types.tsv")) {
            categories.put(
                    SqlType.of(type[0]), new Category(type[1].charAt(0), type[2].equals("t")));
        }
        for (String[] cast : rows("casts.tsv")) {
            casts.put(
                    new Pair(SqlType.of(cast[0]), SqlType.of(cast[1])),
                    switch (cast[2]) {
                        case "i" -> CastContext.IMPLICIT;
                        case "a" -> CastContext.ASSIGNMENT;
                        default -> CastContext.EXPLICIT;
                    });
        }
        for (String[] operator : rows("operators.tsv")) {
            List<SqlType> parameters =
                    operator[1].isEmpty()
                            ? List.of(SqlType.of(operator[2]))
                            : List.of(SqlType.of(operator[1]), SqlType.of(operator[2]));
            operators
                    .computeIfAbsent(operator[0], name -> new ArrayList<>())
                    .add(
                            new Callable(
                                    parameters,
                                    SqlType.of(operator[3]),
                                    true,
                                    Optional.empty(),
                                    0));
        }
        for (String[] function : rows("functions.tsv")) {
            List<SqlType> parameters =
                    function[1].isEmpty()
                            ? List.of()
                            : Arrays.stream(function[1].split(",")).map(SqlType::of).toList();
            Optional<SqlType> variadic =
                    function[5].isEmpty() ? Optional.empty() : Optional.of(SqlType.of(function[5]));
            functions
                    .computeIfAbsent(function[0], name -> new ArrayList<>())
                    .add(
                            new Callable(
                                    parameters,
                                    SqlType.of(function[2]),
                                    !function[4].equals("v"),
                                    variadic,
                                    Integer.parseInt(function[6])));
        }
    }

    /** Returns the tables, which are read when first asked for. */
    static BuiltinTypes get() {
        return Holder.INSTANCE;
    }

    private static List<String[]> rows(String file) {
        String name = "builtins/" + file;
        try (InputStream stream = BuiltinTypes.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return reader.lines().map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    boolean isType(SqlType type) {
        return categories.containsKey(type.bare()) || categories.containsKey(type.bare().element());
    }

    /** Returns the letter of a built-in type's category; empty for a type of the database. */
    Optional<Character> category(SqlType type) {
        if (type.array()) {
            return Optional.of('A');
        }
        return Optional.ofNullable(categories.get(type)).map(Category::letter);
    }

    boolean isPreferred(SqlType type) {
        Category category = categories.get(type);
        return category != null && category.preferred();
    }

    Optional<CastContext> cast(SqlType from, SqlType to) {
        return Optional.ofNullable(casts.get(new Pair(from, to)));
    }

    List<Callable> operators(String name) {
        return operators.getOrDefault(name, List.of());
    }

    List<Callable> functions(String name) {
        return functions.getOrDefault(name, List.of());
    }
}
