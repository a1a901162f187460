package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.PartChange;
import dev.limbeck.postgres.ddl.clause.IndexGrammar;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.TablePart;

/** Reads {@code name ON relation RENAME TO name}. */
final class PartRename {
    private PartRename() {}

    static void read(DdlContext context, PartKind kind) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        String name = context.name();
        context.at(offset);
        cursor.expect("ON");
        Relation relation = IndexGrammar.relation(context, context.written());
        cursor.expect("RENAME", "TO");
        TablePart part =
                relation.part(kind, name)
                        .orElseThrow(
                                () ->
                                        context.missing(
                                                offset,
                                                kind.label()
                                                        + " "
                                                        + name
                                                        + " of "
                                                        + relation.id()));
        context.change(new PartChange.Rename(relation.id(), part, PartName.of(context.name())));
    }
}
