package dev.limbeck.mysql.normal;

import dev.limbeck.expression.Condition;
import dev.limbeck.expression.OwnColumns;
import dev.limbeck.expression.SchemaRelations;
import dev.limbeck.expression.SchemaTexts;
import dev.limbeck.expression.SqlType;
import dev.limbeck.expression.TypeNames;
import dev.limbeck.expression.TypeSystem;
import dev.limbeck.mysql.text.MySqlLexicon;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.SqlTokenizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Brings the texts inside the definitions of one schema to normal form. */
final class MySqlTexts {
    private final SchemaTexts texts;

    MySqlTexts(Schema schema) {
        TypeNames types = type -> SqlType.UNDETERMINED;
        UnaryOperator<String> words = text -> new NeutralText(Map.of()).of(text);
        this.texts =
                new SchemaTexts(
                        schema,
                        MySqlGrammar.GRAMMAR,
                        TypeSystem.unknown(),
                        types,
                        new SchemaRelations(schema, types, words),
                        words);
    }

    /** Returns what an expression of a relation's definition can name. */
    OwnColumns columnsOf(Relation relation) {
        return texts.columnsOf(relation);
    }

    private static String words(String text, OwnColumns columns) {
        Map<String, String> spelled = new HashMap<>();
        columns.columns()
                .keySet()
                .forEach(name -> spelled.put(name.toLowerCase(Locale.ROOT), name));
        return new NeutralText(spelled).of(text);
    }

    Expression condition(Expression text, OwnColumns columns) {
        return texts.condition(text, words(text.source(), columns), columns);
    }

    Expression value(Expression text, OwnColumns columns) {
        return texts.value(text, words(text.source(), columns), columns, Optional.empty());
    }

    /**
     * A server that keeps names before a query apart from it gives them as those of its columns.
     */
    Query query(Query query) {
        Query plain = texts.query(query);
        if (!query.aliases().isEmpty() || query.columns().isEmpty()) {
            return plain;
        }
        List<String> names = query.columns().stream().map(Query.OutputColumn::name).toList();
        Query named = texts.query(new Query(names, query.text(), query.columns()));
        return named.equals(plain) ? plain : named;
    }

    /** Returns the logic of a predicate over the rows of a relation. */
    Condition logic(Expression predicate, Relation relation) {
        return texts.logic(words(predicate.source(), columnsOf(relation)), relation);
    }

    /** Makes white space uniform: servers keep bodies as they are written. */
    static Expression body(Expression text) {
        return text.withCanonical(
                SqlTokenizer.significant(text.source(), MySqlLexicon.LEXICON).stream()
                        .map(token -> MySqlStrings.stored(token.text()))
                        .collect(Collectors.joining(" ")));
    }
}
