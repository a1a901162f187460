package dev.limbeck.h2.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.h2.model.H2Aliases;
import dev.limbeck.h2.model.H2IndexParts;
import dev.limbeck.h2.model.H2LinkedTables;
import dev.limbeck.h2.model.H2Nulls;
import dev.limbeck.h2.model.H2Printed;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.text.H2Text;
import dev.limbeck.h2.text.SystemNames;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.View;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code CREATE} of everything but tables. */
final class CreateGrammar {
    /** Takes a statement from behind {@code CREATE}, if it is one of these. */
    boolean read(DdlContext context, boolean replace) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("SCHEMA")) {
            schema(context);
        } else if (cursor.accept("SEQUENCE")) {
            sequence(context);
        } else if (cursor.accept("DOMAIN") || cursor.accept("TYPE")) {
            DomainGrammar.create(context);
        } else if (cursor.accept("ALIAS")) {
            alias(context);
        } else if (cursor.accept("SYNONYM")) {
            synonym(context, replace);
        } else if (cursor.accept("TRIGGER")) {
            trigger(context);
        } else if (cursor.accept("CONSTANT")) {
            opaque(context, "constant");
        } else if (cursor.accept("AGGREGATE")) {
            opaque(context, "aggregate");
        } else if (cursor.at("LINKED") || cursor.at("GLOBAL") || cursor.at("LOCAL")) {
            linked(context);
        } else if (cursor.at("ROLE") || cursor.at("USER")) {
            StatementNotes.notModelled(
                    context, cursor.offset(), "a " + cursor.word().toLowerCase(Locale.ROOT));
            StatementNotes.pass(cursor);
        } else {
            return index(context);
        }
        return true;
    }

    private static boolean exists(DdlContext context, ObjectId id, boolean ifNotExists) {
        boolean found = ifNotExists && context.schema().find(id).isPresent();
        if (found) {
            StatementNotes.pass(context.cursor());
        }
        return found;
    }

    private static boolean ifNotExists(TokenCursor cursor) {
        return cursor.accept("IF", "NOT", "EXISTS");
    }

    private static void create(DdlContext context, SchemaObject object) {
        context.element(0, object.id());
        context.change(new ObjectChange.Create(object));
    }

    /** Reads a schema's name, which is its owner's where only that is said. */
    private static String schemaName(DdlContext context) {
        context.cursor().accept("AUTHORIZATION");
        return context.name();
    }

    private static void schema(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE SCHEMA");
        boolean ifNotExists = ifNotExists(cursor);
        int offset = cursor.offset();
        String name = schemaName(context);
        if (cursor.accept("AUTHORIZATION")) {
            context.name();
        }
        if (cursor.accept("WITH")) {
            StatementNotes.pass(cursor);
        }
        context.at(offset);
        boolean isDefault = name.equals(H2Names.DEFAULT_SCHEMA);
        if (!(ifNotExists && isDefault)
                && !exists(context, ObjectId.namespace(name), ifNotExists)) {
            create(context, Namespace.of(name));
        }
    }

    private static void sequence(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE SEQUENCE");
        boolean ifNotExists = ifNotExists(cursor);
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        if (!exists(context, ObjectId.sequence(name), ifNotExists)) {
            create(
                    context,
                    Sequence.of(name)
                            .withCounting(
                                    CountingGrammar.options(context, SequenceOptions.defaults())));
        }
    }

    private static void alias(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE ALIAS");
        boolean ifNotExists = ifNotExists(cursor);
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        boolean deterministic = cursor.accept("DETERMINISTIC");
        cursor.accept("NOBUFFER");
        Routine alias;
        if (cursor.accept("AS")) {
            alias = H2Aliases.ofSource(name, context.string(), deterministic);
        } else {
            cursor.expect("FOR");
            alias = H2Aliases.ofMethod(name, classAndMethod(context), deterministic);
        }
        if (!ifNotExists || context.schema().routines(name).isEmpty()) {
            create(context, alias);
        }
    }

    /** Takes a Java name, a string or an identifier. */
    private static String classAndMethod(DdlContext context) {
        return context.cursor().peek().kind() == SqlToken.Kind.STRING
                ? context.string()
                : context.name();
    }

    private static void synonym(DdlContext context, boolean replace) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE SYNONYM");
        boolean ifNotExists = ifNotExists(cursor);
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        cursor.expect("FOR");
        WrittenName target = context.written();
        QualifiedName meant =
                context.existing(target, candidate -> !context.schema().named(candidate).isEmpty());
        Synonym synonym = new Synonym(name, meant, false, Details.none());
        Optional<SchemaObject> before = context.schema().find(synonym.id());
        if (before.isPresent() && replace) {
            if (!before.get().equals(synonym)) {
                context.change(new ObjectChange.Alter(before.get(), synonym));
            }
        } else if (!exists(context, synonym.id(), ifNotExists)) {
            create(context, synonym);
        }
    }

    private static void opaque(DdlContext context, String type) {
        TokenCursor cursor = context.cursor();
        boolean ifNotExists = ifNotExists(cursor);
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        String rest = Texts.rest(cursor).text();
        String text =
                "CREATE " + type.toUpperCase(Locale.ROOT) + " " + H2Names.write(name) + " " + rest;
        OpaqueObject object = OpaqueObject.of(name, type, Expression.of(text));
        if (!exists(context, object.id(), ifNotExists)) {
            create(context, object);
        }
    }

    private static void linked(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean temporary = cursor.accept("GLOBAL") || cursor.accept("LOCAL");
        cursor.accept("TEMPORARY");
        cursor.expect("LINKED", "TABLE");
        boolean ifNotExists = ifNotExists(cursor);
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        String text = "CREATE LINKED TABLE " + H2Names.write(name) + Texts.rest(cursor).text();
        OpaqueObject object =
                OpaqueObject.of(name, "linked table", H2LinkedTables.definition(text));
        if (!temporary && !exists(context, object.id(), ifNotExists)) {
            create(context, object);
        }
    }

    /** Takes a view, from behind the word {@code VIEW}. */
    void view(DdlContext context, boolean replace, boolean force) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE VIEW");
        boolean ifNotExists = ifNotExists(cursor);
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        Optional<String> comment = comment(context);
        Query query = query(context);
        View view = View.of(name, query);
        Optional<SchemaObject> before = context.schema().find(view.id());
        if (before.isPresent() && replace) {
            View old = (View) before.get();
            context.element(0, view.id());
            context.change(new ObjectChange.Alter(old, old.withQuery(query)));
        } else if (!exists(context, view.id(), ifNotExists)) {
            create(context, view.withDetails(Details.none().withComment(comment)));
        }
    }

    void materializedView(DdlContext context, boolean replace) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE MATERIALIZED VIEW");
        boolean ifNotExists = ifNotExists(cursor);
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        Optional<String> comment = comment(context);
        MaterializedView view = MaterializedView.of(name, query(context));
        Optional<SchemaObject> before = context.schema().find(view.id());
        if (before.isPresent() && replace) {
            context.change(new ObjectChange.Drop(before.get()));
        }
        if (!exists(context, view.id(), ifNotExists)) {
            create(context, view.withDetails(Details.none().withComment(comment)));
        }
    }

    private static Optional<String> comment(DdlContext context) {
        return context.cursor().accept("COMMENT")
                ? Optional.of(context.string()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static Query query(DdlContext context) {
        List<String> aliases = context.cursor().at("(") ? context.names().list() : List.of();
        context.cursor().expect("AS");
        SourceText text = Texts.rest(context.cursor());
        Expression query =
                context.expression(
                        new SourceText(H2Text.bare(text.text()), text.offset()),
                        context.freeScope());
        return new Query(aliases, query, List.of());
    }

    private static boolean index(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean unique = cursor.accept("UNIQUE");
        H2Nulls nulls = H2Nulls.take(cursor);
        Optional<String> method = Optional.empty();
        if (cursor.accept("HASH")) {
            method = Optional.of("hash");
        } else if (cursor.accept("SPATIAL")) {
            method = Optional.of("spatial");
        }
        if (!cursor.accept("INDEX")) {
            return false;
        }
        cursor.name("CREATE INDEX");
        boolean ifNotExists = ifNotExists(cursor);
        Optional<WrittenName> written =
                cursor.at("ON") ? Optional.empty() : Optional.of(context.written());
        cursor.expect("ON");
        WrittenName on = context.written();
        if (context.session().isTemporary(QualifiedName.of(on.name()))) {
            StatementNotes.pass(cursor);
            return true;
        }
        comment(context);
        PartName name =
                written.map(found -> SystemNames.of(found.name())).orElse(PartName.unknown());
        List<IndexPart> parts = H2IndexParts.take(cursor);
        List<String> include = new ArrayList<>();
        if (cursor.accept("INCLUDE")) {
            H2IndexParts.take(cursor).forEach(part -> include.add(part.column().orElseThrow()));
        }
        Index index =
                nulls.on(
                        Index.of(name, parts)
                                .withUnique(unique)
                                .withMethod(method)
                                .withParts(parts, include, Optional.empty()));
        QualifiedName table = context.relation(on);
        context.at(written.map(WrittenName::offset).orElse(on.offset()));
        add(context, on, table, index, ifNotExists);
        return true;
    }

    private static void add(
            DdlContext context,
            WrittenName written,
            QualifiedName relation,
            TablePart part,
            boolean ifNotExists) {
        Relation owner =
                context.schema()
                        .relation(relation)
                        .orElseThrow(() -> context.missingTable(written.offset(), relation));
        QualifiedName name =
                part.name().value().isEmpty() ? relation : relation.sibling(part.name().value());
        boolean there =
                ifNotExists
                        && !part.name().value().isEmpty()
                        && !context.schema().ownersOf(part.kind(), name).isEmpty();
        if (!there) {
            context.element(0, owner.id(), part.kind(), part.name().value());
            context.change(new PartChange.Add(owner.id(), part));
        }
    }

    private static void trigger(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE TRIGGER");
        int start = cursor.mark();
        boolean ifNotExists = ifNotExists(cursor);
        PartName name = PartName.of(context.written().name());
        while (!cursor.accept("ON")) {
            cursor.next();
        }
        WrittenName on = context.written();
        QualifiedName relation = context.relation(on);
        StatementNotes.pass(cursor);
        String definition = cursor.whole();
        cursor.go(start);
        context.at(cursor.offset());
        Optional<Trigger> trigger = H2Printed.trigger(name, definition);
        StatementNotes.pass(cursor);
        TablePart part =
                trigger.<TablePart>map(found -> found)
                        .orElseGet(
                                () ->
                                        new Attachment(
                                                name,
                                                "trigger",
                                                Expression.of(definition),
                                                Optional.empty()));
        add(context, on, relation, part, ifNotExists);
    }
}
