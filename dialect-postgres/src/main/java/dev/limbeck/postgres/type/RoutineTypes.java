package dev.limbeck.postgres.type;

import dev.limbeck.expression.SqlType;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.type.BuiltinTypes.Callable;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Routine.Argument;
import dev.limbeck.schema.Routine.Mode;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a routine of the schema takes and gives. */
final class RoutineTypes {
    private static final Set<Mode> TAKEN = Set.of(Mode.IN, Mode.INOUT, Mode.VARIADIC);

    /** Returns how a function is called; empty for what is no function. */
    Optional<Callable> callable(Routine routine) {
        if (routine.type() != Routine.Type.FUNCTION) {
            return Optional.empty();
        }
        List<Argument> taken =
                routine.arguments().stream()
                        .filter(argument -> TAKEN.contains(argument.mode()))
                        .toList();
        Optional<SqlType> variadic =
                taken.stream()
                        .filter(argument -> argument.mode() == Mode.VARIADIC)
                        .map(argument -> PostgresTypeNames.of(argument.type()).element())
                        .findFirst();
        int defaults =
                (int)
                        taken.stream()
                                .filter(argument -> argument.defaultValue().isPresent())
                                .count();
        return Optional.of(
                new Callable(
                        taken.stream()
                                .map(argument -> PostgresTypeNames.of(argument.type()).bare())
                                .toList(),
                        routine.returns()
                                .flatMap(RoutineTypes::result)
                                .orElse(SqlType.UNDETERMINED),
                        isSteady(routine.options()),
                        variadic,
                        defaults));
    }

    private static boolean isSteady(Options options) {
        return options.get("volatility")
                .map(volatility -> !volatility.toLowerCase(Locale.ROOT).equals("volatile"))
                .orElse(false);
    }

    private static Optional<SqlType> result(Expression returns) {
        List<SqlToken> tokens = SqlTokenizer.significant(returns.source(), PostgresLexicon.LEXICON);
        int start = !tokens.isEmpty() && tokens.get(0).is("SETOF") ? 1 : 0;
        return PostgresTypes.read(tokens, start)
                .filter(parsed -> parsed.end() == tokens.size())
                .map(parsed -> PostgresTypeNames.of(parsed.type()).bare());
    }
}
