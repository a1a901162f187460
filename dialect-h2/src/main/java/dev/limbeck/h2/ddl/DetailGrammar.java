package dev.limbeck.h2.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.diff.DetailChange.SetComment.CommentedPart;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.text.H2Text;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads comments and rights. */
final class DetailGrammar {
    private static final List<String> EVERY_RIGHT = List.of("SELECT", "INSERT", "UPDATE", "DELETE");

    /** Takes a comment, from behind {@code COMMENT ON}. */
    void comment(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("COMMENT ON");
        String kind = cursor.word();
        if (kind.equals("MATERIALIZED")) {
            cursor.expect("VIEW");
            kind = "VIEW";
        }
        WrittenName written = context.written();
        context.at(written.offset());
        cursor.expect("IS");
        SourceText said = Texts.rest(cursor);
        Optional<String> text =
                said.text().equalsIgnoreCase("NULL")
                        ? Optional.empty()
                        : Optional.of(H2Text.string(said.text())).filter(found -> !found.isEmpty());
        switch (kind) {
            case "COLUMN" -> column(context, written, text);
            case "CONSTRAINT" -> constraint(context, written, text);
            case "INDEX", "TRIGGER" ->
                    AlterGrammar.Parts.find(context, PartKind.valueOf(kind), written, false)
                            .ifPresent(found -> part(context, found.owner(), found.part(), text));
            case "ROLE", "USER" ->
                    StatementNotes.notModelled(
                            context, 0, "a comment on a " + kind.toLowerCase(Locale.ROOT));
            case "SCHEMA" -> object(context, written, kind, Set.of(ObjectKind.NAMESPACE), text);
            case "TABLE", "VIEW" ->
                    object(
                            context,
                            written,
                            kind,
                            Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW),
                            text);
            case "SEQUENCE" -> object(context, written, kind, Set.of(ObjectKind.SEQUENCE), text);
            case "DOMAIN", "TYPE" ->
                    object(context, written, kind, Set.of(ObjectKind.DOMAIN), text);
            case "ALIAS" -> object(context, written, kind, Set.of(ObjectKind.ROUTINE), text);
            case "CONSTANT" -> object(context, written, kind, Set.of(ObjectKind.OPAQUE), text);
            default -> throw cursor.problem(written.offset(), "nothing can be said of a " + kind);
        }
    }

    private static void object(
            DdlContext context,
            WrittenName written,
            String word,
            Set<ObjectKind> kinds,
            Optional<String> text) {
        boolean namespace = kinds.contains(ObjectKind.NAMESPACE);
        QualifiedName name =
                namespace
                        ? QualifiedName.of(written.name())
                        : context.existingOf(written, kinds::contains);
        if (namespace && written.name().equals(H2Names.DEFAULT_SCHEMA)) {
            StatementNotes.notModelled(context, 0, "a comment on the default schema");
            return;
        }
        SchemaObject object =
                context.schema().named(name).stream()
                        .filter(found -> kinds.contains(found.id().kind()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        context.missing(
                                                written.offset(),
                                                word.toLowerCase(Locale.ROOT) + " " + name));
        set(context, object.id(), Optional.empty(), object.details().comment(), text);
    }

    private static void set(
            DdlContext context,
            ObjectId owner,
            Optional<CommentedPart> part,
            Optional<String> before,
            Optional<String> after) {
        if (!before.equals(after)) {
            context.change(new DetailChange.SetComment(owner, part, before, after));
        }
    }

    private static void part(
            DdlContext context, ObjectId owner, TablePart part, Optional<String> text) {
        CommentedPart named = new CommentedPart(part.kind(), part.name().value());
        set(context, owner, Optional.of(named), part.comment(), text);
    }

    private static void column(DdlContext context, WrittenName written, Optional<String> text) {
        if (!written.isQualified()) {
            throw context.missing(written.offset(), "table of column " + written.name());
        }
        QualifiedName name = context.relation(written.owner());
        Table table =
                context.schema()
                        .table(name)
                        .orElseThrow(() -> context.missingTable(written.offset(), name));
        Column column =
                table.column(written.name())
                        .orElseThrow(
                                () ->
                                        context.missing(
                                                written.offset(),
                                                "column " + written.name() + " of " + table.id()));
        CommentedPart part = new CommentedPart(PartKind.COLUMN, column.name());
        set(context, table.id(), Optional.of(part), column.comment(), text);
    }

    private static void constraint(DdlContext context, WrittenName written, Optional<String> text) {
        for (SchemaObject object : context.schema().objects(ObjectKind.DOMAIN)) {
            Domain domain = (Domain) object;
            var check =
                    domain.constraints().stream()
                            .filter(found -> found.name().value().equals(written.name()))
                            .findFirst();
            if (check.isPresent()) {
                part(context, domain.id(), check.get(), text);
                return;
            }
        }
        AlterGrammar.Parts.find(context, PartKind.CONSTRAINT, written, false)
                .ifPresent(found -> part(context, found.owner(), found.part(), text));
    }

    /** Takes rights that are given, from behind {@code GRANT}. */
    void grant(DdlContext context) {
        rights(context, "TO");
    }

    /** Takes rights that are taken away, from behind {@code REVOKE}. */
    void revoke(DdlContext context) {
        rights(context, "FROM");
    }

    private static void rights(DdlContext context, String preposition) {
        TokenCursor cursor = context.cursor();
        cursor.name(preposition.equals("TO") ? "GRANT" : "REVOKE");
        List<String> rights = new ArrayList<>();
        do {
            rights.add(cursor.next().text().toUpperCase(Locale.ROOT));
        } while (cursor.accept(","));
        cursor.accept("PRIVILEGES");
        if (!cursor.accept("ON")) {
            StatementNotes.notModelled(context, 0, "a role that is given to somebody");
            StatementNotes.pass(cursor);
            return;
        }
        List<ObjectId> objects = objects(context);
        cursor.expect(preposition);
        String grantee = cursor.accept("PUBLIC") ? Grant.PUBLIC : context.name();
        List<String> each = rights.contains("ALL") ? EVERY_RIGHT : rights;
        for (ObjectId object : objects) {
            for (String right : each) {
                change(context, object, Grant.of(grantee, right), preposition.equals("TO"));
            }
        }
    }

    private static List<ObjectId> objects(DdlContext context) {
        TokenCursor cursor = context.cursor();
        List<ObjectId> found = new ArrayList<>();
        if (cursor.accept("SCHEMA")) {
            String name = context.name();
            if (name.equals(H2Names.DEFAULT_SCHEMA)) {
                StatementNotes.notModelled(context, 0, "a right on the default schema");
            } else {
                found.add(ObjectId.namespace(name));
            }
            return found;
        }
        cursor.accept("TABLE");
        do {
            WrittenName written = context.written();
            context.at(written.offset());
            QualifiedName name = context.relation(written);
            Relation relation =
                    context.schema()
                            .relation(name)
                            .orElseThrow(() -> context.missingTable(written.offset(), name));
            found.add(relation.id());
        } while (cursor.accept(","));
        return found;
    }

    private static void change(DdlContext context, ObjectId object, Grant grant, boolean given) {
        boolean has =
                context.schema()
                        .find(object)
                        .filter(found -> found.details().grants().contains(grant))
                        .isPresent();
        if (given && !has) {
            context.change(new DetailChange.GrantPrivilege(object, grant));
        } else if (!given && has) {
            context.change(new DetailChange.RevokePrivilege(object, grant));
        }
    }
}
