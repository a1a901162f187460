package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.Strings;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.ddl.clause.SettingGrammar;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what sets something for the statements that follow in a session. */
final class SessionGrammar {
    private static final String PATH = "search_path";

    private SessionGrammar() {}

    /** Takes a setting, from behind the word {@code SET}. */
    static void set(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("SET");
        if (!cursor.accept("LOCAL")) {
            cursor.accept("SESSION");
        }
        boolean other =
                cursor.at("AUTHORIZATION")
                        || cursor.at("ROLE")
                        || cursor.at("CONSTRAINTS")
                        || cursor.at("TRANSACTION")
                        || cursor.at("CHARACTERISTICS")
                        || cursor.at("NAMES")
                        || cursor.at("XML")
                        || cursor.at("TIME", "ZONE");
        if (other) {
            Rest.pass(cursor);
            return;
        }
        if (cursor.accept("SCHEMA")) {
            path(context, context.string());
            return;
        }
        String name = SettingGrammar.name(context);
        Optional<String> value = SettingGrammar.value(context, name);
        if (name.equals(PATH)) {
            value.ifPresentOrElse(text -> path(context, text), () -> usual(context));
        }
    }

    /** Takes what is reset, from behind the word {@code RESET}. */
    static void reset(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.at("ALL") || cursor.at(PATH)) {
            usual(context);
        }
        Rest.pass(cursor);
    }

    /** Takes the arguments of {@code set_config}. */
    static void setConfig(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean path =
                cursor.peek(1).text().equalsIgnoreCase("'" + PATH + "'")
                        && cursor.peek(3).kind() == SqlToken.Kind.STRING;
        if (path) {
            path(context, Strings.value(cursor.peek(3).text()));
        }
    }

    private static void usual(DdlContext context) {
        context.session(context.session().withPath(List.of("")));
    }

    private static void path(DdlContext context, String text) {
        List<String> schemas = new ArrayList<>();
        for (SqlToken token : SqlTokenizer.significant(text, PostgresLexicon.LEXICON)) {
            if (!PostgresTypes.isName(token)) {
                continue;
            }
            String name = context.names().of(token);
            boolean home = !name.isEmpty() && !name.equals("$user") && !name.startsWith("pg_");
            if (home) {
                schemas.add(context.schemaName(name));
            }
        }
        context.session(context.session().withPath(schemas));
    }
}
