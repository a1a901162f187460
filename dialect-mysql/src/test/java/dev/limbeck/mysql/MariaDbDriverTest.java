package dev.limbeck.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.ComparisonRequest;
import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.autogenerate.Side;
import dev.limbeck.tck.TemporaryProject;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** A URL of MariaDB's own form works where MariaDB's own driver is on the class path. */
@ParameterizedClass
@EngineSource({"mysql", "mariadb"})
class MariaDbDriverTest {
    private static final ComparisonRequest LEFT_TO_DO =
            ComparisonRequest.of(new Side.Chain(Optional.empty()), new Side.Database());

    @Parameter TestServer server;
    @TempDir Path folder;

    /** Returns a database under the other driver's form of its URL. */
    private static TestDatabase otherwise(TestDatabase database) {
        String url =
                database.url()
                        .replaceFirst("^jdbc:mysql:", "jdbc:mariadb:")
                        .replaceFirst("\\?.*", "?sslMode=disable&allowPublicKeyRetrieval=true");
        return new TestDatabase(url, database.user(), database.password(), () -> {});
    }

    @Test
    void migratesComparesAndGoesBack() throws SQLException {
        TemporaryProject project =
                new TemporaryProject(folder)
                        .revision(
                                "aaa1",
                                "",
                                "CREATE TABLE t (id int PRIMARY KEY, name varchar(50) DEFAULT 'é',"
                                        + " CONSTRAINT named CHECK (name <> ''));\n",
                                "DROP TABLE t;\n");
        try (TestDatabase database = server.newDatabase();
                Limbeck limbeck = project.on(otherwise(database))) {
            assertThat(limbeck.upgrade(MovementRequest.to("head")).steps()).hasSize(1);
            assertThat(limbeck.compare(LEFT_TO_DO).changes()).isEmpty();
            assertThat(limbeck.downgrade(MovementRequest.to("base")).steps()).hasSize(1);
        }
    }
}
