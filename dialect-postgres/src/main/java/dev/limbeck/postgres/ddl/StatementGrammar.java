package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.DiffOptions;
import dev.limbeck.diff.UnknownEffect;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.ddl.table.Sorting;
import dev.limbeck.schema.Taint;
import java.util.List;
import java.util.Optional;

/** Tells statements apart by their first words. */
final class StatementGrammar {
    private final CreateGrammar creates;
    private final AlterGrammar alters;
    private final DropGrammar drops = new DropGrammar();
    private final CommentGrammar comments = new CommentGrammar();
    private final PrivilegeGrammar privileges;
    private final CodeGrammar code = new CodeGrammar();

    StatementGrammar(int major, DiffOptions options) {
        this.creates = new CreateGrammar(major, options);
        this.alters = new AlterGrammar(major, options);
        this.privileges = new PrivilegeGrammar(major);
    }

    void read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("CREATE")) {
            creates.read(context);
        } else if (cursor.accept("ALTER")) {
            alters.read(context);
        } else if (cursor.accept("DROP")) {
            drops.read(context);
        } else if (cursor.accept("COMMENT", "ON")) {
            comments.read(context);
        } else if (cursor.accept("GRANT")) {
            privileges.grant(context);
        } else if (cursor.accept("REVOKE")) {
            privileges.revoke(context);
        } else if (cursor.accept("CLUSTER")) {
            Sorting.statement(context);
        } else if (!session(context) && !runs(context)) {
            code.rows(context);
        }
    }

    private static boolean session(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("SET")) {
            SessionGrammar.set(context);
        } else if (cursor.accept("RESET") || cursor.accept("DISCARD")) {
            SessionGrammar.reset(context);
        } else if (cursor.accept("SECURITY")) {
            StatementNotes.notModelled(context, 0, "a security label");
            Rest.pass(cursor);
        } else if (cursor.accept("REASSIGN")) {
            Rest.pass(cursor);
        } else {
            return false;
        }
        return true;
    }

    private boolean runs(DdlContext context) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("DO")) {
            code.block(context);
        } else if (cursor.accept("CALL")) {
            code.call(context);
        } else if (cursor.accept("EXECUTE")) {
            code.unknown(context, "a prepared statement");
        } else if (cursor.accept("IMPORT", "FOREIGN", "SCHEMA")) {
            code.unknown(context, "the import of a foreign schema");
        } else if (cursor.at("ROLLBACK") || cursor.at("ABORT")) {
            Rest.pass(cursor);
            String reason = "what is taken back by ROLLBACK is not followed";
            context.change(new UnknownEffect(List.of(new Taint(Optional.empty(), reason))));
        } else {
            return false;
        }
        return true;
    }
}
