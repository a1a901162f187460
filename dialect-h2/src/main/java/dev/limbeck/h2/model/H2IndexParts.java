package dev.limbeck.h2.model;

import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.schema.IndexPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands in the parentheses of an index. */
public final class H2IndexParts {
    private H2IndexParts() {}

    /** Takes columns with their order, in parentheses. */
    public static List<IndexPart> take(TokenCursor cursor) {
        List<IndexPart> parts = new ArrayList<>();
        cursor.expect("(");
        do {
            IndexPart part = IndexPart.column(H2Names.take(cursor));
            boolean descending = cursor.accept("DESC");
            if (!descending) {
                cursor.accept("ASC");
            }
            parts.add(part.withDescending(descending).withNulls(nulls(cursor, descending)));
        } while (cursor.accept(","));
        cursor.expect(")");
        return parts;
    }

    /** H2 sorts nulls low unless it is told otherwise. */
    private static Optional<IndexPart.Nulls> nulls(TokenCursor cursor, boolean descending) {
        boolean first = cursor.accept("NULLS", "FIRST");
        boolean last = !first && cursor.accept("NULLS", "LAST");
        if (first && descending) {
            return Optional.of(IndexPart.Nulls.FIRST);
        }
        return last && !descending ? Optional.of(IndexPart.Nulls.LAST) : Optional.empty();
    }
}
