package dev.limbeck.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.session.TestProject.Ended;
import dev.limbeck.config.LedgerConfig;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.MigrationLock;
import dev.limbeck.ledger.Ledger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run tells that does not get the lock. */
final class LockTest {
    @TempDir private Path folder;

    @Test
    void whoHoldsItIsToldAndNoPlaceThatTheHolderIsJustMoving() throws Exception {
        Dialect dialect = Dialects.installed().byName("h2");
        try (TestProject project = TestProject.in(folder).graph("one1; two2 <- one1");
                Connection holder = DriverManager.getConnection(project.url());
                MigrationLock lock =
                        dialect.lock(
                                holder,
                                () -> DriverManager.getConnection(project.url()),
                                Ledger.open(holder, dialect, LedgerConfig.DEFAULT).lockKey())) {
            assertThat(lock.tryAcquire()).isTrue();

            Ended text = project.run("upgrade", "--wait", "100ms");
            assertThat(text.code()).isEqualTo(10);
            assertThat(text.out()).isEmpty();
            assertThat(text.err())
                    .contains("error[LMB-504]")
                    .contains("waiting for the migration lock, held by session ")
                    .contains("process " + ProcessHandle.current().pid())
                    .contains("hint: ");

            Ended json = project.run("upgrade", "-o", "json");
            assertThat(json.code()).isEqualTo(10);
            assertThat(json.out())
                    .contains("\"to\":null")
                    .contains("\"state\":\"planned\"")
                    .doesNotContain("\"done\"");
        }
    }
}
