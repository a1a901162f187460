package dev.limbeck.mysql.catalog;

import dev.limbeck.schema.Options;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart what a table was made with: {@code row_format=DYNAMIC partitioned `x`='y'}. */
final class CreateOptions {
    private static final Pattern OPTION =
            Pattern.compile("`?([\\w.]+)`?(?:\\s*=\\s*(\"[^\"]*\"|'[^']*'|\\([^)]*\\)|\\S+))?");

    private CreateOptions() {}

    static Options of(String text) {
        Options options = Options.none();
        Matcher each = OPTION.matcher(text);
        while (each.find()) {
            String key = each.group(1).toLowerCase(Locale.ROOT);
            String value = each.group(2);
            if (!key.equals("partitioned")) {
                options = options.with(key, value == null ? "" : unquoted(value));
            }
        }
        return options;
    }

    private static String unquoted(String value) {
        boolean quoted = value.startsWith("'") || value.startsWith("\"");
        return (quoted ? value.substring(1, value.length() - 1) : value).toUpperCase(Locale.ROOT);
    }
}
