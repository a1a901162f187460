package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.Strings;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.Options;
import dev.limbeck.sql.SqlToken;
import java.util.Locale;

/** Reads {@code (fillfactor = 70, toast.autovacuum_enabled)} and where things are stored. */
public final class StorageParameters {
    private StorageParameters() {}

    /** Takes parameters in parentheses and returns these options with them. */
    public static Options read(DdlContext context, Options before) {
        TokenCursor cursor = context.cursor();
        Options options = before;
        cursor.expect("(");
        do {
            String name = name(context);
            String value = cursor.accept("=") ? value(cursor) : "true";
            options = name.equals("oids") ? options : options.with(name, value);
        } while (cursor.accept(","));
        cursor.expect(")");
        return options;
    }

    /** Takes names of parameters in parentheses and returns these options without them. */
    public static Options reset(DdlContext context, Options before) {
        TokenCursor cursor = context.cursor();
        Options options = before;
        cursor.expect("(");
        do {
            options = options.without(name(context));
        } while (cursor.accept(","));
        cursor.expect(")");
        return options;
    }

    private static String name(DdlContext context) {
        StringBuilder name = new StringBuilder(context.names().label());
        while (context.cursor().accept(".")) {
            name.append('.').append(context.names().label());
        }
        return name.toString();
    }

    private static String value(TokenCursor cursor) {
        String sign = cursor.accept("-") ? "-" : "";
        SqlToken token = cursor.next();
        return switch (token.kind()) {
            case STRING -> Strings.value(token.text());
            case NUMBER -> sign + token.text();
            case WORD -> token.text().toLowerCase(Locale.ROOT);
            default -> throw cursor.problem(token.offset(), "a parameter's value is missing");
        };
    }

    /** Takes {@code INCLUDE (…)}, {@code WITH (…)} and {@code USING INDEX TABLESPACE …}. */
    static Key ofKey(DdlContext context, Key start) {
        TokenCursor cursor = context.cursor();
        Key key = start;
        while (true) {
            if (cursor.accept("INCLUDE")) {
                key = key.withInclude(context.names().list());
            } else if (cursor.accept("WITH")) {
                key = key.withOptions(read(context, key.options()));
            } else if (cursor.accept("USING", "INDEX", "TABLESPACE")) {
                key = key.withOptions(tablespace(context, key.options()));
            } else {
                return key;
            }
        }
    }

    /** Takes the name of a tablespace; the default one is none. */
    public static Options tablespace(DdlContext context, Options before) {
        String name = context.name();
        return name.equals("pg_default")
                ? before.without(Options.TABLESPACE)
                : before.with(Options.TABLESPACE, name);
    }
}
