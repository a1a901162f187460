package dev.limbeck.mysql.normal;

import dev.limbeck.mysql.server.ServerSettings;
import dev.limbeck.mysql.type.Collations;
import dev.limbeck.schema.Options;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Brings the settings of tables to normal form. */
final class TableSettings {
    private static final String ENGINE = "engine";

    /** The engine of a table that names none. */
    private static final String INNODB = "innodb";

    private static final Map<String, String> ENGINES =
            Map.of(
                    "myisam", "MyISAM",
                    "memory", "MEMORY",
                    "heap", "MEMORY",
                    "archive", "ARCHIVE",
                    "csv", "CSV",
                    "aria", "Aria",
                    "blackhole", "BLACKHOLE");

    /** What is data, or says nothing. */
    private static final Set<String> IDLE = Set.of("auto_increment", "partitioned");

    private TableSettings() {}

    static Options normal(Options written, ServerSettings settings) {
        SortedMap<String, String> values = new TreeMap<>(written.values());
        values.keySet().removeAll(IDLE);
        String engine = values.getOrDefault(ENGINE, INNODB).toLowerCase(Locale.ROOT);
        if (engine.equals(INNODB)) {
            values.remove(ENGINE);
        } else {
            values.put(ENGINE, ENGINES.getOrDefault(engine, values.get(ENGINE)));
        }
        if ("DEFAULT".equalsIgnoreCase(values.get("row_format"))) {
            values.remove("row_format");
        }
        String charset = values.remove(Options.CHARSET);
        String collation = values.remove(Options.COLLATION);
        String effective = settings.collation();
        if (collation != null) {
            String set = charset == null ? Collations.charsetOf(effective) : charset;
            effective = Collations.in(set, Collations.name(collation));
        } else if (charset != null) {
            effective = Collations.defaultOf(Collations.name(charset), settings.version());
        }
        if (!effective.equals(settings.collation())) {
            values.put(Options.COLLATION, effective);
        }
        return Options.of(values);
    }
}
