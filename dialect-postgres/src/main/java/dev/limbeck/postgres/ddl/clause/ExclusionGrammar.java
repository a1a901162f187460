package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.ConstraintTail;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.ExpressionScope;
import dev.limbeck.ddl.IndexPartReader;
import dev.limbeck.ddl.PartDraft;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.PartName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (…)}. */
public final class ExclusionGrammar {
    private record ElementDraft(Function<ExpressionScope, IndexPart> part, String operator) {}

    private final IndexPartReader parts = IndexGrammar.parts();

    /** Takes an exclusion constraint, from behind its name, if one comes next. */
    public Optional<PartDraft> read(DdlContext context, int offset, Optional<PartName> name) {
        TokenCursor cursor = context.cursor();
        if (!cursor.accept("EXCLUDE")) {
            return Optional.empty();
        }
        Optional<String> method =
                cursor.accept("USING") ? IndexGrammar.method(context.name()) : Optional.empty();
        List<ElementDraft> elements = new ArrayList<>();
        cursor.expect("(");
        do {
            Function<ExpressionScope, IndexPart> part = parts.read(context);
            cursor.expect("WITH");
            elements.add(new ElementDraft(part, operator(context)));
        } while (cursor.accept(","));
        cursor.expect(")");
        Key key = StorageParameters.ofKey(context, Key.of());
        Optional<SourceText> where =
                cursor.accept("WHERE")
                        ? Optional.of(Texts.parenthesized(cursor))
                        : Optional.empty();
        ConstraintState state = ConstraintTail.standard().read(cursor).state();
        return Optional.of(
                new PartDraft(
                        offset,
                        PartDraft.Turn.KEY,
                        name,
                        table -> {
                            ExpressionScope scope = context.scope(table);
                            return new Exclusion(
                                    PartName.unknown(),
                                    method,
                                    elements.stream()
                                            .map(element -> complete(element, scope))
                                            .toList(),
                                    key.include(),
                                    where.map(text -> context.expression(text, scope)),
                                    key.options(),
                                    state,
                                    Optional.empty());
                        }));
    }

    private static Exclusion.Element complete(ElementDraft draft, ExpressionScope scope) {
        return new Exclusion.Element(draft.part().apply(scope), draft.operator());
    }

    /** Takes an operator, a qualified one too. */
    private static String operator(DdlContext context) {
        TokenCursor cursor = context.cursor();
        int from = cursor.offset();
        if (cursor.accept("OPERATOR")) {
            return Texts.parenthesized(cursor).text().replace("pg_catalog.", "").strip();
        }
        cursor.next();
        while (!cursor.at(",") && !cursor.at(")") && !cursor.atEnd()) {
            cursor.next();
        }
        return cursor.slice(from, cursor.lastEnd());
    }
}
