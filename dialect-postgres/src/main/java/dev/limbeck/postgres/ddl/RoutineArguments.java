package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.postgres.ddl.clause.StatementTypes;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine.Argument;
import dev.limbeck.schema.Routine.Mode;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the arguments of routines and their types. */
final class RoutineArguments {
    private RoutineArguments() {}

    /** Takes arguments in parentheses. */
    static List<Argument> list(DdlContext context, Mode usual) {
        TokenCursor cursor = context.cursor();
        List<Argument> arguments = new ArrayList<>();
        cursor.expect("(");
        while (!cursor.accept(")")) {
            if (!arguments.isEmpty()) {
                cursor.expect(",");
            }
            arguments.add(argument(context, usual));
        }
        return arguments;
    }

    private static Argument argument(DdlContext context, Mode usual) {
        TokenCursor cursor = context.cursor();
        Optional<Mode> mode = mode(cursor);
        String name = "";
        if (!isTypeAlone(context)) {
            name = context.names().label();
            if (mode.isEmpty()) {
                mode = mode(cursor);
            }
        }
        ColumnType type = type(context);
        Optional<Expression> value =
                cursor.accept("DEFAULT") || cursor.accept("=") || cursor.accept(":=")
                        ? Optional.of(
                                context.expression(
                                        Texts.until(cursor, Set.of()), context.freeScope()))
                        : Optional.empty();
        return new Argument(name, mode.orElse(usual), type, value);
    }

    private static Optional<Mode> mode(TokenCursor cursor) {
        if (cursor.accept("IN", "OUT") || cursor.accept("INOUT")) {
            return Optional.of(Mode.INOUT);
        }
        if (cursor.accept("OUT")) {
            return Optional.of(Mode.OUT);
        }
        if (cursor.accept("VARIADIC")) {
            return Optional.of(Mode.VARIADIC);
        }
        return cursor.accept("IN") ? Optional.of(Mode.IN) : Optional.empty();
    }

    /** Returns whether a type comes next and behind it the argument ends. */
    private static boolean isTypeAlone(DdlContext context) {
        TokenCursor cursor = context.cursor();
        int start = cursor.mark();
        Optional<Integer> end =
                isColumnType(cursor)
                        ? Optional.of(behindColumnType(cursor))
                        : PostgresTypes.read(cursor.tokens(), start).map(PostgresTypes.Parsed::end);
        if (end.isEmpty()) {
            return false;
        }
        cursor.go(end.get());
        boolean alone =
                cursor.at(",")
                        || cursor.at(")")
                        || cursor.at("DEFAULT")
                        || cursor.at("=")
                        || cursor.at(":=");
        cursor.go(start);
        return alone;
    }

    /** Returns whether {@code table.column%TYPE} comes next. */
    private static boolean isColumnType(TokenCursor cursor) {
        int ahead = 1;
        while (cursor.peek(ahead).isSymbol(".")) {
            ahead += 2;
        }
        return cursor.peek(ahead).isSymbol("%") && cursor.peek(ahead + 1).is("TYPE");
    }

    private static int behindColumnType(TokenCursor cursor) {
        int ahead = 1;
        while (cursor.peek(ahead).isSymbol(".")) {
            ahead += 2;
        }
        return cursor.mark() + ahead + 2;
    }

    /** Takes the type of an argument or a result: without lengths, and as a column has it. */
    static ColumnType type(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (!isColumnType(cursor)) {
            return bare(StatementTypes.INSTANCE.read(context));
        }
        WrittenName written = context.written();
        cursor.expect("%", "TYPE");
        QualifiedName table = context.relation(written.owner());
        return bare(
                context.schema()
                        .table(table)
                        .flatMap(
                                found ->
                                        Inheritance.column(context.schema(), found, written.name()))
                        .map(Column::type)
                        .orElseThrow(
                                () ->
                                        context.missing(
                                                written.offset(),
                                                "column " + written.name() + " of " + table)));
    }

    private static ColumnType bare(ColumnType type) {
        return type.withArguments(List.of()).withModifiers(Options.none());
    }

    /** Takes the types that tell one overload from others; empty where none are said. */
    static Optional<List<Argument>> said(DdlContext context) {
        return context.cursor().at("(") ? Optional.of(list(context, Mode.IN)) : Optional.empty();
    }

    /** Returns whether a token is a string or a word, which both can name a language. */
    static boolean isNameOrString(SqlToken token) {
        return token.kind() == SqlToken.Kind.STRING || PostgresTypes.isName(token);
    }
}
