package dev.limbeck.autogenerate;

import dev.limbeck.schema.Schema;
import java.nio.file.Path;

/**
 * A desired state that is not written as SQL: entity classes, a model of another tool.
 *
 * <p>Implementations are registered for {@code ServiceLoader}. An entry {@code scheme:argument}
 * under {@code schema} in the configuration asks the source of that scheme.
 */
public interface SchemaSource {
    /** Returns the word before the colon, lower case, at least two letters. */
    String scheme();

    /** Returns what an entry stands for; refuses with a {@code LimbeckException}. */
    SchemaReading read(Request request);

    /**
     * What is asked of a source.
     *
     * @param argument what follows the colon
     * @param folder the project's folder, which relative paths start from
     * @param dialect the database the schema is for
     * @param before the schema that the entries before it made; what is returned contains it
     */
    record Request(String argument, Path folder, SchemaDialect dialect, Schema before) {}
}
