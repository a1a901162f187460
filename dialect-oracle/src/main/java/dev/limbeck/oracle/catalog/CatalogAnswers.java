package dev.limbeck.oracle.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.schema.QualifiedName;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the catalog answered, and how its names become names of the model. */
final class CatalogAnswers {
    private final String own;
    private final Map<Question, List<CatalogRow>> answers;

    /**
     * Makes one.
     *
     * @param own the name of the schema that the model leaves empty
     */
    CatalogAnswers(String own, Map<Question, List<CatalogRow>> answers) {
        this.own = own;
        this.answers = new EnumMap<>(answers);
    }

    List<CatalogRow> rows(Question question) {
        return answers.getOrDefault(question, List.of());
    }

    /** Returns the rows of a question by what they are about, in order. */
    <K> Map<K, List<CatalogRow>> by(Question question, Function<CatalogRow, K> key) {
        return rows(question).stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    /** Returns a name as the model has it. */
    QualifiedName name(String schema, String name) {
        return QualifiedName.of(schema.equals(own) ? "" : schema, name);
    }

    /** Returns the name that two columns of a row hold. */
    QualifiedName name(CatalogRow row, String schema, String name) {
        return name(row.text(schema), row.text(name));
    }

    /** Returns the table that a row is about. */
    QualifiedName table(CatalogRow row) {
        return name(row, "owner", "table_name");
    }

    String own() {
        return own;
    }
}
