package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.Strings;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the names and the values of the server's settings. */
public final class SettingGrammar {
    /** Settings whose values are lists of names; {@code GUC_LIST_QUOTE} in the server's source. */
    private static final Set<String> NAME_LISTS =
            Set.of(
                    "search_path",
                    "local_preload_libraries",
                    "session_preload_libraries",
                    "shared_preload_libraries",
                    "temp_tablespaces",
                    "unix_socket_directories");

    private SettingGrammar() {}

    /** Takes a setting's name, lower case. */
    public static String name(DdlContext context) {
        TokenCursor cursor = context.cursor();
        StringBuilder name = new StringBuilder(context.names().label());
        while (cursor.accept(".")) {
            name.append('.').append(context.names().label());
        }
        if (name.toString().equals("time") && cursor.accept("ZONE")) {
            return "timezone";
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    /** Takes a value as the catalog keeps it; empty for {@code DEFAULT}. */
    public static Optional<String> value(DdlContext context, String name) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("FROM", "CURRENT")) {
            StatementNotes.notModelled(context, cursor.lastEnd(), "a setting FROM CURRENT");
            return Optional.empty();
        }
        if (!cursor.accept("TO") && !cursor.accept("=") && !name.equals("timezone")) {
            throw cursor.unexpected();
        }
        if (cursor.accept("DEFAULT")) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        do {
            String value = single(context);
            values.add(NAME_LISTS.contains(name) ? quoted(value) : value);
        } while (cursor.accept(","));
        return Optional.of(String.join(", ", values));
    }

    private static String quoted(String name) {
        return name.isEmpty() ? "\"\"" : PostgresIdentifiers.write(name);
    }

    private static String single(DdlContext context) {
        TokenCursor cursor = context.cursor();
        String sign = cursor.accept("-") ? "-" : "";
        SqlToken token = cursor.next();
        return switch (token.kind()) {
            case STRING -> Strings.value(token.text());
            case NUMBER -> sign + token.text();
            case WORD, QUOTED_IDENTIFIER -> context.names().of(token);
            default -> throw cursor.problem(token.offset(), "a value is missing");
        };
    }
}
