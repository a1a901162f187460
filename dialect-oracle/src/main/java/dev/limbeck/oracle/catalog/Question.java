package dev.limbeck.oracle.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A question to the catalog; each has a file of its name in {@code questions/}. A column of type
 * {@code LONG} stands last in its question, since the driver reads it last.
 */
public enum Question {
    TABLES,
    EXTERNAL_TABLES,
    COLUMNS,
    DEFAULTS,
    IDENTITIES,
    CONSTRAINTS,
    CONSTRAINT_COLUMNS,
    TARGET_COLUMNS,
    INDEXES,
    INDEX_COLUMNS,
    INDEX_EXPRESSIONS,
    INDEX_PARTITIONINGS,
    PARTITIONINGS,
    PARTITION_KEYS,
    SUBPARTITION_KEYS,
    PARTITIONS,
    SEQUENCES,
    VIEWS,
    MATERIALIZED_VIEWS,
    SYNONYMS,
    TRIGGERS,
    SOURCES,
    GRANTS,
    COLUMN_GRANTS,
    OTHERS;

    /**
     * Returns its text.
     *
     * @param schemas the schemas it is about, as a list of literals
     */
    public String sql(String schemas) {
        String file = "questions/" + name().toLowerCase(Locale.ROOT) + ".sql";
        try (InputStream in = Question.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .replace("${schemas}", schemas);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
