package dev.limbeck.h2.render;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.EarlyViews;
import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes changes as H2's SQL, a statement each.
 *
 * <p>H2 doesn't follow renames in the queries of views. On the way there, the diff replaces the
 * views after the rename. On the way back the rename comes last: a view that gets the old names
 * before it is made by force and compiled when they are there.
 */
public final class H2Renderer implements SqlRenderer {
    @Override
    public List<RenderedStatement> render(List<SchemaChange> changes) {
        List<RenderedStatement> statements = new ArrayList<>();
        Set<QualifiedName> forced = new LinkedHashSet<>();
        for (int i = 0; i < changes.size(); i++) {
            SchemaChange change = changes.get(i);
            boolean early = EarlyViews.isEarly(change, changes.subList(i + 1, changes.size()));
            ChangeWriter writer =
                    new ChangeWriter(early ? ObjectSql.Views.FORCED : ObjectSql.Views.CHECKED);
            for (String sql : change.accept(writer)) {
                statements.add(
                        new RenderedStatement(
                                sql,
                                List.of(change),
                                hazards(change),
                                early
                                        ? List.of("It reads names that come back below.")
                                        : List.of()));
            }
            if (early) {
                EarlyViews.viewOf(change).ifPresent(view -> forced.add(view.name()));
            }
        }
        return statements(statements, forced, changes);
    }

    private static List<RenderedStatement> statements(
            List<RenderedStatement> statements,
            Set<QualifiedName> forced,
            List<SchemaChange> changes) {
        for (QualifiedName view : forced) {
            List<SchemaChange> about =
                    changes.stream()
                            .filter(
                                    change ->
                                            EarlyViews.viewOf(change)
                                                    .filter(found -> found.name().equals(view))
                                                    .isPresent())
                            .toList();
            statements.add(
                    new RenderedStatement(
                            "ALTER VIEW " + H2Names.write(view) + " RECOMPILE",
                            about,
                            List.of(),
                            List.of()));
        }
        return List.copyOf(statements);
    }

    private static List<Hazard> hazards(SchemaChange change) {
        boolean copies =
                change instanceof ColumnChange.Alter alter
                        && !alter.before().type().equals(alter.after().type());
        return copies
                ? List.of(
                        Hazard.of(
                                Hazard.Kind.REWRITES,
                                "the rows of " + change.object() + "'s table are copied"))
                : List.of();
    }
}
