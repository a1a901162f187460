package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.ConstraintTail;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.PartChange;
import dev.limbeck.postgres.ddl.clause.IndexGrammar;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads {@code CREATE TRIGGER} and {@code ALTER TRIGGER}, from behind the word {@code TRIGGER}. */
final class TriggerGrammar {
    /**
     * What stands before the word {@code TRIGGER}.
     *
     * @param replaces {@code OR REPLACE}
     * @param constraint {@code CONSTRAINT}
     */
    record Prefix(boolean replaces, boolean constraint) {}

    void create(DdlContext context, Prefix prefix) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE TRIGGER");
        int offset = cursor.offset();
        String name = context.name();
        Trigger.Timing timing = timing(cursor);
        Set<Trigger.Event> events = EnumSet.noneOf(Trigger.Event.class);
        SortedSet<String> updateOf = new TreeSet<>();
        do {
            events.add(event(context, updateOf));
        } while (cursor.accept("OR"));
        cursor.expect("ON");
        WrittenName written = context.written();
        if (IndexGrammar.isTemporary(context, written)) {
            Rest.pass(cursor);
            return;
        }
        Relation relation = IndexGrammar.relation(context, written);
        Options options = Options.none();
        if (cursor.accept("FROM")) {
            options =
                    options.with(
                            "from", PostgresIdentifiers.write(context.relation(context.written())));
        }
        ConstraintState state = ConstraintTail.standard().read(cursor).state();
        options = transitions(context, options);
        Trigger.Level level = level(cursor, prefix.constraint());
        Optional<Expression> when =
                cursor.accept("WHEN")
                        ? Optional.of(
                                context.expression(
                                        Texts.parenthesized(cursor), context.scope(relation)))
                        : Optional.empty();
        Trigger trigger =
                new Trigger(
                        PartName.of(name),
                        timing,
                        events,
                        updateOf,
                        level,
                        when,
                        action(context),
                        Trigger.State.ENABLED,
                        prefix.constraint() ? Optional.of(state.deferral()) : Optional.empty(),
                        options,
                        Optional.empty());
        context.at(offset);
        add(context, relation, trigger, prefix.replaces());
    }

    private static void add(
            DdlContext context, Relation relation, Trigger trigger, boolean replaces) {
        Optional<TablePart> before = relation.part(PartKind.TRIGGER, trigger.name().value());
        context.element(0, relation.id(), PartKind.TRIGGER, trigger.name().value());
        if (!replaces || before.isEmpty()) {
            context.change(new PartChange.Add(relation.id(), trigger));
            return;
        }
        TablePart after = trigger.withComment(before.get().comment());
        if (!before.get().equals(after)) {
            context.change(new PartChange.Alter(relation.id(), before.get(), after));
        }
    }

    private static Trigger.Timing timing(TokenCursor cursor) {
        if (cursor.accept("BEFORE")) {
            return Trigger.Timing.BEFORE;
        }
        if (cursor.accept("AFTER")) {
            return Trigger.Timing.AFTER;
        }
        cursor.expect("INSTEAD", "OF");
        return Trigger.Timing.INSTEAD_OF;
    }

    private static Trigger.Event event(DdlContext context, Set<String> updateOf) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("UPDATE", "OF")) {
            do {
                updateOf.add(context.name());
            } while (cursor.accept(","));
            return Trigger.Event.UPDATE;
        }
        for (Trigger.Event event : Trigger.Event.values()) {
            if (cursor.accept(event.name())) {
                return event;
            }
        }
        throw cursor.unexpected();
    }

    private static Options transitions(DdlContext context, Options before) {
        TokenCursor cursor = context.cursor();
        Options options = before;
        if (cursor.accept("REFERENCING")) {
            while (cursor.at("OLD") || cursor.at("NEW")) {
                String key = cursor.accept("OLD", "TABLE") ? "old_table" : "new_table";
                if (key.equals("new_table")) {
                    cursor.expect("NEW", "TABLE");
                }
                cursor.accept("AS");
                options = options.with(key, context.name());
            }
        }
        return options;
    }

    private static Trigger.Level level(TokenCursor cursor, boolean constraint) {
        if (!cursor.accept("FOR")) {
            return constraint ? Trigger.Level.ROW : Trigger.Level.STATEMENT;
        }
        cursor.accept("EACH");
        if (cursor.accept("ROW")) {
            return Trigger.Level.ROW;
        }
        cursor.expect("STATEMENT");
        return Trigger.Level.STATEMENT;
    }

    private static Trigger.Action action(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.expect("EXECUTE");
        if (!cursor.accept("FUNCTION")) {
            cursor.expect("PROCEDURE");
        }
        WrittenName written = context.written();
        boolean builtIn = written.isQualified() && written.qualifier().equals("pg_catalog");
        QualifiedName routine =
                builtIn
                        ? QualifiedName.of(written.name())
                        : context.existingOf(written, kind -> kind == ObjectKind.ROUTINE);
        List<String> arguments = new ArrayList<>();
        cursor.expect("(");
        while (!cursor.accept(")")) {
            if (!arguments.isEmpty()) {
                cursor.expect(",");
            }
            arguments.add(argument(context));
        }
        return Trigger.Action.call(routine, arguments);
    }

    /** Takes an argument; the function gets its plain text whatever it is written as. */
    private static String argument(DdlContext context) {
        SqlToken token = context.cursor().peek();
        return switch (token.kind()) {
            case STRING -> context.string();
            case NUMBER, SYMBOL -> context.number();
            default -> context.names().label();
        };
    }

    void alter(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER TRIGGER");
        int offset = cursor.offset();
        String name = context.name();
        context.at(offset);
        cursor.expect("ON");
        Relation relation = IndexGrammar.relation(context, context.written());
        if (cursor.accept("NO") || cursor.at("DEPENDS")) {
            cursor.expect("DEPENDS", "ON", "EXTENSION");
            context.name();
            StatementNotes.notModelled(context, 0, "that a trigger depends on an extension");
            return;
        }
        cursor.expect("RENAME", "TO");
        TablePart trigger =
                relation.part(PartKind.TRIGGER, name)
                        .orElseThrow(
                                () ->
                                        context.missing(
                                                offset,
                                                "trigger " + name + " of " + relation.id()));
        context.change(new PartChange.Rename(relation.id(), trigger, PartName.of(context.name())));
    }
}
