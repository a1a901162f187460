package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.mysql.type.Collations;
import dev.limbeck.schema.Options;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the settings of tables. */
final class TableOptions {
    private static final Set<String> KNOWN =
            Set.of(
                    "ENGINE",
                    "ROW_FORMAT",
                    "KEY_BLOCK_SIZE",
                    "STATS_PERSISTENT",
                    "STATS_AUTO_RECALC",
                    "STATS_SAMPLE_PAGES",
                    "MAX_ROWS",
                    "MIN_ROWS",
                    "AVG_ROW_LENGTH",
                    "PACK_KEYS",
                    "CHECKSUM",
                    "DELAY_KEY_WRITE",
                    "COMPRESSION",
                    "ENCRYPTION",
                    "ENCRYPTED",
                    "ENCRYPTION_KEY_ID",
                    "PAGE_COMPRESSED",
                    "PAGE_COMPRESSION_LEVEL",
                    "PAGE_CHECKSUM",
                    "TRANSACTIONAL",
                    "INSERT_METHOD",
                    "CONNECTION",
                    "TABLESPACE",
                    "ENGINE_ATTRIBUTE",
                    "SECONDARY_ENGINE",
                    "SEQUENCE");

    private TableOptions() {}

    /**
     * What a setting says.
     *
     * @param options all settings with it
     * @param comment the comment, where it says one
     */
    record Said(Options options, Optional<String> comment) {}

    /** Takes one setting if one comes next. */
    static Optional<Said> accept(DdlContext context, Options options) {
        TokenCursor cursor = context.cursor();
        int start = cursor.mark();
        boolean presumed = cursor.accept("DEFAULT");
        if (cursor.accept("CHARACTER", "SET")
                || cursor.accept("CHARSET")
                || cursor.accept("CHAR", "SET")) {
            Options said = options.without(Options.COLLATION);
            return Optional.of(
                    new Said(said.with(Options.CHARSET, named(cursor)), Optional.empty()));
        }
        if (cursor.accept("COLLATE")) {
            return Optional.of(
                    new Said(options.with(Options.COLLATION, named(cursor)), Optional.empty()));
        }
        if (presumed) {
            cursor.go(start);
            return Optional.empty();
        }
        if (cursor.accept("COMMENT")) {
            cursor.accept("=");
            String text = MySqlStrings.value(cursor.next().text());
            return Optional.of(new Said(options, Optional.of(text)));
        }
        if (cursor.accept("AUTO_INCREMENT")) {
            cursor.accept("=");
            return Optional.of(
                    new Said(
                            options.with(Options.FIRST_NUMBER, context.number()),
                            Optional.empty()));
        }
        return setting(cursor, options);
    }

    private static Optional<Said> setting(TokenCursor cursor, Options options) {
        if (cursor.accept("WITH", "SYSTEM", "VERSIONING")) {
            return Optional.of(new Said(options.with("versioning", ""), Optional.empty()));
        }
        boolean folder = cursor.accept("DATA", "DIRECTORY");
        if (folder || cursor.accept("INDEX", "DIRECTORY")) {
            String key = folder ? "data_directory" : "index_directory";
            cursor.accept("=");
            return Optional.of(new Said(options.with(key, cursor.next().text()), Optional.empty()));
        }
        if (!cursor.atAny(KNOWN)) {
            return Optional.empty();
        }
        String key = cursor.word().toLowerCase(Locale.ROOT);
        cursor.accept("=");
        String value = cursor.next().text();
        boolean quoted = value.startsWith("'") || value.startsWith("\"");
        boolean name = key.equals("engine");
        String kept = name ? MySqlStrings.word(value) : quoted ? value : upper(value);
        return Optional.of(new Said(options.with(key, kept), Optional.empty()));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static String named(TokenCursor cursor) {
        cursor.accept("=");
        return Collations.name(MySqlStrings.word(cursor.next().text()));
    }
}
