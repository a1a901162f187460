package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.DiffOptions;
import dev.limbeck.postgres.ddl.clause.ColumnGrammar;
import dev.limbeck.postgres.ddl.clause.IndexGrammar;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.ddl.table.AlterTable;
import dev.limbeck.postgres.ddl.table.AlterTarget;
import dev.limbeck.postgres.ddl.table.OtherRelations;
import dev.limbeck.postgres.ddl.table.SequenceGrammar;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import java.util.Optional;

/** Reads {@code ALTER}, from behind the word. */
final class AlterGrammar {
    private final AlterTable tables;
    private final SequenceGrammar sequences = new SequenceGrammar();
    private final OtherRelations others = new OtherRelations(sequences);
    private final OpaqueGrammar opaque = new OpaqueGrammar();
    private final TypeGrammar types;
    private final DomainGrammar domains;
    private final RoutineGrammar routines = new RoutineGrammar();
    private final TriggerGrammar triggers = new TriggerGrammar();
    private final PolicyGrammar policies = new PolicyGrammar();
    private final ExtensionGrammar extensions = new ExtensionGrammar();
    private final NamespaceGrammar namespaces = new NamespaceGrammar(context -> {});

    AlterGrammar(int major, DiffOptions options) {
        this.tables = new AlterTable(new ColumnGrammar(major), others);
        this.types = new TypeGrammar(options, opaque);
        this.domains = new DomainGrammar(major);
    }

    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER");
        if (!relations(context) && !schemaObjects(context) && !elsewhere(context)) {
            throw cursor.unexpected();
        }
    }

    private boolean relations(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("TABLE")) {
            tables.read(context);
        } else if (cursor.accept("MATERIALIZED", "VIEW") || cursor.accept("VIEW")) {
            view(context);
        } else if (cursor.accept("INDEX")) {
            others.alterIndex(context);
        } else if (cursor.accept("SEQUENCE")) {
            sequences.alter(context);
        } else {
            return false;
        }
        return true;
    }

    /** A view is altered by the actions on tables that views have. */
    private void view(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER VIEW");
        if (cursor.accept("ALL", "IN", "TABLESPACE")) {
            StatementNotes.notModelled(context, 0, "moving all views of a tablespace");
            Rest.pass(cursor);
            return;
        }
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.relation(written);
        Optional<Relation> view = context.schema().relation(name);
        if (view.isPresent()) {
            tables.actions(context, new AlterTarget(context, view.get().id()));
        } else if (ifExists || IndexGrammar.isTemporary(context, written)) {
            Rest.pass(cursor);
        } else {
            throw context.missing(written.offset(), "view " + name);
        }
    }

    private boolean schemaObjects(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("TYPE")) {
            types.alter(context);
        } else if (cursor.accept("DOMAIN")) {
            domains.alter(context);
        } else if (cursor.accept("FUNCTION")
                || cursor.accept("PROCEDURE")
                || cursor.accept("ROUTINE")) {
            routines.alter(context);
        } else if (cursor.accept("TRIGGER")) {
            triggers.alter(context);
        } else if (cursor.accept("POLICY")) {
            policies.alter(context);
        } else if (cursor.accept("EXTENSION")) {
            extensions.alter(context);
        } else if (cursor.accept("SCHEMA")) {
            namespaces.alter(context);
        } else {
            return false;
        }
        return true;
    }

    private boolean elsewhere(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("DEFAULT", "PRIVILEGES")) {
            StatementNotes.notModelled(context, 0, "which privileges objects made later get");
            Rest.pass(cursor);
            return true;
        }
        if (cursor.at("SYSTEM") || cursor.at("LARGE")) {
            Rest.pass(cursor);
            return true;
        }
        if (cursor.accept("RULE")) {
            rule(context);
            return true;
        }
        Optional<OpaqueKind> kind = OpaqueKind.read(cursor);
        kind.ifPresent(found -> opaque.alter(context, found));
        return kind.isPresent() || DropGrammar.outside(context);
    }

    private void rule(DdlContext context) {
        context.cursor().name("ALTER RULE");
        PartRename.read(context, PartKind.ATTACHMENT);
    }
}
