package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.postgres.ddl.clause.Moves;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Routine.Argument;
import dev.limbeck.schema.Routine.Mode;
import dev.limbeck.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads functions and procedures. */
final class RoutineGrammar {
    /** Takes a routine, from behind the word {@code FUNCTION} or {@code PROCEDURE}. */
    void create(DdlContext context, Routine.Type type, boolean replaces) {
        TokenCursor cursor = context.cursor();
        cursor.name(type == Routine.Type.FUNCTION ? "CREATE FUNCTION" : "CREATE PROCEDURE");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        List<Argument> arguments = new ArrayList<>(RoutineArguments.list(context, Mode.IN));
        Optional<Expression> returns = Optional.empty();
        boolean manyRows = false;
        if (type == Routine.Type.FUNCTION) {
            if (cursor.accept("RETURNS")) {
                manyRows = cursor.at("SETOF") || cursor.at("TABLE");
                returns = Optional.of(returns(context, arguments));
            } else {
                returns = result(arguments);
            }
        }
        RoutineOptions options = new RoutineOptions(context, manyRows);
        options.readAll();
        Routine routine =
                new Routine(
                        name,
                        type,
                        arguments,
                        returns,
                        Optional.of(options.language()),
                        options.body(name),
                        options.options(),
                        Details.none());
        context.element(0, routine.id());
        Optional<SchemaObject> before = context.schema().find(routine.id());
        if (!replaces || before.isEmpty()) {
            context.change(new ObjectChange.Create(routine));
        } else {
            replace(context, before.get(), routine.withDetails(before.get().details()));
        }
    }

    private static void replace(DdlContext context, SchemaObject before, SchemaObject after) {
        if (!before.equals(after)) {
            context.change(new ObjectChange.Alter(before, after));
        }
    }

    private static Expression returns(DdlContext context, List<Argument> arguments) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("TABLE")) {
            List<Argument> columns = RoutineArguments.list(context, Mode.TABLE);
            arguments.addAll(columns);
            Set<Reference> used = new TreeSet<>();
            columns.forEach(column -> used.add(column.type().reference()));
            return Expression.of(
                    columns.stream()
                            .map(
                                    column ->
                                            PostgresIdentifiers.write(column.name())
                                                    + " "
                                                    + PostgresTypes.render(column.type()))
                            .collect(Collectors.joining(", ", "TABLE(", ")")),
                    used);
        }
        boolean many = cursor.accept("SETOF");
        return result(RoutineArguments.type(context), many);
    }

    private static Expression result(ColumnType type, boolean many) {
        return Expression.of(
                (many ? "SETOF " : "") + PostgresTypes.render(type), Set.of(type.reference()));
    }

    /** Returns what a function returns that only has arguments that go out. */
    private static Optional<Expression> result(List<Argument> arguments) {
        List<Argument> out =
                arguments.stream()
                        .filter(
                                argument ->
                                        argument.mode() == Mode.OUT
                                                || argument.mode() == Mode.INOUT)
                        .toList();
        if (out.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                out.size() == 1 ? result(out.get(0).type(), false) : Expression.of("record"));
    }

    /** Takes what is altered, from behind the word for the kind of routine. */
    void alter(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER FUNCTION");
        WrittenName written = context.written();
        context.at(written.offset());
        Routine before = existing(context, written);
        if (Moves.read(context, before.id())) {
            return;
        }
        if (cursor.accept("NO") || cursor.at("DEPENDS")) {
            cursor.expect("DEPENDS", "ON", "EXTENSION");
            context.name();
            StatementNotes.notModelled(context, 0, "that a routine depends on an extension");
            return;
        }
        boolean manyRows =
                before.returns()
                        .filter(
                                text ->
                                        text.source().startsWith("SETOF ")
                                                || text.source().startsWith("TABLE("))
                        .isPresent();
        RoutineOptions options = new RoutineOptions(context, manyRows).from(before);
        options.readAll();
        replace(context, before, before.withOptions(options.options()));
    }

    /** Takes the types of a routine's arguments, if they are said, and returns the routine. */
    static Routine existing(DdlContext context, WrittenName written) {
        return find(context, written)
                .orElseThrow(
                        () ->
                                context.missing(
                                        written.offset(),
                                        "routine " + String.join(".", written.pieces())));
    }

    /** Takes the types of a routine's arguments, if they are said, and finds the routine. */
    static Optional<Routine> find(DdlContext context, WrittenName written) {
        QualifiedName name = context.existingOf(written, kind -> kind == ObjectKind.ROUTINE);
        Optional<List<Argument>> said = RoutineArguments.said(context);
        List<Routine> candidates = context.schema().routines(name);
        if (said.isEmpty()) {
            return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
        }
        List<String> all = said.get().stream().map(argument -> argument.type().toString()).toList();
        List<String> in =
                said.get().stream()
                        .filter(argument -> argument.mode() != Mode.OUT)
                        .map(argument -> argument.type().toString())
                        .toList();
        return candidates.stream()
                .filter(candidate -> candidate.signature().equals(String.join(",", in)))
                .findFirst()
                .or(
                        () ->
                                candidates.stream()
                                        .filter(candidate -> types(candidate).equals(all))
                                        .findFirst());
    }

    private static List<String> types(Routine routine) {
        return routine.arguments().stream()
                .filter(argument -> argument.mode() != Mode.TABLE)
                .map(argument -> argument.type().toString())
                .toList();
    }
}
