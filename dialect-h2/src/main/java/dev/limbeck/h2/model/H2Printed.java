package dev.limbeck.h2.model;

import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.h2.text.H2Lexicon;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.text.H2Text;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.Unique;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads definitions as the server itself prints them ({@code DB_OBJECT_SQL}). */
public final class H2Printed {
    private final TokenCursor cursor;

    private H2Printed(String definition) {
        this.cursor = new TokenCursor(definition, H2Lexicon.LEXICON);
    }

    /** Returns a constraint of a table. */
    public static Constraint constraint(PartName name, String definition) {
        return new H2Printed(definition).constraint(name);
    }

    /** Returns the check of a domain. */
    public static Check domainCheck(PartName name, String definition) {
        H2Printed printed = new H2Printed(definition);
        printed.skipTo("CHECK");
        return printed.check(name);
    }

    /** Returns an index. */
    public static Index index(PartName name, String definition) {
        return new H2Printed(definition).index(name);
    }

    /** Returns a trigger; empty where it fires at something that is not modelled. */
    public static Optional<Trigger> trigger(PartName name, String definition) {
        return new H2Printed(definition).trigger(name);
    }

    private void skipTo(String word) {
        while (!cursor.at(word)) {
            cursor.next();
        }
    }

    /** Passes over {@code ALTER TABLE t ADD CONSTRAINT c COMMENT 'x'}. */
    private void skipHead() {
        skipTo("CONSTRAINT");
        cursor.next();
        H2Names.takeQualified(cursor);
        if (cursor.accept("COMMENT")) {
            cursor.next();
        }
    }

    private Constraint constraint(PartName name) {
        skipHead();
        if (cursor.accept("PRIMARY", "KEY")) {
            return PrimaryKey.of(name).withKey(Key.of(columns()));
        }
        if (cursor.accept("UNIQUE")) {
            H2Nulls nulls = H2Nulls.take(cursor);
            Key key = nulls.on(Key.of(columns()));
            return new Unique(name, key, ConstraintState.normal(), Optional.empty());
        }
        return cursor.at("CHECK") ? check(name) : foreignKey(name);
    }

    private Check check(PartName name) {
        cursor.expect("CHECK", "(");
        int start = cursor.offset();
        int depth = 1;
        int end = start;
        while (depth > 0) {
            end = cursor.offset();
            SqlToken token = cursor.next();
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        }
        return Check.of(name, Expression.of(H2Text.plain(cursor.slice(start, end))));
    }

    private ForeignKey foreignKey(PartName name) {
        cursor.expect("FOREIGN", "KEY");
        List<String> columns = columns();
        skipIndex();
        cursor.expect("REFERENCES");
        QualifiedName target = H2Names.takeQualified(cursor);
        ForeignKey key = ForeignKey.of(name, columns, target, columns());
        skipIndex();
        while (cursor.accept("ON")) {
            boolean update = cursor.accept("UPDATE");
            if (!update) {
                cursor.expect("DELETE");
            }
            ReferentialAction action = action();
            key = update ? key.withOnUpdate(action) : key.withOnDelete(action, List.of());
        }
        return key;
    }

    private void skipIndex() {
        if (cursor.accept("INDEX")) {
            H2Names.takeQualified(cursor);
        }
    }

    private ReferentialAction action() {
        if (cursor.accept("SET", "NULL")) {
            return ReferentialAction.SET_NULL;
        }
        if (cursor.accept("SET", "DEFAULT")) {
            return ReferentialAction.SET_DEFAULT;
        }
        if (cursor.accept("NO", "ACTION")) {
            return ReferentialAction.NO_ACTION;
        }
        return ReferentialAction.valueOf(cursor.word());
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        cursor.expect("(");
        do {
            columns.add(H2Names.take(cursor));
        } while (cursor.accept(","));
        cursor.expect(")");
        return columns;
    }

    private Index index(PartName name) {
        cursor.expect("CREATE");
        boolean unique = cursor.accept("UNIQUE");
        H2Nulls nulls = H2Nulls.take(cursor);
        Optional<String> method = Optional.empty();
        while (!cursor.accept("INDEX")) {
            method = Optional.of(cursor.word().toLowerCase(Locale.ROOT));
        }
        skipTo("ON");
        cursor.next();
        H2Names.takeQualified(cursor);
        if (cursor.accept("COMMENT")) {
            cursor.next();
        }
        Index index =
                Index.of(name, H2IndexParts.take(cursor)).withUnique(unique).withMethod(method);
        if (cursor.accept("INCLUDE")) {
            List<String> include = new ArrayList<>();
            for (IndexPart part : H2IndexParts.take(cursor)) {
                include.add(part.column().orElseThrow());
            }
            index = index.withParts(index.parts(), include, Optional.empty());
        }
        cursor.requireEnd();
        return nulls.on(index);
    }

    private Optional<Trigger> trigger(PartName name) {
        while (!cursor.atAny(Set.of("BEFORE", "AFTER", "INSTEAD"))) {
            cursor.next();
        }
        Trigger.Timing timing =
                switch (cursor.word()) {
                    case "BEFORE" -> Trigger.Timing.BEFORE;
                    case "AFTER" -> Trigger.Timing.AFTER;
                    default -> Trigger.Timing.INSTEAD_OF;
                };
        cursor.accept("OF");
        Set<Trigger.Event> events = EnumSet.noneOf(Trigger.Event.class);
        do {
            String event = cursor.word();
            if (event.equals("SELECT") || event.equals("ROLLBACK")) {
                return Optional.empty();
            }
            events.add(event(event));
        } while (cursor.accept(","));
        cursor.expect("ON");
        H2Names.takeQualified(cursor);
        Trigger.Level level = Trigger.Level.STATEMENT;
        if (cursor.accept("FOR", "EACH")) {
            level = cursor.accept("ROW") ? Trigger.Level.ROW : Trigger.Level.STATEMENT;
            if (level == Trigger.Level.STATEMENT) {
                cursor.expect("STATEMENT");
            }
        }
        return Optional.of(action(name, timing, events, level));
    }

    private Trigger.Event event(String word) {
        return switch (word) {
            case "INSERT" -> Trigger.Event.INSERT;
            case "UPDATE" -> Trigger.Event.UPDATE;
            case "DELETE" -> Trigger.Event.DELETE;
            default -> throw cursor.unexpected();
        };
    }

    private Trigger action(
            PartName name, Trigger.Timing timing, Set<Trigger.Event> events, Trigger.Level level) {
        Options options = Options.none();
        if (cursor.accept("QUEUE")) {
            options = H2Options.queue(options, cursor.next().text());
        }
        if (cursor.accept("NOWAIT")) {
            options = options.without(H2Options.QUEUE).with(H2Options.NO_WAIT, "");
        }
        if (cursor.accept("CALL")) {
            options = options.with(H2Options.CLASS, "");
        } else {
            cursor.expect("AS");
        }
        String source = H2Text.string(cursor.next().text());
        return Trigger.of(name, timing, events, level, Trigger.Action.body(Expression.of(source)))
                .withOptions(options);
    }
}
