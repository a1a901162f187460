package dev.limbeck.mysql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Introspection;
import dev.limbeck.mysql.server.ServerFeature;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.View;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** What the catalogs of both flavors say, as the model has it. */
@ParameterizedClass
@EngineSource({"mysql", "mariadb"})
class MySqlIntrospectorTest {
    @Parameter TestServer server;

    private TestDatabase database;
    private Connection connection;
    private ServerVersion version;

    @BeforeEach
    void open() throws SQLException {
        database = server.newDatabase();
        connection = database.connection();
        version = ServerVersion.of(DatabaseProduct.of(connection));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Introspection introspect() throws SQLException {
        return new MySqlIntrospector(connection, version)
                .read(new ObjectFilter(List.of(""), List.of("*"), List.of()));
    }

    private Schema read() throws SQLException {
        Introspection introspection = introspect();
        assertThat(introspection.notices()).isEmpty();
        return introspection.schema();
    }

    private Table table(String name) throws SQLException {
        return read().tables().stream()
                .filter(table -> table.name().equals(QualifiedName.of(name)))
                .findFirst()
                .orElseThrow();
    }

    private <T extends SchemaObject> List<T> objects(Class<T> kind) throws SQLException {
        List<T> found = new ArrayList<>();
        for (SchemaObject object : read().objects()) {
            if (kind.isInstance(object)) {
                found.add(kind.cast(object));
            }
        }
        return found;
    }

    private Column column(String definition) throws SQLException {
        run("CREATE TABLE one (before_it int, c " + definition + ")");
        Column column = table("one").column("c").orElseThrow();
        run("DROP TABLE one");
        return column;
    }

    private String defaultOf(String definition) throws SQLException {
        return column(definition).defaultValue().map(Expression::source).orElse("none");
    }

    @Test
    void anEmptyDatabaseHoldsNothing() throws SQLException {
        assertThat(read()).isEqualTo(Schema.empty());
    }

    @Test
    void typesKeepWhatTellsThemApart() throws SQLException {
        assertThat(column("bigint unsigned").type().unsigned()).isTrue();
        assertThat(column("decimal(10,2)").type().arguments()).containsExactly("10", "2");
        assertThat(column("enum('a','it''s','b,c')").type().arguments())
                .containsExactly("'a'", "'it''s'", "'b,c'");
        assertThat(column("set('x','y')").type().name()).isEqualTo(QualifiedName.of("set"));
        assertThat(column("bit(5)").type().arguments()).containsExactly("5");
        assertThat(column("datetime(3)").type().arguments()).containsExactly("3");
        assertThat(column("int zerofill").type().modifiers().isEmpty()).isFalse();
        assertThat(column("point").type().name()).isEqualTo(QualifiedName.of("point"));
        assertThat(column("varchar(20) COLLATE latin1_bin").collation())
                .contains(QualifiedName.of("latin1_bin"));
    }

    @Test
    void defaultsAreTextThatCanStandBehindDefault() throws SQLException {
        assertThat(defaultOf("int")).isEqualTo("none");
        assertThat(defaultOf("int DEFAULT NULL")).isEqualTo("none");
        assertThat(defaultOf("int DEFAULT 7")).isEqualTo("7");
        assertThat(defaultOf("decimal(5,2) DEFAULT -1.5")).isEqualTo("-1.50");
        assertThat(defaultOf("varchar(9) DEFAULT 'it''s \\\\ b'")).isEqualTo("'it''s \\\\ b'");
        assertThat(defaultOf("varchar(9) DEFAULT ''")).isEqualTo("''");
        assertThat(defaultOf("varchar(9) DEFAULT 'NULL'")).isEqualTo("'NULL'");
        assertThat(defaultOf("bit(3) DEFAULT b'101'")).isEqualTo("b'101'");
        assertThat(defaultOf("date DEFAULT '2020-01-02'")).isEqualTo("'2020-01-02'");
        assertThat(defaultOf("datetime(3) DEFAULT CURRENT_TIMESTAMP(3)"))
                .isEqualToIgnoringCase("CURRENT_TIMESTAMP(3)");
        assertThat(defaultOf("int DEFAULT (1 + 2)")).isEqualTo("1 + 2");
        assertThat(defaultOf("varchar(40) DEFAULT (concat('a', '\\'b'))"))
                .containsPattern("concat\\([^']*'a',[^']*'\\\\'b'\\)");
    }

    @Test
    void columnsTellWhatElseTheyAre() throws SQLException {
        assertThat(
                        column("datetime ON UPDATE CURRENT_TIMESTAMP")
                                .options()
                                .get(Options.ON_UPDATE)
                                .orElseThrow())
                .startsWithIgnoringCase("CURRENT_TIMESTAMP");
        assertThat(column("int NOT NULL COMMENT 'it''s'").comment()).contains("it's");
        assertThat(column("int NOT NULL").nullable()).isFalse();
        assertThat(column("int AUTO_INCREMENT, KEY (c)").identity()).isPresent();
        Generated stored = column("int AS (before_it + 1) STORED").generated().orElseThrow();
        assertThat(stored.storage()).isEqualTo(Generated.Storage.STORED);
        assertThat(stored.expression().source()).isEqualTo("`before_it` + 1");
        Generated virtual = column("int AS (before_it * 2)").generated().orElseThrow();
        assertThat(virtual.storage()).isEqualTo(Generated.Storage.VIRTUAL);
        if (version.has(ServerFeature.INVISIBLE_COLUMNS)) {
            assertThat(column("int INVISIBLE").options().has(Options.INVISIBLE)).isTrue();
        }
        if (version.has(ServerFeature.SPATIAL_REFERENCE_SYSTEMS)) {
            assertThat(column("point NOT NULL SRID 4326").options().get("srid")).contains("4326");
        }
    }

    @Test
    void indexesTellTheirPartsAndKinds() throws SQLException {
        run(
                "CREATE TABLE t (id int PRIMARY KEY, a varchar(50), b int, c text, p point NOT NULL,"
                        + " UNIQUE KEY by_b (b), KEY by_a (a(5), b DESC) COMMENT 'why',"
                        + " FULLTEXT KEY words (c), SPATIAL KEY place (p))");
        Table table = table("t");
        assertThat(table.primaryKey().orElseThrow().name()).isEqualTo(PartName.of("PRIMARY"));
        Index unique = index(table, "by_b");
        assertThat(unique.unique()).isTrue();
        Index prefix = index(table, "by_a");
        assertThat(prefix.parts())
                .extracting(part -> part.column().orElseThrow())
                .containsExactly("a", "b");
        assertThat(prefix.parts().get(0).prefixLength()).hasValue(5);
        assertThat(prefix.parts().get(1).descending())
                .isEqualTo(version.has(ServerFeature.DESCENDING_INDEXES));
        assertThat(prefix.comment()).contains("why");
        assertThat(index(table, "words").method()).contains("fulltext");
        assertThat(index(table, "place").method()).contains("spatial");
        assertThat(index(table, "place").parts().get(0).prefixLength()).isEmpty();
    }

    private static Index index(Table table, String name) {
        return table.parts().stream()
                .filter(part -> part instanceof Index && part.name().equals(PartName.of(name)))
                .map(Index.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void indexesOverExpressionsAndHiddenOnes() throws SQLException {
        if (version.has(ServerFeature.FUNCTIONAL_KEY_PARTS)) {
            run("CREATE TABLE t (a varchar(50), KEY f ((lower(a))))");
            assertThat(index(table("t"), "f").parts().get(0).expression().map(Expression::source))
                    .contains("lower(`a`)");
        } else {
            run("CREATE TABLE t (a varchar(50), KEY f (a))");
        }
        Assumptions.assumeTrue(
                version.has(ServerFeature.INVISIBLE_INDEXES), "no hidden indexes here");
        run("ALTER TABLE t ALTER INDEX f " + (version.isMariaDb() ? "IGNORED" : "INVISIBLE"));
        assertThat(index(table("t"), "f").options().has(Options.INVISIBLE)).isTrue();
    }

    @Test
    void foreignKeysAndTheIndexesTheyMake() throws SQLException {
        run(
                "CREATE TABLE parent (id int PRIMARY KEY)",
                "CREATE TABLE child (parent_id int, CONSTRAINT to_parent FOREIGN KEY (parent_id)"
                        + " REFERENCES parent (id) ON DELETE CASCADE ON UPDATE SET NULL)");
        Table child = table("child");
        ForeignKey key = child.foreignKeys().get(0);
        assertThat(key.table()).isEqualTo(QualifiedName.of("parent"));
        assertThat(key.keyColumns()).containsExactly("parent_id");
        assertThat(key.tableColumns()).containsExactly("id");
        assertThat(key.onDelete()).isEqualTo(ReferentialAction.CASCADE);
        assertThat(key.onUpdate()).isEqualTo(ReferentialAction.SET_NULL);
        assertThat(index(child, "to_parent").parts())
                .containsExactly(IndexPart.column("parent_id"));
    }

    @Test
    void checksWhereTheServerKeepsThem() throws SQLException {
        run(
                "CREATE TABLE t (a int, b varchar(9), CONSTRAINT positive CHECK (a > 0),"
                        + " CONSTRAINT quoted CHECK (b <> 'it''s'))");
        List<Check> checks =
                table("t").constraints().stream()
                        .filter(Check.class::isInstance)
                        .map(Check.class::cast)
                        .toList();
        if (!version.has(ServerFeature.CHECK_CONSTRAINTS)) {
            assertThat(checks).isEmpty();
            return;
        }
        assertThat(checks)
                .extracting(check -> check.name().value())
                .containsExactlyInAnyOrder("positive", "quoted");
        assertThat(checks).extracting(check -> check.predicate().source()).contains("`a` > 0");
        assertThat(checks.toString()).contains("it\\'s");
    }

    @Test
    void partitions() throws SQLException {
        run(
                "CREATE TABLE t (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE (year(d))"
                        + " (PARTITION old VALUES LESS THAN (2020) COMMENT 'before',"
                        + " PARTITION rest VALUES LESS THAN MAXVALUE)",
                "CREATE TABLE h (id int NOT NULL) PARTITION BY HASH (id) PARTITIONS 3",
                "CREATE TABLE l (a int, b int) PARTITION BY LIST COLUMNS (a)"
                        + " (PARTITION one VALUES IN (1, 2), PARTITION two VALUES IN (3))");
        Partitioning range = table("t").partitioning().orElseThrow();
        assertThat(range.method()).isEqualTo("range");
        assertThat(range.keys().get(0).expression().map(Expression::source)).contains("year(`d`)");
        assertThat(range.partitions())
                .extracting(partition -> partition.bound().orElseThrow().source())
                .containsExactly("LESS THAN (2020)", "LESS THAN MAXVALUE");
        assertThat(range.partitions().get(0).options().get("comment")).contains("before");
        assertThat(table("h").partitioning().orElseThrow().partitions()).hasSize(3);
        Partitioning list = table("l").partitioning().orElseThrow();
        assertThat(list.keys()).containsExactly(IndexPart.column("a"));
        assertThat(list.partitions())
                .extracting(partition -> partition.bound().orElseThrow().source())
                .containsExactly("IN (1,2)", "IN (3)");
    }

    @Test
    void settingsOfTables() throws SQLException {
        run(
                "CREATE TABLE t (id int) ENGINE = MyISAM ROW_FORMAT = FIXED MAX_ROWS = 100"
                        + " COLLATE latin1_bin COMMENT 'it''s'");
        Table table = table("t");
        assertThat(table.options().get("engine")).contains("MyISAM");
        assertThat(table.options().get("row_format")).contains("FIXED");
        assertThat(table.options().get("max_rows")).contains("100");
        assertThat(table.options().get(Options.COLLATION)).contains("latin1_bin");
        assertThat(table.details().comment()).contains("it's");
    }

    @Test
    void viewsDoNotNameTheirOwnDatabase() throws SQLException {
        run(
                "CREATE TABLE t (id int, name varchar(9))",
                "CREATE SQL SECURITY INVOKER VIEW v AS SELECT id, name FROM t WHERE id > 1"
                        + " WITH LOCAL CHECK OPTION");
        View view = objects(View.class).stream().findFirst().orElseThrow();
        assertThat(view.query().text().source())
                .doesNotContain("limbeck_test_")
                .contains("from `t`");
        assertThat(view.query().columns())
                .extracting(column -> column.name())
                .containsExactly("id", "name");
        assertThat(view.options().get("check_option")).contains("local");
        assertThat(view.options().get("security")).contains("invoker");
    }

    @Test
    void triggersRoutinesAndEvents() throws SQLException {
        run(
                "CREATE TABLE t (id int, n int)",
                "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.n = 1",
                "CREATE PROCEDURE p (IN a int, OUT b varchar(9)) COMMENT 'why' SET b = 'x'",
                "CREATE FUNCTION f (a int unsigned) RETURNS int DETERMINISTIC NO SQL RETURN a + 1",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00'"
                        + " ON COMPLETION PRESERVE DISABLE COMMENT 'it''s' DO SET @x = 1");
        Trigger trigger =
                table("t").parts().stream()
                        .filter(Trigger.class::isInstance)
                        .map(Trigger.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(trigger.timing()).isEqualTo(Trigger.Timing.BEFORE);
        assertThat(trigger.action().body().map(Expression::source)).contains("SET NEW.n = 1");
        List<Routine> routines = objects(Routine.class);
        assertThat(routines).hasSize(2);
        Routine function =
                routines.stream().filter(each -> each.returns().isPresent()).findFirst().get();
        assertThat(function.returns().map(Expression::source).orElseThrow()).startsWith("int");
        assertThat(function.arguments().get(0).type().unsigned()).isTrue();
        assertThat(function.options().has("deterministic")).isTrue();
        assertThat(function.options().get("data_access")).contains("no sql");
        Routine procedure =
                routines.stream().filter(each -> each.returns().isEmpty()).findFirst().get();
        assertThat(procedure.arguments())
                .extracting(Routine.Argument::mode)
                .containsExactly(Routine.Mode.IN, Routine.Mode.OUT);
        assertThat(procedure.details().comment()).contains("why");
        assertThat(procedure.body().source()).isEqualTo("SET b = 'x'");
        OpaqueObject event = objects(OpaqueObject.class).stream().findFirst().orElseThrow();
        assertThat(event.definition().source())
                .isEqualTo(
                        "CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00'"
                                + " ON COMPLETION PRESERVE DISABLE COMMENT 'it''s' DO SET @x = 1");
    }

    @Test
    void sequencesOfMariaDb() throws SQLException {
        Assumptions.assumeTrue(version.has(ServerFeature.SEQUENCES), "no sequences here");
        run("CREATE SEQUENCE s START WITH 5 INCREMENT BY 2 MAXVALUE 99 CYCLE", "CREATE SEQUENCE d");
        List<Sequence> sequences = objects(Sequence.class);
        assertThat(sequences).hasSize(2);
        assertThat(sequences).contains(Sequence.of(QualifiedName.of("d")));
        Sequence counted = sequences.get(1);
        assertThat(counted.counting().start().orElseThrow()).isEqualTo(5);
        assertThat(counted.counting().increment().orElseThrow()).isEqualTo(2);
        assertThat(counted.counting().maximum().orElseThrow()).isEqualTo(99);
        assertThat(counted.counting().cycle()).isTrue();
    }

    @Test
    void otherDatabasesAreSchemas() throws SQLException {
        try (TestDatabase other = server.newDatabase();
                Connection there = other.connection();
                Statement statement = there.createStatement()) {
            statement.execute("CREATE TABLE far (id int PRIMARY KEY)");
            String name = there.getCatalog();
            run("CREATE TABLE near (id int, FOREIGN KEY (id) REFERENCES `" + name + "`.far (id))");
            Schema both =
                    new MySqlIntrospector(connection, version)
                            .read(new ObjectFilter(List.of("", name), List.of("*"), List.of()))
                            .schema();
            assertThat(both.objects())
                    .extracting(SchemaObject::id)
                    .contains(Namespace.of(name).id());
            assertThat(both.tables())
                    .extracting(Table::name)
                    .containsExactlyInAnyOrder(
                            QualifiedName.of("near"), QualifiedName.of(name, "far"));
            assertThat(table("near").foreignKeys().get(0).table())
                    .isEqualTo(QualifiedName.of(name, "far"));
            run("DROP TABLE near");
        }
    }

    @Test
    void theNumberOfQuestionsDoesNotGrow() throws SQLException {
        run("CREATE TABLE first_one (id int PRIMARY KEY)");
        int few = introspect().queries();
        for (String statement :
                IntStream.range(0, 50)
                        .mapToObj(
                                i -> "CREATE TABLE t" + i + " (id int PRIMARY KEY, a int, KEY (a))")
                        .collect(Collectors.toList())) {
            run(statement);
        }
        Introspection many = introspect();
        assertThat(many.schema().tables()).hasSize(51);
        assertThat(many.queries()).isEqualTo(few).isLessThan(15);
    }
}
