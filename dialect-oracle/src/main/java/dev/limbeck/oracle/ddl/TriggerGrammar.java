package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.PartChange;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.Trigger.Event;
import dev.limbeck.schema.Trigger.Level;
import dev.limbeck.schema.Trigger.Timing;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads triggers. Those of a schema or a database are known by their texts. */
final class TriggerGrammar {

    private static final Set<String> BODY = Set.of("DECLARE", "BEGIN", "COMPOUND", "CALL");

    private final DdlContext context;
    private final TokenCursor cursor;
    private Options options = Options.none();
    private Trigger.State state = Trigger.State.ENABLED;
    private Level level = Level.STATEMENT;
    private Optional<SourceText> when = Optional.empty();

    private TriggerGrammar(DdlContext context) {
        this.context = context;
        this.cursor = context.cursor();
    }

    /** Takes a trigger, from behind the word {@code TRIGGER}. */
    static void create(DdlContext context, boolean replace) {
        new TriggerGrammar(context).read(replace);
    }

    private void read(boolean replace) {
        cursor.name("CREATE TRIGGER");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        int start = cursor.mark();
        WrittenName written = context.written();
        Timing timing = timing();
        if (!isRowEvent()) {
            cursor.go(start);
            ofSystem(replace);
            return;
        }
        SortedSet<String> columns = new TreeSet<>();
        Set<Event> events = events(columns);
        cursor.expect("ON");
        if (cursor.accept("NESTED", "TABLE")) {
            context.name();
            cursor.expect("OF");
        }
        WrittenName on = context.written();
        Relation relation = Made.relation(context, on);
        while (!cursor.atAny(BODY)) {
            if (cursor.atEnd()) {
                throw cursor.unexpected();
            }
            clause();
        }
        SourceText body = Texts.rest(cursor);
        Trigger trigger =
                Trigger.of(
                                PartName.of(written.name()),
                                timing,
                                events,
                                timing == Timing.INSTEAD_OF ? Level.ROW : level,
                                Trigger.Action.body(Expression.of(body.text())))
                        .withUpdateOf(columns)
                        .withWhen(when.map(text -> Expression.of(text.text())))
                        .withState(state)
                        .withOptions(options);
        put(relation, trigger, written.offset(), replace, ifNotExists);
    }

    private Timing timing() {
        if (cursor.accept("BEFORE")) {
            return Timing.BEFORE;
        }
        if (cursor.accept("AFTER")) {
            return Timing.AFTER;
        }
        if (cursor.accept("INSTEAD", "OF")) {
            return Timing.INSTEAD_OF;
        }
        cursor.expect("FOR");
        return Timing.COMPOUND;
    }

    private boolean isRowEvent() {
        return cursor.at("INSERT") || cursor.at("UPDATE") || cursor.at("DELETE");
    }

    private Set<Event> events(Set<String> columns) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        do {
            events.add(event());
            if (cursor.accept("OF")) {
                do {
                    columns.add(context.name());
                } while (cursor.accept(","));
            }
        } while (cursor.accept("OR"));
        return events;
    }

    private Event event() {
        if (cursor.accept("INSERT")) {
            return Event.INSERT;
        }
        if (cursor.accept("UPDATE")) {
            return Event.UPDATE;
        }
        cursor.expect("DELETE");
        return Event.DELETE;
    }

    private void clause() {
        if (cursor.accept("REFERENCING")) {
            referencing();
        } else if (cursor.accept("FOR", "EACH", "ROW")) {
            level = Level.ROW;
        } else if (cursor.accept("FOLLOWS") || cursor.accept("PRECEDES")) {
            options =
                    options.with(
                            OracleOptions.FOLLOWS, OracleText.spaced(context.written().name()));
            while (cursor.accept(",")) {
                context.written();
            }
        } else if (cursor.accept("DISABLE")) {
            state = Trigger.State.DISABLED;
        } else if (cursor.accept("WHEN")) {
            when = Optional.of(Texts.parenthesized(cursor));
        } else if (!cursor.accept("ENABLE")
                && !cursor.accept("FORWARD", "CROSSEDITION")
                && !cursor.accept("REVERSE", "CROSSEDITION")) {
            throw cursor.unexpected();
        }
    }

    /** The usual names are those of whom nothing is said. */
    private void referencing() {
        StringBuilder text = new StringBuilder();
        boolean usual = true;
        while (cursor.at("NEW") || cursor.at("OLD") || cursor.at("PARENT")) {
            String row = cursor.word();
            cursor.accept("AS");
            String name = context.name();
            usual &= row.equals(name);
            text.append(text.isEmpty() ? "" : " ").append(row).append(" AS ").append(name);
        }
        if (!usual) {
            options = options.with(OracleOptions.REFERENCING, text.toString());
        }
    }

    private void put(
            Relation relation, Trigger trigger, int offset, boolean replace, boolean ifNotExists) {
        ObjectId owner = relation.id();
        QualifiedName name = relation.name().sibling(trigger.name().value());
        for (ObjectId other : context.schema().ownersOf(PartKind.TRIGGER, name)) {
            Relation holder = (Relation) context.schema().find(other).orElseThrow();
            TablePart old = holder.part(PartKind.TRIGGER, name.name()).orElseThrow();
            if (ifNotExists) {
                return;
            }
            if (replace) {
                context.change(new PartChange.Drop(other, old));
            }
        }
        context.at(offset);
        context.element(offset, owner, PartKind.TRIGGER, trigger.name().value());
        context.change(new PartChange.Add(owner, trigger));
    }

    private void ofSystem(boolean replace) {
        int from = cursor.offset();
        QualifiedName name = Made.name(context);
        StatementNotes.pass(cursor);
        String text = "CREATE OR REPLACE TRIGGER " + cursor.slice(from, cursor.lastEnd());
        Made.put(context, OpaqueObject.of(name, "trigger", Expression.of(text)), replace);
    }
}
