package dev.limbeck.postgres.normal;

import dev.limbeck.ddl.DdlSession;
import dev.limbeck.ddl.ExpressionScope;
import dev.limbeck.ddl.WordReferences;
import dev.limbeck.expression.OwnColumns;
import dev.limbeck.expression.SqlType;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.text.PostgresNames;
import dev.limbeck.postgres.text.PostgresText;
import dev.limbeck.postgres.type.PostgresTypeNames;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Routine.Argument;
import dev.limbeck.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings functions and procedures to normal form. */
final class NormalRoutines {
    private static final Map<String, String> USUAL =
            Map.of("volatility", "volatile", "parallel", "unsafe", "rows", "1000");

    private static final String RETURN = "RETURN ";

    private static final WordReferences WORDS =
            new WordReferences(PostgresLexicon.LEXICON, PostgresNames.INSTANCE);

    private final Schema schema;
    private final PostgresTexts texts;

    NormalRoutines(Schema schema, PostgresTexts texts) {
        this.schema = schema;
        this.texts = texts;
    }

    Routine normalize(Routine routine) {
        List<Argument> arguments = routine.arguments().stream().map(this::argument).toList();
        return routine.withArguments(arguments)
                .withBody(body(routine))
                .withOptions(options(routine));
    }

    private Argument argument(Argument argument) {
        return new Argument(
                argument.name(),
                argument.mode(),
                argument.type().arrayDimensions() > 1
                        ? argument.type().withArrayDimensions(1)
                        : argument.type(),
                argument.defaultValue()
                        .map(
                                text ->
                                        texts.value(
                                                text,
                                                OwnColumns.none(),
                                                Optional.of(argument.type()))));
    }

    /** Of a body that is an expression, the expression counts; of statements, their tokens. */
    private Expression body(Routine routine) {
        Expression body = routine.body();
        String source = body.source().strip();
        boolean isExpression =
                source.regionMatches(true, 0, RETURN, 0, RETURN.length())
                        && source.length() > RETURN.length();
        if (routine.options().has("sql_body") && isExpression) {
            Map<String, SqlType> names = new HashMap<>();
            routine.arguments()
                    .forEach(
                            argument ->
                                    names.put(
                                            argument.name(),
                                            PostgresTypeNames.of(argument.type())));
            Expression value =
                    texts.value(
                            Expression.of(PostgresText.bare(source.substring(RETURN.length()))),
                            new OwnColumns(Optional.empty(), Map.of(), names),
                            Optional.empty());
            return body.withCanonical(RETURN + value.canonical());
        }
        if (routine.options().has("sql_body")) {
            return NormalObjects.statement(body);
        }
        return withReferences(routine, body)
                .withCanonical(body.source().replace("\r\n", "\n").strip());
    }

    /** The server looks at what a body in SQL names when it makes the routine, and forgets it. */
    private Expression withReferences(Routine routine, Expression body) {
        return routine.language().filter("sql"::equals).isPresent() && body.references().isEmpty()
                ? WORDS.read(body.source(), ExpressionScope.free(schema, DdlSession.initial()))
                : body;
    }

    private static Options options(Routine routine) {
        Options options = routine.options();
        String language = routine.language().orElse("");
        boolean compiled = language.equals("c") || language.equals("internal");
        String cost = compiled ? "1" : "100";
        for (Map.Entry<String, String> usual : USUAL.entrySet()) {
            options = without(options, usual.getKey(), usual.getValue());
        }
        return without(options, "cost", cost);
    }

    private static Options without(Options options, String key, String value) {
        boolean usual = options.get(key).filter(value::equalsIgnoreCase).isPresent();
        return usual ? options.without(key) : options;
    }
}
