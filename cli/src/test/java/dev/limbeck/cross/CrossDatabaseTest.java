package dev.limbeck.cross;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.limbeck.tck.cross.CrossDatabase;
import dev.limbeck.tck.cross.CrossDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A small project whose databases agree but for what a file allows. */
@CrossDatabase(
        project = "src/test/resources/cross/limbeck.toml",
        dialects = {"h2", "postgres:18"},
        allow = "src/test/resources/cross/allowed.txt")
class CrossDatabaseTest {
    @Test
    void eachEngineHasADatabaseAtTheHeads(CrossDatabases databases) throws SQLException {
        for (Connection connection : databases.connections()) {
            assertThat(count(connection, "SELECT count(notes) FROM account")).isZero();
            assertThat(count(connection, "SELECT count(*) FROM limbeck_version")).isEqualTo(1);
        }
        assertThat(databases.connection("h2").getMetaData().getDatabaseProductName())
                .isEqualTo("H2");
    }

    private static int count(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void whatNoFileAllowsFailsTheClass() {
        assertThat(failures(Strict.class))
                .singleElement()
                .asString()
                .contains("account (lower(email)), index: differs")
                .contains("account.notes, type: differs")
                .doesNotContain("seen_at");
    }

    @Test
    void whatIsAllowedNeedlesslyFailsTheClass() {
        assertThat(failures(Needless.class))
                .singleElement()
                .asString()
                .contains("account.notes, type: allowed, and does not differ");
    }

    private static List<String> failures(Class<?> testClass) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(selectClass(testClass)).build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary().getFailures().stream()
                .map(failure -> String.valueOf(failure.getException().getMessage()))
                .toList();
    }

    /** Run by a launcher of its own: its databases differ, and no file allows it. */
    @CrossDatabase(
            project = "src/test/resources/cross/limbeck.toml",
            dialects = {"h2", "postgres:18"})
    static class Strict {
        @Test
        void isNotReached() {}
    }

    /** Run by a launcher of its own: a file allows what one database can't differ in. */
    @CrossDatabase(
            project = "src/test/resources/cross/limbeck.toml",
            dialects = "h2",
            allow = "src/test/resources/cross/allowed.txt")
    static class Needless {
        @Test
        void isNotReached() {}
    }
}
