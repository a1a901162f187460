package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.QualifiedName;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code CREATE}. */
final class CreateGrammar {
    private static final Set<String> BEFORE_KIND =
            Set.of("EDITIONABLE", "NONEDITIONABLE", "EDITIONING", "FORCE", "NOFORCE");

    /** Objects of a schema that are known by their texts alone. */
    static final Map<String, String> OPAQUE =
            Map.ofEntries(
                    Map.entry("CLUSTER", "cluster"),
                    Map.entry("CONTEXT", "context"),
                    Map.entry("DIMENSION", "dimension"),
                    Map.entry("DOMAIN", "domain"),
                    Map.entry("INDEXTYPE", "indextype"),
                    Map.entry("LIBRARY", "library"),
                    Map.entry("OPERATOR", "operator"),
                    Map.entry("HIERARCHY", "hierarchy"),
                    Map.entry("ASSERTION", "assertion"));

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
        } else if (cursor.atAny(OPAQUE.keySet())) {
            opaque(context, replace);
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

    private static void opaque(DdlContext context, boolean replace) {
        TokenCursor cursor = context.cursor();
        String word = cursor.word();
        cursor.accept("IF", "NOT", "EXISTS");
        int from = cursor.offset();
        QualifiedName name = Made.name(context);
        StatementNotes.pass(cursor);
        Expression text =
                context.tools()
                        .expressions()
                        .read(
                                "CREATE " + word + " " + cursor.slice(from, cursor.lastEnd()),
                                context.freeScope());
        Made.put(context, OpaqueObject.of(name, String.valueOf(OPAQUE.get(word)), text), replace);
    }
}
