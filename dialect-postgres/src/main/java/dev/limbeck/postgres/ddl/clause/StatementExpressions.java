package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.ExpressionReader;
import dev.limbeck.ddl.ExpressionScope;
import dev.limbeck.ddl.WordReferences;
import dev.limbeck.expression.ExpressionForm;
import dev.limbeck.expression.OwnColumns;
import dev.limbeck.expression.SqlType;
import dev.limbeck.postgres.normal.PostgresTexts;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.text.PostgresNames;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Reference;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what texts in statements refer to: by their meaning where they are understood, otherwise by
 * their words. Names that a session's path explains are written out, since the model's texts have
 * no session.
 */
public final class StatementExpressions implements ExpressionReader {
    private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES", "TABLE");
    private static final Set<String> STATEMENTS = Set.of("CREATE", "RETURN", "BEGIN");

    private final WordReferences words =
            new WordReferences(PostgresLexicon.LEXICON, PostgresNames.INSTANCE);

    @Override
    public Expression read(String text, ExpressionScope scope) {
        String qualified = PathNames.writtenOut(text, scope);
        List<SqlToken> tokens = SqlTokenizer.significant(qualified, PostgresLexicon.LEXICON);
        String first = tokens.isEmpty() ? "" : tokens.get(0).text().toUpperCase(Locale.ROOT);
        if (tokens.size() == 1 && tokens.get(0).kind() == SqlToken.Kind.NUMBER) {
            return Expression.of(qualified);
        }
        if (tokens.size() == 1 && tokens.get(0).kind() == SqlToken.Kind.STRING) {
            return words.read(qualified, scope);
        }
        if (STATEMENTS.contains(first)) {
            return words.read(PathNames.withoutDefault(qualified), scope);
        }
        return QUERIES.contains(first) ? query(qualified, scope) : expression(qualified, scope);
    }

    private Expression query(String text, ExpressionScope scope) {
        PostgresTexts texts = new PostgresTexts(scope.schema());
        Query read = texts.query(Query.of(Expression.of(text)));
        return read.columns().isEmpty()
                ? words.read(text, scope)
                : Expression.of(text, withSequences(read.text().references(), text, scope));
    }

    /** Strings that name sequences are found by their words. */
    private Set<Reference> withSequences(
            Set<Reference> understood, String text, ExpressionScope scope) {
        Set<Reference> all = new TreeSet<>(understood);
        words.read(text, scope).references().stream()
                .filter(reference -> reference.target() == Reference.Target.SEQUENCE)
                .forEach(all::add);
        return all;
    }

    private Expression expression(String text, ExpressionScope scope) {
        PostgresTexts texts = new PostgresTexts(scope.schema());
        Map<String, SqlType> columns = new HashMap<>();
        scope.columns().forEach(column -> columns.put(column, SqlType.UNDETERMINED));
        OwnColumns own =
                scope.relation()
                        .map(relation -> OwnColumns.of(relation, columns))
                        .orElseGet(OwnColumns::none);
        ExpressionForm.Reading reading = texts.reading(Expression.of(text), own);
        return PostgresTexts.isUnderstood(reading)
                ? Expression.of(text, withSequences(references(reading, scope), text, scope))
                : words.read(text, scope);
    }

    /** The table of an expression may not be there yet, its columns are known all the same. */
    private static Set<Reference> references(
            ExpressionForm.Reading reading, ExpressionScope scope) {
        Set<Reference> found = new TreeSet<>();
        for (Reference reference : reading.references()) {
            boolean ownColumn =
                    scope.relation().filter(reference.name()::equals).isPresent()
                            && reference.target() == Reference.Target.RELATION;
            if (ownColumn || !scope.schema().resolve(reference).isEmpty()) {
                found.add(reference);
            }
        }
        return found;
    }
}
