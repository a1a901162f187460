package dev.limbeck.tck;

import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaRules;
import dev.limbeck.tck.schema.Vocabulary;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What generated schemas look like on a database.
 *
 * @param vocabulary what they hold, and in which words
 * @param rules what the generator keeps to; its renames reach into texts as a person's would
 * @param preparation statements that an empty database needs before them, for example its roles
 * @param possible whether the database can hold a schema
 * @param named gives unnamed things the names that the server gives them
 */
public record GeneratedSchemas(
        Vocabulary vocabulary,
        SchemaRules rules,
        List<String> preparation,
        Predicate<Schema> possible,
        UnaryOperator<Schema> named) {
    public GeneratedSchemas {
        preparation = List.copyOf(preparation);
    }

    /**
     * Returns schemas that any database of the dialect can hold, all of whose things have names.
     */
    public static GeneratedSchemas of(
            Vocabulary vocabulary, SchemaRules rules, List<String> preparation) {
        return new GeneratedSchemas(
                vocabulary, rules, preparation, schema -> true, schema -> schema);
    }
}
