package dev.limbeck.mysql.catalog;

import dev.limbeck.mysql.server.ServerFeature;
import dev.limbeck.mysql.server.ServerVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A question to the catalog; each has a file of its name in {@code questions/}, or one for each
 * flavor.
 */
enum Question {
    TABLES,
    COLUMNS,
    INDEXES,
    FOREIGN_KEYS,
    CHECKS,
    PARTITIONS,
    VIEWS,
    TRIGGERS,
    ROUTINES,
    PARAMETERS,
    EVENTS;

    /** Returns whether a server knows of such things. */
    boolean appliesTo(ServerVersion version) {
        return this != CHECKS || version.has(ServerFeature.CHECK_CONSTRAINTS);
    }

    /**
     * Returns its text.
     *
     * @param schemas the schemas it is about, as a list of literals
     */
    String sql(ServerVersion version, String schemas) {
        String name = name().toLowerCase(Locale.ROOT);
        String own = "questions/" + name + "." + version.flavor().id() + ".sql";
        String hidden =
                version.isMariaDb()
                        ? version.has(ServerFeature.INVISIBLE_INDEXES) ? "ignored" : "'NO'"
                        : "CASE is_visible WHEN 'NO' THEN 'YES' ELSE 'NO' END";
        return text(Question.class.getResource(own) == null ? "questions/" + name + ".sql" : own)
                .replace("${schemas}", schemas)
                .replace("${hidden}", hidden)
                .replace(
                        "${expression}",
                        version.has(ServerFeature.FUNCTIONAL_KEY_PARTS) ? "expression" : "NULL")
                .replace(
                        "${srs_id}",
                        version.has(ServerFeature.SPATIAL_REFERENCE_SYSTEMS) ? "srs_id" : "NULL")
                .replace("${algorithm}", version.isMariaDb() ? "algorithm" : "NULL");
    }

    private static String text(String file) {
        try (InputStream in = Question.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
