package dev.limbeck.mysql.render;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.Hazard;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.TableChange;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes changes as SQL. Whatever changes in one table goes into one statement as far as it can;
 * what a statement has to repeat comes from the schema it meets.
 */
public final class MySqlRenderer implements SqlRenderer {
    private final ServerVersion server;
    private final SchemaRules rules;
    private final String presumedCollation;

    /**
     * Makes one.
     *
     * @param rules how an editor follows the changes
     * @param presumedCollation the collation of a table that says nothing of it
     */
    public MySqlRenderer(ServerVersion server, SchemaRules rules, String presumedCollation) {
        this.server = server;
        this.rules = rules;
        this.presumedCollation = presumedCollation;
    }

    @Override
    public List<RenderedStatement> render(List<SchemaChange> changes) {
        return statements(Placed.alone(changes));
    }

    @Override
    public List<RenderedStatement> render(Schema before, List<SchemaChange> changes) {
        List<SchemaChange> ordered =
                OneAlterEach.order(ForeignKeysApart.order(ViewsLast.order(changes)));
        return statements(Placed.from(before, ordered, rules));
    }

    private List<RenderedStatement> statements(List<Placed> changes) {
        List<RenderedStatement> statements = new ArrayList<>();
        Optional<Group> open = Optional.empty();
        for (Placed placed : changes) {
            if (open.filter(group -> group.accept(placed)).isPresent()) {
                continue;
            }
            open.ifPresent(group -> close(group, statements));
            open = placed.altered().map(table -> begin(table, placed));
            if (open.isEmpty()) {
                single(placed, statements);
            }
        }
        open.ifPresent(group -> close(group, statements));
        return List.copyOf(statements);
    }

    private static Group begin(QualifiedName table, Placed first) {
        Group group = new Group(table);
        if (!group.accept(first)) {
            throw new IllegalStateException("nothing is in the way of " + first.change().summary());
        }
        return group;
    }

    private void close(Group group, List<RenderedStatement> statements) {
        new TableAlteration(group, server, presumedCollation).statement().forEach(statements::add);
    }

    private void single(Placed placed, List<RenderedStatement> statements) {
        SchemaChange change = placed.change();
        for (String sql : change.accept(new ChangeWriter(server, placed))) {
            statements.add(new RenderedStatement(sql, List.of(change), hazards(change), List.of()));
        }
    }

    private static List<Hazard> hazards(SchemaChange change) {
        if (!(change instanceof TableChange.Repartition cut)) {
            return List.of();
        }
        return PartitionSql.dropsRows(cut.before(), cut.after())
                ? List.of(
                        Hazard.of(
                                Hazard.Kind.DATA_LOSS,
                                "the rows of the partitions that are dropped go with them"))
                : List.of(
                        Hazard.of(
                                Hazard.Kind.REWRITES,
                                "the rows of table " + cut.table() + " may be moved"));
    }
}
