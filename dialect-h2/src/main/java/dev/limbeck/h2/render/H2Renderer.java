package dev.limbeck.h2.render;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
            boolean early = isRenamedLater(change, changes.subList(i + 1, changes.size()));
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
                viewOf(change).ifPresent(view -> forced.add(view.name()));
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
                                            viewOf(change)
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

    private static Optional<View> viewOf(SchemaChange change) {
        SchemaObject object = null;
        if (change instanceof ObjectChange.Create create) {
            object = create.created();
        } else if (change instanceof ObjectChange.Alter alter) {
            object = alter.after();
        }
        return object instanceof View view ? Optional.of(view) : Optional.empty();
    }

    /** Returns whether a change makes a view that reads what is renamed only later. */
    private static boolean isRenamedLater(SchemaChange change, List<SchemaChange> later) {
        return viewOf(change)
                .filter(view -> later.stream().anyMatch(next -> renamesSourceOf(view, next)))
                .isPresent();
    }

    private static boolean renamesSourceOf(View view, SchemaChange change) {
        Set<QualifiedName> read = new LinkedHashSet<>();
        view.query().text().references().forEach(reference -> read.add(reference.name()));
        if (change instanceof ColumnChange.Rename rename) {
            return read.contains(rename.table());
        }
        if (!(change instanceof ObjectChange.Rename rename)) {
            return false;
        }
        QualifiedName name = rename.renamed().name();
        return rename.renamed().kind() == ObjectKind.NAMESPACE
                ? read.stream().anyMatch(found -> found.schema().equals(name.name()))
                : read.contains(name);
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
