package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code ALTER} does to the columns of views. */
final class ViewActions {
    private ViewActions() {}

    /** Takes what follows {@code ALTER COLUMN name} of a view. */
    static void column(DdlContext context, AlterTarget target, String column) {
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        if (cursor.accept("SET", "DEFAULT")) {
            Texts.until(cursor, Set.of());
        } else if (cursor.accept("SET", "STATISTICS") || cursor.accept("SET", "STORAGE")) {
            cursor.next();
        } else {
            cursor.expect("DROP", "DEFAULT");
        }
        StatementNotes.notModelled(
                context, offset, "what is set for column " + column + " of " + target.id());
    }

    /** Renames a column of a view: the names before its query say so. */
    static void renameColumn(DdlContext context, AlterTarget target, String before, String after) {
        Relation relation = target.relation();
        Query query =
                relation instanceof View view
                        ? view.query()
                        : ((MaterializedView) relation).query();
        List<String> names = new ArrayList<>(query.aliases());
        if (names.isEmpty()) {
            query.columns().forEach(column -> names.add(column.name()));
        }
        int index = names.indexOf(before);
        if (index < 0) {
            String reason = "column " + before + " of " + target.id() + " is renamed";
            StatementNotes.unknown(context, Optional.of(target.id()), reason);
            return;
        }
        names.set(index, after);
        List<Query.OutputColumn> columns = new ArrayList<>();
        query.columns()
                .forEach(
                        column ->
                                columns.add(
                                        column.name().equals(before)
                                                ? new Query.OutputColumn(after, column.type())
                                                : column));
        Query renamed = new Query(names, ViewGrammar.named(query.text(), names), columns);
        SchemaObject changed =
                relation instanceof View view
                        ? view.withQuery(renamed)
                        : ((MaterializedView) relation).withQuery(renamed);
        context.change(new ObjectChange.Alter(relation, changed));
    }
}
