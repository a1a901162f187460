package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.PartChange;
import dev.limbeck.oracle.model.UnnamedConstraints;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells statements apart by their first words. */
final class StatementGrammar {
    /** What a block may run that nobody can read before. */
    private static final Set<String> DARK =
            Set.of(
                    "EXECUTE",
                    "DBMS_SQL",
                    "DBMS_UTILITY",
                    "DBMS_DDL",
                    "DBMS_REDEFINITION",
                    "DBMS_PARALLEL_EXECUTE",
                    "DBMS_SCHEDULER");

    /** What is there, but belongs to no schema or holds nothing that is compared. */
    static final Set<String> NOT_MODELLED =
            Set.of(
                    "ROLE",
                    "PROFILE",
                    "TABLESPACE",
                    "BIGFILE",
                    "SMALLFILE",
                    "UNDO",
                    "DIRECTORY",
                    "DATABASE",
                    "PLUGGABLE",
                    "EDITION",
                    "AUDIT",
                    "SYSTEM",
                    "ROLLBACK",
                    "RESTORE",
                    "PFILE",
                    "SPFILE",
                    "CONTROLFILE",
                    "DISKGROUP",
                    "SHARED",
                    "OUTLINE",
                    "FLASHBACK",
                    "LOCKDOWN",
                    "INMEMORY",
                    "RESOURCE");

    private final CreateGrammar create = new CreateGrammar();
    private final AlterGrammar alter = new AlterGrammar();

    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("CREATE")) {
            create.read(context);
        } else if (cursor.accept("ALTER")) {
            alter.read(context);
        } else if (cursor.accept("DROP")) {
            new DropGrammar(context).read();
        } else if (cursor.accept("COMMENT", "ON")) {
            DetailGrammar.comment(context);
        } else if (cursor.accept("GRANT")) {
            PrivilegeGrammar.read(context, true);
        } else if (cursor.accept("REVOKE")) {
            PrivilegeGrammar.read(context, false);
        } else if (cursor.accept("RENAME")) {
            rename(context);
        } else if (cursor.at("BEGIN") || cursor.at("DECLARE") || cursor.at("CALL")) {
            program(context);
        } else {
            StatementNotes.pass(cursor);
        }
    }

    /**
     * A block can't hold DDL but as a text; what the procedures do that it calls is not looked at.
     */
    private static void program(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean call = cursor.at("CALL");
        boolean dark =
                cursor.tokens().stream()
                        .filter(token -> token.kind() == SqlToken.Kind.WORD)
                        .anyMatch(token -> DARK.contains(token.text().toUpperCase(Locale.ROOT)));
        StatementNotes.pass(cursor);
        Optional<UnnamedConstraints.Dropped> dropped =
                dark
                        ? UnnamedConstraints.droppedBy(cursor.whole(), context.schema())
                        : Optional.empty();
        if (dropped.isPresent()) {
            context.change(new PartChange.Drop(dropped.get().owner().id(), dropped.get().part()));
        } else if (dark || call) {
            StatementNotes.unknown(
                    context,
                    Optional.empty(),
                    call
                            ? "CALL runs a procedure"
                            : "a block runs a text that is made when it runs");
        }
    }

    /** Takes {@code RENAME a TO b}: a table, view, sequence or private synonym. */
    private static void rename(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("RENAME");
        WrittenName written = context.written();
        cursor.expect("TO");
        String to = context.name();
        context.at(written.offset());
        Set<ObjectKind> kinds =
                Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.SEQUENCE, ObjectKind.SYNONYM);
        QualifiedName name = context.existingOf(written, kinds::contains);
        SchemaObject object =
                context.schema().named(name).stream()
                        .filter(found -> kinds.contains(found.id().kind()))
                        .findFirst()
                        .orElseThrow(() -> context.missing(written.offset(), "object " + name));
        context.change(new ObjectChange.Rename(object.id(), name.sibling(to)));
    }

    /** Says that a statement is about something that is not kept. */
    static void notModelled(DdlContext context) {
        TokenCursor cursor = context.cursor();
        StatementNotes.notModelled(context, 0, "a " + cursor.word().toLowerCase(Locale.ROOT));
        StatementNotes.pass(cursor);
    }

    /** Takes a user that is made, from behind {@code USER}: a schema. */
    static void user(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE USER");
        cursor.accept("IF", "NOT", "EXISTS");
        int offset = cursor.offset();
        String name = context.name();
        StatementNotes.pass(cursor);
        context.at(offset);
        ObjectId id = ObjectId.namespace(name);
        if (context.schema().find(id).isEmpty()) {
            context.element(0, id);
            context.change(new ObjectChange.Create(Namespace.of(name)));
        }
    }

    /** Takes what a session is set to, from behind {@code ALTER SESSION}. */
    static void session(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("SET", "CURRENT_SCHEMA")) {
            cursor.expect("=");
            String name = context.names().label();
            context.session(context.session().withPath(List.of(name)));
            cursor.requireEnd();
            return;
        }
        StatementNotes.pass(cursor);
    }
}
