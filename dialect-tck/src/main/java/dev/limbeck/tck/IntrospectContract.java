package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Introspection;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.tck.schema.SchemaGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a live schema is read: whole, in few queries, and without a trace. */
public abstract class IntrospectContract {
    private static final int FEW = 3;
    private static final int MANY = 300;

    private SchemaWorkshop workshop;

    /** Returns what is tested; called for each test. */
    protected abstract DatabaseUnderTest subject();

    @BeforeEach
    void open() throws SQLException {
        Assumptions.assumeTrue(
                subject().generatedSchemas().isPresent(), "the dialect reads no schemas");
        workshop = new SchemaWorkshop(subject(), subject().generatedSchemas().orElseThrow());
    }

    @AfterEach
    void close() throws SQLException {
        if (workshop != null) {
            workshop.close();
        }
    }

    private String fold(String name) {
        return subject().dialect().identifiers().fold(name);
    }

    private QualifiedName name(String name) {
        return QualifiedName.of(fold(name));
    }

    private Table table(String name) {
        return Table.of(
                        name(name),
                        Column.of(fold("id"), ColumnType.of("integer")),
                        Column.of(fold("note"), ColumnType.of("varchar", "20")))
                .withParts(List.of(PrimaryKey.of(PartName.of(fold(name + "_pk")), fold("id"))));
    }

    private void build(int from, int to) throws SQLException {
        List<SchemaObject> tables = new ArrayList<>();
        for (int i = from; i < to; i++) {
            tables.add(table("t" + i));
        }
        Schema some = workshop.normal(Schema.of(tables));
        workshop.run(workshop.sql(Schema.empty(), workshop.diff(Schema.empty(), some).changes()));
    }

    @Test
    void anEmptyDatabaseHoldsNothing() throws SQLException {
        Introspection read = workshop.introspect(workshop.everything());

        assertThat(read.schema()).isEqualTo(Schema.empty());
        assertThat(read.notices()).isEmpty();
    }

    @Test
    void theNumberOfQueriesDoesNotDependOnTheNumberOfTables() throws SQLException {
        build(0, FEW);
        Introspection few = workshop.introspect(workshop.everything());
        build(FEW, MANY);
        Introspection many = workshop.introspect(workshop.everything());

        assertThat(few.schema().tables()).hasSize(FEW);
        assertThat(many.schema().tables()).hasSize(MANY);
        assertThat(many.queries()).isEqualTo(few.queries()).isPositive();
    }

    @Test
    void whatTheFilterKeepsBackIsHidden() throws SQLException {
        build(0, FEW);
        ObjectFilter filter = new ObjectFilter(List.of(""), List.of("*"), List.of(fold("t1")));

        Schema schema = workshop.introspect(filter).schema();

        assertThat(schema.tables()).extracting(Table::name).containsExactly(name("t0"), name("t2"));
        assertThat(schema.hidden()).containsExactly(ObjectId.table(name("t1")));
    }

    @Test
    void readingLeavesNoTrace() throws SQLException {
        Connection connection = workshop.connection();
        String schema = connection.getSchema();
        int isolation = connection.getTransactionIsolation();

        workshop.introspect(workshop.everything());

        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.getSchema()).isEqualTo(schema);
        assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
        assertThat(connection.isReadOnly()).isFalse();
        build(0, 1);
        assertThat(workshop.introspect(workshop.everything()).schema().tables()).hasSize(1);
    }

    @Test
    void aTransactionInProgressGoesOn() throws SQLException {
        Connection connection = workshop.connection();
        build(0, 1);
        connection.setAutoCommit(false);
        workshop.run(List.of("INSERT INTO t0 (id) VALUES (1)"));

        workshop.introspect(workshop.everything());

        assertThat(connection.getAutoCommit()).isFalse();
        connection.rollback();
        assertThat(LiveContract.query(connection, "SELECT count(*) FROM t0")).isEqualTo("0");
        connection.setAutoCommit(true);
    }

    @Test
    void normalFormIsStable() {
        GeneratedSchemas schemas = subject().generatedSchemas().orElseThrow();
        for (long seed = 0; seed < 20; seed++) {
            Schema made =
                    new SchemaGenerator(new Random(seed), schemas.vocabulary(), schemas.rules())
                            .schema(40);
            Schema normal = workshop.normal(schemas.named().apply(made));

            SchemaWorkshop.requireEqual(workshop.normal(normal), normal, "seed " + seed);
            assertThat(workshop.diff(normal, normal).changes()).isEmpty();
        }
    }
}
