package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what holds programs: triggers, routines and events. */
final class ProgramGrammar {
    /** Words that come before a body and say something of the routine. */
    private static final Set<String> ACCESS = Set.of("CONTAINS", "NO", "READS", "MODIFIES");

    private ProgramGrammar() {}

    /** Takes a trigger, from behind the word {@code TRIGGER}. */
    static void trigger(DdlContext context, boolean replace) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE TRIGGER");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        int offset = cursor.offset();
        WrittenName written = context.written();
        boolean before = cursor.accept("BEFORE");
        if (!before) {
            cursor.expect("AFTER");
        }
        Set<Trigger.Event> events = EnumSet.noneOf(Trigger.Event.class);
        do {
            events.add(event(cursor));
        } while (cursor.accept("OR"));
        cursor.expect("ON");
        WrittenName on = context.written();
        cursor.expect("FOR", "EACH", "ROW");
        int order = cursor.offset();
        if (cursor.accept("FOLLOWS") || cursor.accept("PRECEDES")) {
            context.name();
            StatementNotes.notModelled(context, order, "the order of triggers");
        }
        SourceText body = Texts.rest(cursor);
        QualifiedName name = context.relation(on);
        Table table =
                context.schema()
                        .table(name)
                        .orElseThrow(() -> context.missingTable(on.offset(), name));
        Optional<TablePart> there = table.part(PartKind.TRIGGER, written.name());
        if (ifNotExists && there.isPresent()) {
            return;
        }
        if (replace) {
            there.ifPresent(old -> context.change(new PartChange.Drop(table.id(), old)));
        }
        Trigger trigger =
                Trigger.of(
                        PartName.of(written.name()),
                        before ? Trigger.Timing.BEFORE : Trigger.Timing.AFTER,
                        events,
                        Trigger.Level.ROW,
                        Trigger.Action.body(Expression.of(body.text())));
        context.at(offset);
        context.element(offset, table.id(), PartKind.TRIGGER, written.name());
        context.change(new PartChange.Add(table.id(), trigger));
    }

    private static Trigger.Event event(TokenCursor cursor) {
        for (Trigger.Event event :
                List.of(Trigger.Event.INSERT, Trigger.Event.UPDATE, Trigger.Event.DELETE)) {
            if (cursor.accept(event.name())) {
                return event;
            }
        }
        throw cursor.unexpected();
    }

    /** Takes a routine, from behind the word that says which kind. */
    static void routine(DdlContext context, Routine.Type type, boolean replace) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE " + type);
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        List<Routine.Argument> arguments = arguments(context);
        Optional<Expression> returns = Optional.empty();
        if (type == Routine.Type.FUNCTION) {
            cursor.expect("RETURNS");
            int from = cursor.offset();
            context.tools().types().read(context);
            returns = Optional.of(Expression.of(cursor.slice(from, cursor.lastEnd())));
        }
        Options options = Options.none().with(Routine.NAMED_BY_TYPE, "");
        Optional<String> comment = Optional.empty();
        boolean more = true;
        while (more) {
            int start = cursor.mark();
            options = characteristic(cursor, options);
            if (cursor.accept("COMMENT")) {
                comment = Optional.of(MySqlStrings.value(cursor.next().text()));
            }
            more = cursor.accept("LANGUAGE", "SQL") || cursor.mark() > start;
        }
        SourceText body = Texts.rest(cursor);
        Routine routine =
                new Routine(
                        name,
                        type,
                        arguments,
                        returns,
                        Optional.empty(),
                        context.expression(body, context.freeScope()),
                        options,
                        Details.none().withComment(comment.filter(text -> !text.isEmpty())));
        put(context, routine, named(context, name, type), replace, ifNotExists);
    }

    /** Returns the routine of a name and a kind; there is but one, whatever it takes. */
    static Optional<SchemaObject> named(DdlContext context, QualifiedName name, Routine.Type type) {
        return context.schema().routines(name).stream()
                .filter(routine -> routine.type() == type)
                .map(SchemaObject.class::cast)
                .findFirst();
    }

    private static void put(
            DdlContext context,
            SchemaObject made,
            Optional<SchemaObject> there,
            boolean replace,
            boolean ifNotExists) {
        if (ifNotExists && there.isPresent()) {
            return;
        }
        context.element(0, made.id());
        if (replace) {
            there.ifPresent(old -> context.change(new ObjectChange.Drop(old)));
        }
        context.change(new ObjectChange.Create(made));
    }

    private static List<Routine.Argument> arguments(DdlContext context) {
        TokenCursor cursor = context.cursor();
        List<Routine.Argument> arguments = new ArrayList<>();
        cursor.expect("(");
        while (!cursor.accept(")")) {
            Routine.Mode mode = Routine.Mode.IN;
            if (cursor.accept("OUT")) {
                mode = Routine.Mode.OUT;
            } else if (cursor.accept("INOUT")) {
                mode = Routine.Mode.INOUT;
            } else {
                cursor.accept("IN");
            }
            String name = context.name();
            ColumnType type = context.tools().types().read(context);
            arguments.add(new Routine.Argument(name, mode, type, Optional.empty()));
            if (!cursor.at(")")) {
                cursor.expect(",");
            }
        }
        return arguments;
    }

    /** Takes one characteristic if one comes next. */
    static Options characteristic(TokenCursor cursor, Options options) {
        if (cursor.accept("DETERMINISTIC")) {
            return options.with("deterministic", "");
        }
        if (cursor.accept("NOT", "DETERMINISTIC")) {
            return options.without("deterministic");
        }
        if (cursor.accept("SQL", "SECURITY")) {
            boolean invoker = cursor.accept("INVOKER");
            if (!invoker) {
                cursor.expect("DEFINER");
            }
            return invoker ? options.with("security", "invoker") : options.without("security");
        }
        if (!cursor.atAny(ACCESS)) {
            return options;
        }
        String word = cursor.word().toLowerCase(Locale.ROOT);
        cursor.expect("SQL");
        boolean data = !word.equals("no") && !word.equals("contains");
        if (data) {
            cursor.expect("DATA");
        }
        return word.equals("contains")
                ? options.without("data_access")
                : options.with("data_access", word + " sql" + (data ? " data" : ""));
    }

    /** Takes an event, from behind the word {@code EVENT}. */
    static void event(DdlContext context, boolean replace) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE EVENT");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        int from = written.offset();
        StatementNotes.pass(cursor);
        String text = "CREATE EVENT " + cursor.slice(from, cursor.lastEnd());
        OpaqueObject event = OpaqueObject.of(name, "event", Expression.of(text));
        put(context, event, context.schema().find(event.id()), replace, ifNotExists);
    }

    /** Returns the identity of an event. */
    static ObjectId event(QualifiedName name) {
        return OpaqueObject.of(name, "event", Expression.of("")).id();
    }
}
