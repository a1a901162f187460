package dev.limbeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.error.Severity;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.report.StepReport;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Direction;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;

/** The sample project goes up, down and up again, and arrives where its schema files say. */
@ParameterizedClass(name = "{0}")
@EngineSource({"h2", "postgres", "mysql", "mariadb"})
class SampleProjectTest {
    private static final String LOYALTY_TIP = "1b54cbec8ddf";
    private static final String REPORTING_TIP = "c0858b26b39c";
    private static final String MAIN_BEFORE_MERGE = "dbef544c1731";
    private static final String LOCALE_ADDED = "7d1de1f01d95";
    private static final String LOCALE_REQUIRED = "ad21e8d2ebda";
    private static final String ON_HOLD = "a4d07b52a133";
    private static final String GRAMS = "4ac83d334e2f";

    private final TestServer server;
    private final SampleProject project = SampleProject.read();
    private final Catalog catalog;
    private TestDatabase database;
    private Connection connection;

    SampleProjectTest(TestServer server) throws IOException {
        this.server = server;
        this.catalog = Catalog.of(server.engine().product());
    }

    @BeforeEach
    void makeDatabase() throws SQLException {
        database = server.newDatabase();
        connection = database.connection();
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void eachDownRestoresWhatItsUpFoundAndUpAgainGivesTheSame() throws SQLException {
        var witness = new Witness(catalog, connection);
        try (Limbeck limbeck = project.against(database, witness)) {
            limbeck.upgrade(MovementRequest.to("head"));
            List<String> built = catalog.read(connection);
            List<String> rows = Contents.of(connection);
            assertThat(built).hasSizeGreaterThan(1000);
            assertThat(rows).hasSizeGreaterThan(100);

            limbeck.downgrade(MovementRequest.to("base"));
            assertThat(limbeck.rows().isEmpty()).isTrue();
            witness.assertEachDownRestored(limbeck.migrations().all().size());

            limbeck.upgrade(MovementRequest.to("head"));
            assertThat(Differences.between(built, catalog.read(connection))).isEmpty();
            assertThat(Differences.between(rows, Contents.of(connection))).isEmpty();
        }
    }

    @Test
    void branchesMayRunInAnyOrder() throws SQLException {
        List<String> loyaltyFirst = built(LOYALTY_TIP, REPORTING_TIP, "head");
        List<String> loyaltyLast = built(MAIN_BEFORE_MERGE, REPORTING_TIP, "head");
        assertThat(Differences.between(loyaltyFirst, loyaltyLast)).isEmpty();
    }

    private List<String> built(String... targets) throws SQLException {
        try (TestDatabase other = server.newDatabase();
                Connection reader = other.connection();
                Limbeck limbeck = project.against(other)) {
            for (String target : targets) {
                limbeck.upgrade(MovementRequest.to(target));
            }
            return catalog.read(reader);
        }
    }

    @Test
    void desiredSchemaIsWhereTheChainArrives() throws SQLException, IOException {
        try (Limbeck limbeck = project.against(database)) {
            limbeck.upgrade(MovementRequest.to("head"));
        }
        List<String> built = catalog.read(connection);
        try (TestDatabase other = server.newDatabase();
                Connection desired = other.connection()) {
            project.createDesired(desired, Dialects.installed().byName(server.engine().product()));
            assertThat(Differences.between(built, catalog.read(desired))).isEmpty();
        }
        assertOnlyDeclaredPlaceholdersAreFilled();
    }

    private void assertOnlyDeclaredPlaceholdersAreFilled() throws SQLException {
        assertThat(query("SELECT content FROM shop_setting WHERE setting_key LIKE 'shop.%'"))
                .containsExactlyInAnyOrder("Alder Lane", "EUR", "© ${year} Alder Lane");
        assertThat(query("SELECT subject FROM notification_template WHERE locale_code = 'de'"))
                .containsExactly("Ihre Bestellung ${order_number} ist unterwegs");
    }

    @Test
    void backFillTakesTheLocaleFromTheDefaultAddress() throws SQLException {
        try (Limbeck limbeck = project.against(database)) {
            limbeck.upgrade(MovementRequest.to(LOCALE_ADDED));
            customerIn(1, "AT");
            customerIn(2, "CH");
            customerIn(3, "PL");
            execute("UPDATE customer SET default_address_id = NULL WHERE id = 3");
            limbeck.upgrade(MovementRequest.to(LOCALE_REQUIRED));
            assertThat(query("SELECT id, locale_code FROM customer ORDER BY id"))
                    .containsExactly("1 de", "2 de-CH", "3 en");

            limbeck.downgrade(MovementRequest.to(LOCALE_ADDED));
            assertThat(query("SELECT count(*) FROM customer WHERE locale_code IS NULL"))
                    .containsExactly("3");
        }
    }

    @Test
    void downMovesRowsThatTheOldCheckRefuses() throws SQLException {
        try (Limbeck limbeck = project.against(database)) {
            limbeck.upgrade(MovementRequest.to(ON_HOLD));
            customerIn(1, "AT");
            execute(
                    "INSERT INTO sales_order (id, customer_id, order_number, currency_code, status)"
                            + " VALUES (1, 1, 7, 'EUR', 'on-hold')");
            limbeck.downgrade(MovementRequest.to("-1"));
            assertThat(query("SELECT status FROM sales_order")).containsExactly("new");
        }
    }

    @Test
    void weightsSurviveTheConversionBothWays() throws SQLException {
        String grams = "SELECT max_weight_grams FROM carrier_service ORDER BY 1";
        String kilograms = "SELECT max_weight_kg FROM carrier_service ORDER BY 1";
        try (Limbeck limbeck = project.against(database)) {
            limbeck.upgrade(MovementRequest.to(GRAMS));
            assertThat(query(grams)).containsExactly("2000", "12250", "20000", "31500");
            limbeck.downgrade(MovementRequest.to("-1"));
            assertThat(query(kilograms)).containsExactly("2.00", "12.25", "20.00", "31.50");
        }
    }

    @Test
    void validateFindsNothingWrong() {
        try (Limbeck limbeck = project.against(database)) {
            assertThat(limbeck.validate().findings())
                    .filteredOn(finding -> finding.severity() != Severity.INFO)
                    .isEmpty();
        }
    }

    private void customerIn(int id, String country) throws SQLException {
        execute(
                "INSERT INTO customer (id, customer_number, email, last_name) VALUES (%1$d, 'C%1$d', 'c%1$d@shop.example', 'Lang')"
                        .formatted(id),
                "INSERT INTO address (id, customer_id, recipient, street, city, country_code) VALUES (%1$d, %1$d, 'Lang', 'Weg 1', 'Ort', '%2$s')"
                        .formatted(id, country),
                "UPDATE customer SET default_address_id = %1$d WHERE id = %1$d".formatted(id));
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                var values = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(rows.getString(i));
                }
                lines.add(String.join(" ", values));
            }
            return lines;
        }
    }

    /** Reads the catalog before each step up and after each step down. */
    private static final class Witness implements ExecutionListener {
        private final Catalog catalog;
        private final Connection connection;
        private final Map<RevisionId, List<String>> before = new LinkedHashMap<>();
        private final Map<RevisionId, List<String>> after = new LinkedHashMap<>();

        private Witness(Catalog catalog, Connection connection) {
            this.catalog = catalog;
            this.connection = connection;
        }

        @Override
        public void stepStarted(StepReport step, int number, int of) {
            if (step.direction() == Direction.UP) {
                before.putIfAbsent(step.revision().id(), read());
            }
        }

        @Override
        public void stepFinished(StepReport step) {
            if (step.direction() == Direction.DOWN) {
                after.put(step.revision().id(), read());
            }
        }

        private List<String> read() {
            try {
                return catalog.read(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void assertEachDownRestored(int revisions) {
            assertThat(after).hasSize(revisions);
            after.forEach(
                    (revision, lines) ->
                            assertThat(
                                            Differences.between(
                                                    before.getOrDefault(revision, List.of()),
                                                    lines))
                                    .as("down of " + revision)
                                    .isEmpty());
        }
    }
}
