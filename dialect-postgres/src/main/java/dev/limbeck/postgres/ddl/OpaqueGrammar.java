package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.UnknownEffect;
import dev.limbeck.postgres.ddl.clause.IndexGrammar;
import dev.limbeck.postgres.ddl.clause.Moves;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.definition.Definition;
import dev.limbeck.postgres.normal.PostgresPartNames;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Taint;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Keeps what is not modelled: by its name and the whole statement that makes it. */
final class OpaqueGrammar {
    /** Takes the rest of a statement that makes an object, from behind its name. */
    void create(DdlContext context, QualifiedName name, String type) {
        Rest.pass(context.cursor());
        OpaqueObject object =
                OpaqueObject.of(name, type, definition(context, name, context.cursor().whole()));
        context.element(0, object.id());
        context.change(new ObjectChange.Create(object));
    }

    /** Takes the rest of a statement that may find its object made already. */
    private void create(
            DdlContext context, QualifiedName name, String type, boolean replaces, boolean skips) {
        ObjectId id = new ObjectId(ObjectKind.OPAQUE, name, type);
        Optional<SchemaObject> before = context.schema().find(id);
        if (before.isEmpty() || !(replaces || skips)) {
            create(context, name, type);
            return;
        }
        Rest.pass(context.cursor());
        if (replaces) {
            OpaqueObject old = (OpaqueObject) before.get();
            OpaqueObject after =
                    old.withDefinition(definition(context, name, context.cursor().whole()));
            if (!old.equals(after)) {
                context.change(new ObjectChange.Alter(old, after));
            }
        }
    }

    /** Returns the text that makes an object, with what it refers to; never itself. */
    private static Expression definition(DdlContext context, QualifiedName name, String text) {
        Expression read = context.expression(new SourceText(text, 0), context.freeScope());
        Set<Reference> used = new TreeSet<>(read.references());
        used.addAll(named(context, text));
        used.removeIf(reference -> reference.name().equals(name));
        return read.withReferences(List.copyOf(used));
    }

    /** Returns the routines and other objects whose names stand there without parentheses. */
    private static Set<Reference> named(DdlContext context, String text) {
        Set<Reference> found = new TreeSet<>();
        List<SqlToken> tokens = SqlTokenizer.significant(text, PostgresLexicon.LEXICON);
        for (int i = 0; i < tokens.size(); i++) {
            if (!PostgresTypes.isName(tokens.get(i))) {
                continue;
            }
            String word = PostgresIdentifiers.read(tokens.get(i).text());
            boolean qualified = i > 1 && tokens.get(i - 1).isSymbol(".");
            QualifiedName candidate =
                    qualified
                            ? PostgresTypes.name(
                                    PostgresIdentifiers.read(tokens.get(i - 2).text()), word)
                            : QualifiedName.of(word);
            for (SchemaObject object : context.schema().named(candidate)) {
                if (object.id().kind() == ObjectKind.ROUTINE
                        || object.id().kind() == ObjectKind.OPAQUE) {
                    found.add(Reference.toAny(candidate));
                }
            }
        }
        return found;
    }

    /** Takes an object of a kind, from behind the words for it. */
    void create(DdlContext context, OpaqueKind kind, boolean replaces) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE " + kind.words());
        boolean skips = cursor.accept("IF", "NOT", "EXISTS");
        int offset = cursor.offset();
        context.at(offset);
        if (kind == OpaqueKind.STATISTICS && (cursor.at("ON") || cursor.at("("))) {
            unnamedStatistics(context, kind.type());
        } else {
            create(context, kind.made(context), kind.type(), replaces, skips);
        }
    }

    /** Takes statistics without a name; they get the one that the server would make. */
    private static void unnamedStatistics(DdlContext context, String type) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        if (cursor.at("(")) {
            Texts.pass(cursor);
        }
        cursor.expect("ON");
        List<String> columns = new ArrayList<>();
        do {
            boolean alone =
                    PostgresTypes.isName(cursor.peek())
                            && (cursor.peek(1).isSymbol(",") || cursor.peek(1).is("FROM"));
            if (alone) {
                columns.add(context.name());
            } else {
                columns.add("expr");
                if (!cursor.at("(")) {
                    context.written();
                }
                Texts.pass(cursor);
            }
        } while (cursor.accept(","));
        cursor.expect("FROM");
        QualifiedName table = context.relation(context.written());
        QualifiedName name =
                PostgresPartNames.statistics(context.schema(), table, columns, Set.of());
        String whole = cursor.whole();
        String named =
                whole.substring(0, offset) + SqlNames.write(name) + " " + whole.substring(offset);
        Expression read = context.expression(new SourceText(named, 0), context.freeScope());
        Set<Reference> used = new TreeSet<>(read.references());
        used.removeIf(reference -> reference.name().equals(name));
        OpaqueObject object = OpaqueObject.of(name, type, read.withReferences(List.copyOf(used)));
        context.element(0, object.id());
        context.change(new ObjectChange.Create(object));
    }

    /** Takes a rule, from behind the word {@code RULE}. */
    void rule(DdlContext context, boolean replaces) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE RULE");
        int offset = cursor.offset();
        String name = context.name();
        cursor.expect("AS", "ON");
        cursor.next();
        cursor.expect("TO");
        Relation relation = IndexGrammar.relation(context, context.written());
        Texts.rest(cursor);
        SourceText whole = new SourceText(cursor.whole(), 0);
        Attachment rule =
                new Attachment(
                        PartName.of(name),
                        "rule",
                        context.expression(whole, context.scope(relation)),
                        Optional.empty());
        context.at(offset);
        context.element(0, relation.id(), PartKind.ATTACHMENT, name);
        Optional<TablePart> before = relation.part(PartKind.ATTACHMENT, name);
        if (replaces && before.isPresent()) {
            context.change(new PartChange.Drop(relation.id(), before.get()));
        }
        context.change(new PartChange.Add(relation.id(), rule));
    }

    /** Takes the rest of an alteration: the object is not what its statement says any more. */
    void alter(DdlContext context, SchemaObject object) {
        TokenCursor cursor = context.cursor();
        Rest.pass(cursor);
        String reason = object.id() + " is altered in a way that is not modelled";
        Taint taint = new Taint(Optional.of(object.id()), reason);
        context.change(new UnknownEffect(List.of(taint)));
        StatementNotes.notModelled(context, 0, "what is altered of " + object.id());
    }

    /** Takes what is altered, from behind the words for the kind of object. */
    void alter(DdlContext context, OpaqueKind kind) {
        context.cursor().name("ALTER " + kind.words());
        boolean ifExists = context.cursor().accept("IF", "EXISTS");
        int offset = context.cursor().offset();
        context.at(offset);
        Optional<SchemaObject> object = kind.existing(context);
        if (object.isEmpty()) {
            if (!ifExists) {
                StatementNotes.notModelled(
                        context, offset, "what is altered of this " + kind.type());
            }
            Rest.pass(context.cursor());
        } else if (!Moves.read(context, object.get().id())
                && !redefines(context, (OpaqueObject) object.get())) {
            alter(context, object.get());
        }
    }

    /** Takes an alteration after which another text makes the object. */
    private static boolean redefines(DdlContext context, OpaqueObject before) {
        Optional<Definition> now =
                Definition.of(before).flatMap(text -> text.altered(context.cursor()));
        if (now.isEmpty()) {
            return false;
        }
        OpaqueObject after =
                before.withDefinition(definition(context, before.name(), now.get().text()));
        if (!before.equals(after)) {
            context.change(new ObjectChange.Alter(before, after));
        }
        return true;
    }
}
