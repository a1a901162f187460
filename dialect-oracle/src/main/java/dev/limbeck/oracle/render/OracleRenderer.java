package dev.limbeck.oracle.render;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.EarlyViews;
import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.TableChange;
import dev.limbeck.oracle.change.ColumnTypes;
import dev.limbeck.oracle.change.Recut;
import dev.limbeck.oracle.server.OracleVersion;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.SchemaRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes changes as Oracle's SQL, a statement each.
 *
 * <p>Oracle doesn't follow renames in the queries of views. On the way back a rename comes last: a
 * view that gets the old names before it is made by force, and compiled when they are there.
 */
public final class OracleRenderer implements SqlRenderer {
    private final SchemaRules rules;
    private final ColumnSql columns;

    /**
     * Makes a writer for a release.
     *
     * @param rules how renames reach into texts
     */
    public OracleRenderer(OracleVersion version, SchemaRules rules) {
        this.rules = rules;
        this.columns = new ColumnSql(version);
    }

    @Override
    public List<RenderedStatement> render(List<SchemaChange> changes) {
        return render(changes, change -> Schema.empty());
    }

    @Override
    public List<RenderedStatement> render(Schema before, List<SchemaChange> changes) {
        SchemaEditor editor = new SchemaEditor(before, rules);
        return render(
                changes,
                change -> {
                    change.applyTo(editor);
                    return editor.snapshot();
                });
    }

    /** Tells the schema after each change, asked in order. */
    @FunctionalInterface
    private interface Progress {
        Schema after(SchemaChange change);
    }

    private List<RenderedStatement> render(List<SchemaChange> changes, Progress progress) {
        List<RenderedStatement> statements = new ArrayList<>();
        Set<QualifiedName> forced = new LinkedHashSet<>();
        for (int i = 0; i < changes.size(); i++) {
            SchemaChange change = changes.get(i);
            boolean early = EarlyViews.isEarly(change, changes.subList(i + 1, changes.size()));
            ChangeWriter writer = new ChangeWriter(columns, early, progress.after(change));
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
        forced.forEach(view -> statements.add(compiled(view, changes)));
        return List.copyOf(statements);
    }

    private static RenderedStatement compiled(QualifiedName view, List<SchemaChange> changes) {
        List<SchemaChange> about =
                changes.stream()
                        .filter(
                                change ->
                                        EarlyViews.viewOf(change)
                                                .filter(found -> found.name().equals(view))
                                                .isPresent())
                        .toList();
        return new RenderedStatement(
                "ALTER VIEW " + OracleIdentifiers.write(view) + " COMPILE",
                about,
                List.of(),
                List.of());
    }

    private static List<Hazard> hazards(SchemaChange change) {
        if (change instanceof ColumnChange.Alter alter
                && !alter.before().type().equals(alter.after().type())
                && alter.after().generated().isEmpty()
                && !ColumnTypes.isInPlace(alter.before().type(), alter.after().type())) {
            return List.of(
                    Hazard.of(
                            Hazard.Kind.REWRITES,
                            "every row of " + alter.table() + " is written again"));
        }
        boolean drops =
                change instanceof TableChange.Repartition cut
                        && cut.before().isPresent()
                        && cut.after().isPresent()
                        && !Recut.between(cut.before().get(), cut.after().get())
                                .dropped()
                                .isEmpty();
        return drops
                ? List.of(
                        Hazard.of(
                                Hazard.Kind.DATA_LOSS,
                                "the rows of the partitions that go from "
                                        + change.object()
                                        + " are gone"))
                : List.of();
    }
}
