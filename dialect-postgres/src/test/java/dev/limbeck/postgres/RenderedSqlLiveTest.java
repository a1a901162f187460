package dev.limbeck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.Schema;
import dev.limbeck.tck.Campaign;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import dev.limbeck.testing.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;

/** What the golden files show is run: it leads to the second state and back to the first one. */
class RenderedSqlLiveTest {
    private static final Path CASES = Path.of("src/test/resources/golden/render");

    /** How far apart the cases of an ordinary build are; {@code -Pcampaign} runs all. */
    private static final int HALF = 2;

    private static final int SIXTH = 6;

    private static final int NEWEST = 18;

    /** Drops everything; to make a database anew takes a server much longer. */
    private static final String EMPTY =
            """
            DO $$
            DECLARE found record;
            BEGIN
              FOR found IN SELECT nspname FROM pg_namespace
                  WHERE nspname <> 'information_schema' AND nspname !~ '^pg_' LOOP
                EXECUTE format('DROP SCHEMA %I CASCADE', found.nspname);
              END LOOP;
            END $$;
            CREATE SCHEMA public;
            GRANT USAGE, CREATE ON SCHEMA public TO PUBLIC;
            """;

    @ParameterizedTest
    @EngineSource("postgres")
    void eachCaseLeadsThereAndBack(TestServer server) throws SQLException, IOException {
        List<String> failures = new ArrayList<>();
        try (TestDatabase database = server.newDatabase();
                Connection connection = database.connection();
                Stream<Path> files = Files.list(CASES)) {
            int step = connection.getMetaData().getDatabaseMajorVersion() < NEWEST ? SIXTH : HALF;
            for (Path file : Campaign.everyOne(step, files.sorted()).toList()) {
                check(connection, GoldenFiles.read(file))
                        .ifPresent(failure -> failures.add(file.getFileName() + ": " + failure));
            }
        }
        assertThat(failures).isEmpty();
    }

    private static Optional<String> check(Connection connection, Map<String, String> sections)
            throws SQLException {
        DatabaseProduct product = DatabaseProduct.of(connection);
        PostgresSchemas support = new PostgresSchemas(product);
        String actual = sections.getOrDefault("actual", "");
        String desired = sections.getOrDefault("desired", "");
        int needed = Integer.parseInt(sections.getOrDefault("version", "13").strip());
        if (product.major() < needed) {
            return Optional.empty();
        }
        Schema wanted = build(connection, support, desired);
        Schema start = build(connection, support, actual);
        run(connection, sections.getOrDefault("rows", ""));
        RenderCase rendered = RenderCase.of(support, actual, desired);
        try {
            apply(connection, rendered.upgrade());
            List<String> left = left(support, read(connection, support), wanted);
            if (!left.isEmpty()) {
                return Optional.of("after the upgrade: " + left);
            }
            apply(connection, rendered.downgrade());
            List<String> leftBehind = left(support, read(connection, support), start);
            return leftBehind.isEmpty()
                    ? Optional.empty()
                    : Optional.of("after the downgrade: " + leftBehind);
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Schema build(Connection connection, PostgresSchemas support, String script)
            throws SQLException {
        run(connection, EMPTY);
        run(connection, script);
        return read(connection, support);
    }

    private static Schema read(Connection connection, PostgresSchemas support) throws SQLException {
        Schema schema = support.introspector(connection).read(ObjectFilter.all()).schema();
        return support.normalizer().normalize(schema);
    }

    private static List<String> left(PostgresSchemas support, Schema now, Schema wanted) {
        return SchemaDiff.between(now, wanted, support.diffOptions()).changes().stream()
                .map(SchemaChange::summary)
                .toList();
    }

    /** Runs statements, each committed on its own. */
    private static void apply(Connection connection, List<RenderedStatement> statements)
            throws SQLException {
        for (RenderedStatement statement : statements) {
            run(connection, statement.sql());
        }
    }

    private static void run(Connection connection, String script) throws SQLException {
        if (!script.isBlank()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(script);
            }
        }
    }
}
