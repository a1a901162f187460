package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.oracle.model.OracleOptions;
import dev.limbeck.schema.Options;

/** Reads what stands behind the columns of a table. */
final class TableTail {

    private final DdlContext context;
    private final TokenCursor cursor;
    private final TableDraft draft;
    private Options options = Options.none();
    private boolean told;
    private boolean external;

    TableTail(DdlContext context, TableDraft draft) {
        this.context = context;
        this.cursor = context.cursor();
        this.draft = draft;
    }

    /** Returns whether the rows are in files: what such a table is, the catalog tells in part. */
    boolean isExternal() {
        return external;
    }

    /** Takes what there is, up to a query or the end. */
    void read() {
        while (!cursor.atEnd() && !cursor.at("AS")) {
            if (!clause() && !physical()) {
                throw cursor.unexpected();
            }
        }
        draft.options(options);
    }

    private boolean clause() {
        if (cursor.accept("ON", "COMMIT")) {
            boolean preserve = cursor.accept("PRESERVE", "ROWS");
            if (preserve) {
                options = options.with(OracleOptions.ON_COMMIT, "preserve");
            } else if (!cursor.accept("DELETE", "ROWS")) {
                cursor.next();
                cursor.expect("DEFINITION");
            }
            return true;
        }
        if (cursor.accept("ORGANIZATION")) {
            organization();
            return true;
        }
        if (cursor.accept("ENABLE", "ROW", "MOVEMENT")) {
            options = options.with(OracleOptions.ROW_MOVEMENT, "");
            return true;
        }
        if (cursor.accept("READ", "ONLY")) {
            options = options.with(OracleOptions.READ_ONLY, "");
            return true;
        }
        if (cursor.accept("DISABLE", "ROW", "MOVEMENT") || cursor.accept("READ", "WRITE")) {
            return true;
        }
        if (cursor.accept("PARTITION", "BY")) {
            draft.partitioning(PartitionGrammar.read(context));
            return true;
        }
        return false;
    }

    private void organization() {
        if (cursor.accept("INDEX")) {
            options = options.with(OracleOptions.ORGANIZATION, "index");
        } else if (cursor.accept("EXTERNAL")) {
            external = true;
            Texts.pass(cursor);
        } else {
            cursor.expect("HEAP");
        }
    }

    private boolean physical() {
        int offset = cursor.offset();
        boolean passed =
                PhysicalClauses.pass(cursor)
                        || overflow()
                        || cluster()
                        || cursor.accept("DEFAULT", "COLLATION", "USING_NLS_COMP")
                        || cursor.accept("PARALLEL")
                        || refuseLimit();
        if (passed && !told) {
            told = true;
            StatementNotes.notModelled(context, offset, "how a table is stored");
        }
        return passed;
    }

    private boolean overflow() {
        if (cursor.accept("INCLUDING")) {
            context.name();
            cursor.accept("OVERFLOW");
            return true;
        }
        return cursor.accept("OVERFLOW");
    }

    private boolean cluster() {
        if (!cursor.accept("CLUSTER")) {
            return false;
        }
        context.written();
        Texts.pass(cursor);
        return true;
    }

    private boolean refuseLimit() {
        if (!cursor.accept("REJECT", "LIMIT")) {
            return false;
        }
        cursor.next();
        return true;
    }
}
