package dev.limbeck.ddl;

import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What stands behind {@code REFERENCES}.
 *
 * @param table the table referred to
 * @param columns its columns; empty: those of its primary key
 * @param match how nulls count
 * @param onDelete what happens when a row referred to goes
 * @param onDeleteColumns the columns that are set then
 * @param onUpdate what happens when a key referred to changes
 */
public record ReferencesClause(
        WrittenName table,
        List<String> columns,
        ForeignKey.Match match,
        ReferentialAction onDelete,
        List<String> onDeleteColumns,
        ReferentialAction onUpdate) {
    /** Takes the clause, from behind the word {@code REFERENCES}. */
    public static ReferencesClause read(DdlContext context) {
        TokenCursor cursor = context.cursor();
        WrittenName table = context.written();
        List<String> columns = cursor.at("(") ? columns(context) : List.of();
        ForeignKey.Match match = ForeignKey.Match.SIMPLE;
        ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        List<String> onDeleteColumns = List.of();
        ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        while (true) {
            if (cursor.accept("MATCH")) {
                match = match(cursor);
            } else if (cursor.accept("ON", "DELETE")) {
                onDelete = action(cursor);
                onDeleteColumns = cursor.at("(") ? context.names().list() : List.of();
            } else if (cursor.accept("ON", "UPDATE")) {
                onUpdate = action(cursor);
            } else {
                return new ReferencesClause(
                        table, columns, match, onDelete, onDeleteColumns, onUpdate);
            }
        }
    }

    /** Takes columns in parentheses; the word {@code PERIOD} before the last one is passed over. */
    static List<String> columns(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.expect("(");
        List<String> all = new ArrayList<>();
        do {
            takePeriod(cursor);
            all.add(context.name());
        } while (cursor.accept(","));
        cursor.expect(")");
        return all;
    }

    /** Takes the word {@code PERIOD} where a column's name follows it. */
    static boolean takePeriod(TokenCursor cursor) {
        boolean period =
                cursor.peek().is("PERIOD")
                        && !cursor.peek(1).isSymbol(",")
                        && !cursor.peek(1).isSymbol(")");
        if (period) {
            cursor.next();
        }
        return period;
    }

    private static ForeignKey.Match match(TokenCursor cursor) {
        for (ForeignKey.Match match : ForeignKey.Match.values()) {
            if (cursor.accept(match.name().toUpperCase(Locale.ROOT))) {
                return match;
            }
        }
        throw cursor.unexpected();
    }

    private static ReferentialAction action(TokenCursor cursor) {
        for (ReferentialAction action : ReferentialAction.values()) {
            if (cursor.accept(action.sql().split(" "))) {
                return action;
            }
        }
        throw cursor.unexpected();
    }
}
