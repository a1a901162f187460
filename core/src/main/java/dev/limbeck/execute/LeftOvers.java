package dev.limbeck.execute;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.StatementReplay;
import dev.limbeck.dialect.DatabaseErrors;
import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.diff.PartChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settles what a statement that was cut off left half done in the catalog. */
final class LeftOvers {
    private final RunTools tools;
    private final ExecutionListener listener;
    private final SchemaDialect dialect;
    private final Schema before;
    private final Schema after;

    LeftOvers(
            RunTools tools,
            ExecutionListener listener,
            SchemaDialect dialect,
            StatementReplay around) {
        this.tools = tools;
        this.listener = listener;
        this.dialect = dialect;
        this.before = dialect.support().normalizer().normalize(around.before());
        this.after = dialect.support().normalizer().normalize(around.after());
    }

    /** Puts right what is found of such remains; returns whether there were any. */
    boolean settle(Schema live) {
        List<String> statements =
                new ArrayList<>(dialect.support().remains().mending(before, live));
        statements.addAll(sql(live, unusable(live)));
        statements.forEach(this::run);
        return !statements.isEmpty();
    }

    /** Makes changes that the statement that was cut off would still have made. */
    void finish(Schema live, List<SchemaChange> rest) {
        sql(live, rest).forEach(this::run);
    }

    /** Returns the changes that drop the statement's own indexes that are no use any more. */
    private List<SchemaChange> unusable(Schema live) {
        List<SchemaChange> drops = new ArrayList<>();
        for (SchemaChange change :
                SchemaDiff.between(before, after, dialect.support().diffOptions()).changes()) {
            if (change instanceof PartChange.Add add && add.part() instanceof Index made) {
                live.find(add.owner())
                        .filter(Relation.class::isInstance)
                        .map(Relation.class::cast)
                        .flatMap(owner -> invalid(owner, made))
                        .ifPresent(index -> drops.add(new PartChange.Drop(add.owner(), index)));
            }
        }
        return drops;
    }

    private static Optional<Index> invalid(Relation owner, Index made) {
        return owner.indexes().stream()
                .filter(index -> !index.valid() && index.name().equals(made.name()))
                .findFirst();
    }

    private List<String> sql(Schema live, List<SchemaChange> changes) {
        return dialect.support().renderer().render(live, changes).stream()
                .map(RenderedStatement::sql)
                .toList();
    }

    private void run(String sql) {
        listener.settling(sql);
        try (Statement statement = tools.connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw DatabaseErrors.failed(
                    tools.dialect(), "settle what was left half done with «" + sql + "»", e);
        }
    }
}
