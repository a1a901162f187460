package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.DiffOptions;
import dev.limbeck.postgres.ddl.clause.ColumnGrammar;
import dev.limbeck.postgres.ddl.clause.IndexGrammar;
import dev.limbeck.postgres.ddl.table.CreateTable;
import dev.limbeck.postgres.ddl.table.SequenceGrammar;
import dev.limbeck.postgres.ddl.table.ViewGrammar;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.Routine;
import java.util.Optional;

/** Reads {@code CREATE}, from behind the word. */
final class CreateGrammar {
    private final CreateTable tables;
    private final IndexGrammar indexes = new IndexGrammar();
    private final SequenceGrammar sequences = new SequenceGrammar();
    private final ViewGrammar views = new ViewGrammar();
    private final OpaqueGrammar opaque = new OpaqueGrammar();
    private final TypeGrammar types;
    private final DomainGrammar domains;
    private final RoutineGrammar routines = new RoutineGrammar();
    private final TriggerGrammar triggers = new TriggerGrammar();
    private final PolicyGrammar policies = new PolicyGrammar();
    private final ExtensionGrammar extensions = new ExtensionGrammar();
    private final NamespaceGrammar namespaces = new NamespaceGrammar(this::element);

    CreateGrammar(int major, DiffOptions options) {
        this.tables = new CreateTable(new ColumnGrammar(major));
        this.types = new TypeGrammar(options, opaque);
        this.domains = new DomainGrammar(major);
    }

    private void element(DdlContext context) {
        context.cursor().expect("CREATE");
        read(context);
    }

    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE");
        boolean replaces = cursor.accept("OR", "REPLACE");
        boolean read =
                relations(context, replaces)
                        || programs(context, replaces)
                        || others(context, replaces)
                        || DropGrammar.outside(context);
        if (!read) {
            throw cursor.unexpected();
        }
    }

    private boolean relations(DdlContext context, boolean replaces) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("MATERIALIZED", "VIEW")) {
            views.materialized(context);
            return true;
        }
        if (cursor.accept("UNIQUE", "INDEX")) {
            indexes.read(context, true);
            return true;
        }
        if (cursor.accept("INDEX")) {
            indexes.read(context, false);
            return true;
        }
        int start = cursor.mark();
        Persistence persistence = persistence(cursor);
        boolean recursive = cursor.accept("RECURSIVE");
        if (cursor.accept("VIEW")) {
            boolean temporary = persistence == Persistence.TEMPORARY;
            views.view(context, new ViewGrammar.Prefix(replaces, recursive, temporary));
        } else if (cursor.accept("TABLE")) {
            tables.read(context, persistence);
        } else if (cursor.accept("SEQUENCE")) {
            sequences.create(context, persistence);
        } else {
            cursor.go(start);
            return false;
        }
        return true;
    }

    private static Persistence persistence(TokenCursor cursor) {
        if (!cursor.accept("GLOBAL")) {
            cursor.accept("LOCAL");
        }
        if (cursor.accept("TEMPORARY") || cursor.accept("TEMP")) {
            return Persistence.TEMPORARY;
        }
        return cursor.accept("UNLOGGED") ? Persistence.UNLOGGED : Persistence.PERMANENT;
    }

    private boolean programs(DdlContext context, boolean replaces) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("FUNCTION")) {
            routines.create(context, Routine.Type.FUNCTION, replaces);
        } else if (cursor.accept("PROCEDURE")) {
            routines.create(context, Routine.Type.PROCEDURE, replaces);
        } else if (cursor.accept("CONSTRAINT", "TRIGGER")) {
            triggers.create(context, new TriggerGrammar.Prefix(replaces, true));
        } else if (cursor.accept("TRIGGER")) {
            triggers.create(context, new TriggerGrammar.Prefix(replaces, false));
        } else if (cursor.accept("RULE")) {
            opaque.rule(context, replaces);
        } else {
            return false;
        }
        return true;
    }

    private boolean others(DdlContext context, boolean replaces) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("TYPE")) {
            types.create(context);
        } else if (cursor.accept("DOMAIN")) {
            domains.create(context);
        } else if (cursor.accept("POLICY")) {
            policies.create(context);
        } else if (cursor.accept("EXTENSION")) {
            extensions.create(context);
        } else if (cursor.accept("SCHEMA")) {
            namespaces.create(context);
        } else {
            return opaque(context, replaces);
        }
        return true;
    }

    private boolean opaque(DdlContext context, boolean replaces) {
        TokenCursor cursor = context.cursor();
        int start = cursor.mark();
        if (!cursor.accept("TRUSTED")) {
            cursor.accept("DEFAULT");
        }
        cursor.accept("PROCEDURAL");
        Optional<OpaqueKind> kind = OpaqueKind.read(cursor);
        if (kind.isEmpty()) {
            cursor.go(start);
        }
        kind.ifPresent(found -> opaque.create(context, found, replaces));
        return kind.isPresent();
    }
}
