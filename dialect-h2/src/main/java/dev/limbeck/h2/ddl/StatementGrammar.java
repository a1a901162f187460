package dev.limbeck.h2.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells statements apart by their first words. */
final class StatementGrammar {
    /** Statements of which nobody knows what they do before they run. */
    private static final Set<String> DARK = Set.of("EXECUTE", "EXEC", "RUNSCRIPT");

    private final ColumnGrammar columns = new ColumnGrammar();
    private final CreateTable tables = new CreateTable(columns);
    private final AlterTable alterTable = new AlterTable(columns);
    private final CreateGrammar creations = new CreateGrammar();
    private final AlterGrammar alterations = new AlterGrammar();
    private final DropGrammar drops = new DropGrammar();
    private final DetailGrammar details = new DetailGrammar();

    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("CREATE")) {
            create(context);
        } else if (cursor.accept("ALTER", "TABLE")) {
            alterTable.read(context);
        } else if (cursor.accept("ALTER")) {
            alterations.read(context);
        } else if (cursor.accept("DROP")) {
            drops.read(context);
        } else if (cursor.accept("COMMENT", "ON")) {
            details.comment(context);
        } else if (cursor.accept("GRANT")) {
            details.grant(context);
        } else if (cursor.accept("REVOKE")) {
            details.revoke(context);
        } else if (cursor.at("SET") || cursor.at("USE")) {
            set(context);
        } else if (cursor.atAny(DARK)) {
            dark(context);
        } else {
            StatementNotes.pass(cursor);
        }
    }

    private static void dark(DdlContext context) {
        String verb = context.cursor().word();
        if (!verb.equals("RUNSCRIPT") && !context.cursor().at("IMMEDIATE")) {
            StatementNotes.pass(context.cursor());
            return;
        }
        StatementNotes.pass(context.cursor());
        StatementNotes.unknown(
                context,
                Optional.empty(),
                verb.equals("RUNSCRIPT")
                        ? "RUNSCRIPT runs another script"
                        : "EXECUTE IMMEDIATE runs a text that is made when it runs");
    }

    private void create(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean replace = cursor.accept("OR", "REPLACE");
        boolean force = cursor.accept("FORCE");
        if (cursor.accept("CACHED") || cursor.accept("MEMORY")) {
            table(context);
        } else if (cursor.accept("VIEW")) {
            creations.view(context, replace, force);
        } else if (cursor.accept("MATERIALIZED", "VIEW")) {
            creations.materializedView(context, replace);
        } else if (isTable(cursor)) {
            table(context);
        } else if (!creations.read(context, replace)) {
            throw cursor.unexpected();
        }
    }

    private static boolean isTable(TokenCursor cursor) {
        return cursor.at("TABLE")
                || cursor.at("TEMP")
                || cursor.at("TEMPORARY")
                || (!cursor.at("GLOBAL", "TEMPORARY", "LINKED") && cursor.at("GLOBAL"))
                || (!cursor.at("LOCAL", "TEMPORARY", "LINKED") && cursor.at("LOCAL"));
    }

    private void table(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean temporary = cursor.accept("GLOBAL") || cursor.accept("LOCAL");
        temporary |= cursor.accept("TEMPORARY") || cursor.accept("TEMP");
        cursor.expect("TABLE");
        tables.read(context, temporary);
    }

    /** Takes the statements that say where bare names are looked for. */
    private static void set(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("SET", "SCHEMA_SEARCH_PATH")) {
            List<String> path = new ArrayList<>();
            do {
                path.add(context.schemaName(context.name()));
            } while (cursor.accept(","));
            context.session(context.session().withPath(path));
        } else if (cursor.accept("SET", "SCHEMA") || cursor.accept("USE")) {
            QualifiedName name = H2Names.takeQualified(cursor);
            context.session(context.session().withPath(List.of(context.schemaName(name.name()))));
        } else {
            StatementNotes.pass(cursor);
        }
    }
}
