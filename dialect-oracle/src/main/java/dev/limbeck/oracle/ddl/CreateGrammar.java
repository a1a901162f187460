package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import java.util.Locale;
import java.util.Set;

/** Reads {@code CREATE}. */
final class CreateGrammar {
    private static final Set<String> BEFORE_KIND =
            Set.of("EDITIONABLE", "NONEDITIONABLE", "EDITIONING", "FORCE", "NOFORCE");

    /** Objects of a schema that are named and not kept: the catalog gives no text of them. */
    static final Set<String> NOT_READ =
            Set.of(
                    "CLUSTER",
                    "CONTEXT",
                    "DIMENSION",
                    "DOMAIN",
                    "INDEXTYPE",
                    "LIBRARY",
                    "OPERATOR",
                    "HIERARCHY",
                    "ASSERTION");

    private final CreateTable tables = new CreateTable();

    /** Takes a statement, from behind {@code CREATE}. */
    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        boolean replace = cursor.accept("OR", "REPLACE");
        cursor.accept("NO", "FORCE");
        while (cursor.atAny(BEFORE_KIND)) {
            cursor.next();
        }
        if (table(context)
                || IndexGrammar.create(context)
                || program(context, replace)
                || query(context, replace)) {
            return;
        }
        other(context, replace);
    }

    private boolean table(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("GLOBAL", "TEMPORARY", "TABLE")) {
            tables.read(context, CreateTable.Kind.TEMPORARY);
        } else if (cursor.accept("PRIVATE", "TEMPORARY", "TABLE")) {
            tables.read(context, CreateTable.Kind.OF_SESSION);
        } else if (cursor.at("BLOCKCHAIN", "TABLE")
                || cursor.at("IMMUTABLE", "TABLE")
                || cursor.at("SHARDED", "TABLE")
                || cursor.at("DUPLICATED", "TABLE")) {
            String word = cursor.word().toLowerCase(Locale.ROOT);
            cursor.next();
            StatementNotes.notModelled(context, 0, "that a table is " + word);
            tables.read(context, CreateTable.Kind.PLAIN);
        } else if (cursor.accept("TABLE")) {
            tables.read(context, CreateTable.Kind.PLAIN);
        } else {
            return false;
        }
        return true;
    }

    private static boolean program(DdlContext context, boolean replace) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("TRIGGER")) {
            TriggerGrammar.create(context, replace);
        } else if (cursor.at("PROCEDURE")
                || cursor.at("FUNCTION")
                || cursor.at("PACKAGE")
                || cursor.at("TYPE")) {
            ProgramGrammar.create(context, replace);
        } else {
            return false;
        }
        return true;
    }

    private static boolean query(DdlContext context, boolean replace) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("VIEW")) {
            ViewGrammar.view(context, replace);
        } else if (cursor.accept("MATERIALIZED", "VIEW", "LOG")) {
            StatementNotes.notModelled(context, 0, "a log of a materialized view");
            StatementNotes.pass(cursor);
        } else if (cursor.accept("MATERIALIZED", "VIEW") || cursor.accept("SNAPSHOT")) {
            ViewGrammar.materialized(context);
        } else {
            return false;
        }
        return true;
    }

    private static void other(DdlContext context, boolean replace) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("SEQUENCE")) {
            SequenceGrammar.create(context);
        } else if (cursor.accept("PUBLIC", "SYNONYM")) {
            SynonymGrammar.create(context, replace, true);
        } else if (cursor.accept("SYNONYM")) {
            SynonymGrammar.create(context, replace, false);
        } else if (cursor.accept("USER")) {
            StatementGrammar.user(context);
        } else if (cursor.atAny(NOT_READ)) {
            StatementGrammar.notModelled(context);
        } else if (cursor.at("DATABASE", "LINK") || cursor.at("PUBLIC", "DATABASE")) {
            StatementNotes.notModelled(context, 0, "a database link");
            StatementNotes.pass(cursor);
        } else if (cursor.at("JAVA") || cursor.at("MLE") || cursor.at("SCHEMA")) {
            StatementGrammar.notModelled(context);
        } else if (cursor.atAny(StatementGrammar.NOT_MODELLED)) {
            StatementGrammar.notModelled(context);
        } else {
            throw cursor.unexpected();
        }
    }
}
