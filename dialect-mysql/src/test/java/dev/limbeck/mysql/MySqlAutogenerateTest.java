package dev.limbeck.mysql;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.tck.AutogenerateProof;
import dev.limbeck.tck.Campaign;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import dev.limbeck.testing.GoldenFiles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/**
 * From one schema to another and back on both flavors: what is written, and that the servers agree.
 * A case's section {@code only} names the flavor it is for; what is written for MariaDB stands in
 * sections of its own where it is otherwise.
 */
@Order(2)
@ParameterizedClass
@EngineSource({"mysql", "mariadb"})
class MySqlAutogenerateTest {
    /** How far apart the cases of an ordinary build are; {@code -Pcampaign} runs all. */
    private static final int FOURTH = 4;

    @Parameter TestServer server;

    @TestFactory
    Stream<DynamicTest> oneSchemaBecomesTheOther() throws SQLException {
        ServerVersion version = version();
        return Campaign.everyOne(
                FOURTH, GoldenFiles.in("autogenerate", sections -> prove(sections, version)));
    }

    private ServerVersion version() throws SQLException {
        try (TestDatabase database = server.newDatabase();
                Connection connection = database.connection()) {
            return ServerVersion.of(DatabaseProduct.of(connection));
        }
    }

    private Map<String, String> prove(Map<String, String> sections, ServerVersion version)
            throws SQLException {
        String only = sections.getOrDefault("only", "").strip();
        Assumptions.assumeTrue(
                only.isEmpty() || only.equals(version.flavor().id()), "it is for " + only);
        Map<String, String> proved =
                new AutogenerateProof(new MySqlUnderTest(server))
                        .prove(
                                sections.getOrDefault("before", ""),
                                sections.getOrDefault("after", ""));
        return version.isMariaDb() && only.isEmpty() ? differing(sections, proved) : proved;
    }

    /** What MariaDB is told as MySQL is stands there once. */
    private static Map<String, String> differing(
            Map<String, String> sections, Map<String, String> proved) {
        Map<String, String> own = new LinkedHashMap<>();
        proved.forEach(
                (name, text) -> {
                    String key = name + " mariadb";
                    if (sections.containsKey(key) || !text.equals(sections.get(name))) {
                        own.put(key, text);
                    }
                });
        return own;
    }
}
