package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.DetailChange.SetComment.CommentedPart;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads comments. */
final class DetailGrammar {
    private DetailGrammar() {}

    /** Takes a comment, from behind {@code COMMENT ON}. */
    static void comment(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("COMMENT ON");
        if (cursor.accept("TABLE") || cursor.accept("MATERIALIZED", "VIEW")) {
            WrittenName written = context.written();
            Optional<String> text = text(cursor);
            context.at(written.offset());
            Relation relation = Made.relation(context, written);
            Made.comment(
                    context, relation.id(), Optional.empty(), relation.details().comment(), text);
        } else if (cursor.accept("COLUMN")) {
            WrittenName written = context.written();
            Optional<String> text = text(cursor);
            column(context, written, text);
        } else {
            StatementNotes.notModelled(
                    context, 0, "a comment on a " + cursor.word().toLowerCase(Locale.ROOT));
            StatementNotes.pass(cursor);
        }
    }

    private static Optional<String> text(TokenCursor cursor) {
        cursor.expect("IS");
        SourceText said = Texts.rest(cursor);
        return Optional.of(OracleText.value(said.text())).filter(found -> !found.isEmpty());
    }

    private static void column(DdlContext context, WrittenName written, Optional<String> text) {
        if (!written.isQualified()) {
            throw context.missing(written.offset(), "table of column " + written.name());
        }
        context.at(written.offset());
        Relation relation = Made.relation(context, written.owner());
        Optional<String> before = before(context, relation, written);
        Made.comment(
                context,
                relation.id(),
                Optional.of(new CommentedPart(PartKind.COLUMN, written.name())),
                before,
                text);
    }

    private static Optional<String> before(
            DdlContext context, Relation relation, WrittenName written) {
        if (relation instanceof Table table) {
            Column column = AlterTable.column(context, table, written.name(), written.offset());
            return column.comment();
        }
        Map<String, String> comments =
                relation instanceof View view
                        ? view.columnComments()
                        : ((MaterializedView) relation).columnComments();
        return Optional.ofNullable(comments.get(written.name()));
    }
}
