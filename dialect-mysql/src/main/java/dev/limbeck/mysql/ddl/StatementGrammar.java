package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.PartDraft;
import dev.limbeck.ddl.SequenceReader;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TableAssembly;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.mysql.server.ServerSettings;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.MySqlStrings;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells statements apart by their first words. */
final class StatementGrammar {
    /** Statements of which nobody knows what they do before they run. */
    private static final Set<String> DARK = Set.of("EXECUTE", "CALL");

    private static final Set<String> NOT_MODELLED =
            Set.of(
                    "USER",
                    "ROLE",
                    "SERVER",
                    "TABLESPACE",
                    "LOGFILE",
                    "UNDO",
                    "RESOURCE",
                    "AGGREGATE",
                    "INSTANCE",
                    "SPATIAL",
                    "PACKAGE",
                    "LIBRARY");

    private final KeyGrammar keys = new KeyGrammar();
    private final CreateTable createTable;
    private final AlterTable alterTable;
    private final ServerVersion server;

    StatementGrammar(ServerSettings settings) {
        ColumnGrammar columns = new ColumnGrammar(settings.version());
        this.createTable = new CreateTable(columns, keys, settings.version());
        this.alterTable = new AlterTable(columns, keys, settings);
        this.server = settings.version();
    }

    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("CREATE")) {
            create(context);
        } else if (cursor.accept("ALTER")) {
            alter(context);
        } else if (cursor.accept("DROP")) {
            new DropGrammar(context, server).read();
        } else if (cursor.accept("RENAME", "TABLE") || cursor.accept("RENAME", "TABLES")) {
            rename(context);
        } else if (cursor.accept("USE")) {
            String name = context.name();
            boolean known = context.schema().find(ObjectId.namespace(name)).isPresent();
            context.session(context.session().withPath(List.of(known ? name : "")));
        } else if (cursor.atAny(DARK)) {
            String verb = cursor.word();
            StatementNotes.pass(cursor);
            StatementNotes.unknown(
                    context,
                    Optional.empty(),
                    verb.equals("CALL")
                            ? "CALL runs a procedure"
                            : "EXECUTE runs a text that is made when it runs");
        } else {
            StatementNotes.pass(cursor);
        }
    }

    /** Takes who an object belongs to, which is not kept: whoever makes it is that. */
    static void definer(TokenCursor cursor) {
        if (!cursor.accept("DEFINER")) {
            return;
        }
        cursor.expect("=");
        cursor.next();
        if (cursor.accept("(")) {
            cursor.expect(")");
        }
        if (cursor.accept("@")) {
            cursor.next();
        } else if (cursor.peek().text().startsWith("@")) {
            cursor.next();
        }
    }

    /** MySQL's catalog doesn't tell by which algorithm a view is read. */
    private Options viewOptions(DdlContext context) {
        int offset = context.cursor().offset();
        Options options = ViewGrammar.before(context.cursor());
        if (!options.has("algorithm") || server.isMariaDb()) {
            return options;
        }
        StatementNotes.notModelled(context, offset, "the algorithm of a view");
        return options.without("algorithm");
    }

    private void create(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean replace = cursor.accept("OR", "REPLACE");
        if (cursor.accept("DATABASE") || cursor.accept("SCHEMA")) {
            database(context);
            return;
        }
        boolean temporary = cursor.accept("TEMPORARY");
        if (cursor.accept("TABLE")) {
            createTable.read(context, replace, temporary);
            return;
        }
        if (index(context)) {
            return;
        }
        Options options = viewOptions(context);
        if (cursor.accept("VIEW")) {
            ViewGrammar.read(context, options, replace);
        } else if (cursor.accept("TRIGGER")) {
            ProgramGrammar.trigger(context, replace);
        } else if (cursor.accept("PROCEDURE")) {
            ProgramGrammar.routine(context, Routine.Type.PROCEDURE, replace);
        } else if (cursor.accept("FUNCTION")) {
            ProgramGrammar.routine(context, Routine.Type.FUNCTION, replace);
        } else if (cursor.accept("EVENT")) {
            ProgramGrammar.event(context, replace);
        } else if (cursor.accept("SEQUENCE")) {
            sequence(context, replace);
        } else if (cursor.atAny(NOT_MODELLED)) {
            StatementNotes.notModelled(context, 0, "a " + cursor.word().toLowerCase(Locale.ROOT));
            StatementNotes.pass(cursor);
        } else {
            throw cursor.unexpected();
        }
    }

    /** A database that a script makes and then uses is the default one under its own name. */
    private static void database(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        ObjectId id = ObjectId.namespace(written.name());
        boolean there = context.schema().find(id).isPresent();
        if (!cursor.atEnd()) {
            StatementNotes.notModelled(context, cursor.offset(), "a setting of a database");
            StatementNotes.pass(cursor);
        }
        if (!there || !ifNotExists) {
            context.element(0, id);
            context.change(new ObjectChange.Create(Namespace.of(written.name())));
        }
    }

    private boolean index(DdlContext context) {
        TokenCursor cursor = context.cursor();
        int start = cursor.mark();
        int offset = cursor.offset();
        boolean unique = cursor.accept("UNIQUE");
        Optional<String> kind =
                cursor.at("FULLTEXT") || cursor.at("SPATIAL")
                        ? Optional.of(cursor.word().toLowerCase(Locale.ROOT))
                        : Optional.empty();
        if (!cursor.accept("INDEX") && !cursor.accept("KEY")) {
            cursor.go(start);
            return false;
        }
        cursor.name("CREATE INDEX");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        PartName name = PartName.of(context.name());
        Optional<String> method =
                cursor.accept("USING")
                        ? Optional.of(cursor.word().toLowerCase(Locale.ROOT))
                        : Optional.empty();
        cursor.expect("ON");
        WrittenName on = context.written();
        QualifiedName table = context.relation(on);
        PartDraft draft =
                keys.indexOf(context, offset, Optional.of(name), unique, kind.or(() -> method));
        while (cursor.accept("ALGORITHM") || cursor.accept("LOCK")) {
            cursor.accept("=");
            cursor.word();
        }
        if (context.session().isTemporary(QualifiedName.of(on.name()))) {
            return true;
        }
        if (context.schema().table(table).isEmpty()) {
            throw context.missingTable(on.offset(), table);
        }
        boolean there =
                AlterTable.table(context, table).part(PartKind.INDEX, name.value()).isPresent();
        if (!there || !ifNotExists) {
            new TableAssembly(context).addParts(ObjectId.table(table), List.of(draft));
            AlterTable.settle(context, table, server);
        }
        return true;
    }

    private static void sequence(DdlContext context, boolean replace) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE SEQUENCE");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        Sequence sequence = Sequence.of(name).withCounting(counting(context, none()));
        Optional<SchemaObject> there = context.schema().find(sequence.id());
        if (there.isPresent() && ifNotExists) {
            return;
        }
        if (replace) {
            there.ifPresent(old -> context.change(new ObjectChange.Drop(old)));
        }
        context.element(0, sequence.id());
        context.change(new ObjectChange.Create(sequence));
    }

    private static SequenceOptions none() {
        return SequenceOptions.defaults();
    }

    private static SequenceOptions counting(DdlContext context, SequenceOptions start) {
        TokenCursor cursor = context.cursor();
        SequenceOptions options = start;
        while (!cursor.atEnd()) {
            if (cursor.accept("NOCACHE")) {
                options = options.withCache(Optional.of(BigInteger.ZERO));
            } else if (cursor.accept("ENGINE")) {
                cursor.accept("=");
                cursor.next();
            } else if (cursor.accept("RESTART")) {
                cursor.accept("WITH");
                if (!cursor.atEnd()) {
                    context.number();
                }
            } else {
                options =
                        SequenceReader.option(context, options)
                                .orElseThrow(() -> cursor.unexpected());
            }
        }
        return options;
    }

    private void alter(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.accept("ONLINE");
        cursor.accept("IGNORE");
        if (cursor.accept("TABLE")) {
            alterTable.read(context);
            return;
        }
        if (cursor.accept("DATABASE") || cursor.accept("SCHEMA")) {
            StatementNotes.notModelled(context, 0, "a setting of a database");
            StatementNotes.pass(cursor);
            return;
        }
        if (cursor.accept("SEQUENCE")) {
            cursor.accept("IF", "EXISTS");
            WrittenName written = context.written();
            QualifiedName name = context.existingOf(written, kind -> kind == ObjectKind.SEQUENCE);
            Sequence before =
                    context.schema()
                            .sequence(name)
                            .orElseThrow(
                                    () -> context.missing(written.offset(), "sequence " + name));
            Sequence after = before.withCounting(counting(context, before.counting()));
            context.change(new ObjectChange.Alter(before, after));
            return;
        }
        Options options = viewOptions(context);
        if (cursor.accept("VIEW")) {
            ViewGrammar.read(context, options, true);
        } else if (cursor.accept("PROCEDURE")) {
            routine(context, Routine.Type.PROCEDURE);
        } else if (cursor.accept("FUNCTION")) {
            routine(context, Routine.Type.FUNCTION);
        } else if (cursor.accept("EVENT")) {
            WrittenName written = context.written();
            StatementNotes.pass(cursor);
            StatementNotes.unknown(
                    context,
                    Optional.of(ProgramGrammar.event(context.made(written))),
                    "ALTER EVENT changes parts of event " + written.name());
        } else if (cursor.atAny(NOT_MODELLED)) {
            StatementNotes.notModelled(context, 0, "a " + cursor.word().toLowerCase(Locale.ROOT));
            StatementNotes.pass(cursor);
        } else {
            throw cursor.unexpected();
        }
    }

    private static void routine(DdlContext context, Routine.Type type) {
        TokenCursor cursor = context.cursor();
        WrittenName written = context.written();
        QualifiedName name = context.made(written);
        Routine before =
                ProgramGrammar.named(context, name, type)
                        .map(Routine.class::cast)
                        .orElseThrow(
                                () ->
                                        context.missing(
                                                written.offset(),
                                                type.label() + " " + written.name()));
        Options options = before.options();
        Optional<String> comment = before.details().comment();
        while (!cursor.atEnd()) {
            int start = cursor.mark();
            options = ProgramGrammar.characteristic(cursor, options);
            if (cursor.accept("COMMENT")) {
                comment =
                        Optional.of(MySqlStrings.value(cursor.next().text()))
                                .filter(text -> !text.isEmpty());
            }
            if (cursor.mark() == start) {
                throw cursor.unexpected();
            }
        }
        Routine after = before.withOptions(options);
        if (!after.equals(before)) {
            context.change(new ObjectChange.Alter(before, after));
        }
        if (!comment.equals(before.details().comment())) {
            context.change(
                    new DetailChange.SetComment(
                            before.id(), Optional.empty(), before.details().comment(), comment));
        }
    }

    private static void rename(DdlContext context) {
        TokenCursor cursor = context.cursor();
        do {
            cursor.accept("IF", "EXISTS");
            WrittenName from = context.written();
            cursor.expect("TO");
            QualifiedName to = context.made(context.written());
            QualifiedName name = context.relation(from);
            ObjectId id =
                    context.schema()
                            .relation(name)
                            .map(SchemaObject::id)
                            .or(() -> context.schema().sequence(name).map(SchemaObject::id))
                            .orElseThrow(() -> context.missingTable(from.offset(), name));
            context.at(from.offset());
            context.change(new ObjectChange.Rename(id, to));
        } while (cursor.accept(","));
    }
}
