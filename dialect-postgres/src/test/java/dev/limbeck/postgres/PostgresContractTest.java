package dev.limbeck.postgres;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.schema.NameRewriter;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaRules;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import dev.limbeck.tck.Campaign;
import dev.limbeck.tck.DatabaseUnderTest;
import dev.limbeck.tck.DialectContract;
import dev.limbeck.tck.GeneratedSchemas;
import dev.limbeck.tck.schema.Feature;
import dev.limbeck.tck.schema.Vocabulary;
import dev.limbeck.tck.server.Engine;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

@Order(1)
@ParameterizedClass
@EngineSource("postgres")
class PostgresContractTest extends DialectContract {
    @Parameter TestServer server;

    @Override
    protected DatabaseUnderTest subject() {
        return new Subject(server);
    }

    private static final int NEWEST = 18;

    /** Texts follow renames as a person would write them. */
    private static final SchemaRules RULES =
            new SchemaRules(
                    new PostgresSchemas(new DatabaseProduct("PostgreSQL", "18", NEWEST, 0))
                            .diffOptions()
                            .schemaRules()
                            .names(),
                    NameRewriter.byWords(
                            PostgresIdentifiers.INSTANCE::fold, PostgresIdentifiers::write));

    record Subject(TestServer server) implements DatabaseUnderTest {
        @Override
        public Dialect dialect() {
            return Dialects.installed().byName("postgres");
        }

        @Override
        public TestDatabase newDatabase() throws SQLException {
            return server.newDatabase();
        }

        /** The newest server stands for the others, which differ little. */
        @Override
        public int pairs() {
            return Campaign.pairs(server.engine().equals(Engine.postgres(NEWEST)) ? 50 : 15);
        }

        @Override
        public List<String> outsideTransactions() {
            return List.of(
                    "CREATE INDEX CONCURRENTLY item_id ON item (id)",
                    "REINDEX INDEX CONCURRENTLY item_id",
                    "DROP INDEX CONCURRENTLY item_id",
                    "VACUUM item");
        }

        @Override
        public List<FailingStatement> failingStatements() {
            return List.of(
                    new FailingStatement("CREATE «TABEL» x (id integer)"),
                    new FailingStatement("SELECT id\n  FROM item\n WHERE «nam» = 'größe 😀'"),
                    new FailingStatement("SELECT '😀', «nam» FROM item"),
                    new FailingStatement("CREATE INDEX i ON item (lower(«emial»))"),
                    new FailingStatement("INSERT INTO «itme» (id) VALUES (1)"));
        }

        @Override
        public List<SessionChange> sessionChanges() {
            return List.of(
                    new SessionChange("SET search_path = pg_catalog, public", "SHOW search_path"),
                    new SessionChange(
                            "SELECT set_config('search_path', '', false)", "SHOW search_path"),
                    new SessionChange("SET ROLE pg_monitor", "SELECT current_user"),
                    new SessionChange(
                            "SET SESSION AUTHORIZATION pg_monitor", "SELECT session_user"),
                    new SessionChange("SET lock_timeout = '7s'", "SHOW lock_timeout"),
                    new SessionChange(
                            "SET check_function_bodies = off", "SHOW check_function_bodies"),
                    new SessionChange("SET TIME ZONE 'Asia/Tokyo'", "SHOW timezone"),
                    new SessionChange(
                            "SET standard_conforming_strings = off",
                            "SHOW standard_conforming_strings"));
        }

        @Override
        public String slowQuery() {
            return "SELECT pg_sleep(60)";
        }

        @Override
        public String inlineDataStatement() {
            return "COPY item (id, name) FROM STDIN";
        }

        @Override
        public Optional<GeneratedSchemas> generatedSchemas() {
            int major = Integer.parseInt(server.engine().version().orElseThrow());
            return Optional.of(
                    new GeneratedSchemas(
                            // Drawn blindly, unlogged tables meet what they can't be.
                            Vocabulary.everything().without(Feature.UNLOGGED),
                            RULES,
                            List.of(ProvingGround.ROLES),
                            schema -> ownsItsSequences(schema) && boundsDiffer(schema),
                            schema -> asInFiles(PlainNotNulls.named(schema, major))));
        }

        /** A sequence lives where its table does, which renames of made-up schemas don't mind. */
        private static boolean ownsItsSequences(Schema schema) {
            for (SchemaObject object : schema.objects(ObjectKind.SEQUENCE)) {
                Sequence sequence = (Sequence) object;
                String home = sequence.name().schema();
                if (sequence.ownedBy()
                        .filter(owner -> !owner.table().schema().equals(home))
                        .isPresent()) {
                    return false;
                }
            }
            return true;
        }

        /** Two partitions of one table hold different rows, which renames may forget. */
        private static boolean boundsDiffer(Schema schema) {
            Set<List<String>> bounds = new HashSet<>();
            for (Table table : schema.tables()) {
                Optional<PartitionOf> of = table.partitionOf();
                if (of.isPresent()
                        && !bounds.add(
                                List.of(of.get().parent().toString(), of.get().bound().source()))) {
                    return false;
                }
            }
            return true;
        }

        /** Files don't say what the columns of views are; what was drawn may be out of date. */
        private static Schema asInFiles(Schema schema) {
            List<SchemaObject> objects = new ArrayList<>();
            for (SchemaObject object : schema.objects()) {
                objects.add(
                        object instanceof View view
                                ? view.withQuery(view.query().withColumns(List.of()))
                                : object);
            }
            return Schema.of(objects);
        }
    }
}
