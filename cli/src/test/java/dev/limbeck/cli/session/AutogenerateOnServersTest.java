package dev.limbeck.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.session.TestProject.Ended;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** From a desired schema to a database and back, on real servers. */
@ParameterizedClass
@EngineSource("postgres")
final class AutogenerateOnServersTest {
    private static final String MOODS =
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE TABLE account (
                id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                email varchar(120) NOT NULL UNIQUE,
                m     mood DEFAULT 'ok' NOT NULL,
                CONSTRAINT account_email_ck CHECK (email LIKE '%@%' AND length(email) > 3)
            );
            COMMENT ON TABLE account IS 'who; signs in';
            CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RETURN NEW;
            END;
            $$;
            CREATE TRIGGER account_touched BEFORE UPDATE ON account
                FOR EACH ROW EXECUTE FUNCTION touched();
            """;

    private static final String GLADNESS =
            MOODS.replace("'sad', 'ok')", "'sad', 'ok', 'glad')")
                    .replace("DEFAULT 'ok'", "DEFAULT 'glad'")
                    .replace("NOT NULL UNIQUE,", "NOT NULL UNIQUE,\n    note text,");

    @Parameter private TestServer server;
    @TempDir private Path folder;

    private TestDatabase database;
    private TestProject project;

    @BeforeEach
    void open() throws Exception {
        database = server.newDatabase();
        project = TestProject.in(folder.toRealPath());
        project.write(
                "limbeck.toml",
                "[database]\nurl = \""
                        + database.url()
                        + "\"\nuser = \""
                        + database.user()
                        + "\"\npassword = \""
                        + database.password()
                        + "\"\n");
    }

    @AfterEach
    void close() throws Exception {
        project.close();
        database.close();
    }

    private Ended run(String... arguments) {
        Ended ended = project.run(arguments);
        assertThat(ended.code()).as(ended.out() + ended.err()).isIn(0, 3);
        return ended;
    }

    private void assertClean() {
        Ended check = run("check");
        assertThat(check.out()).isEqualTo("no changes\n");
        assertThat(check.code()).isZero();
        assertThat(run("diff", "--from", "chain", "--to", "database").out())
                .isEqualTo("no changes\n");
    }

    private List<String> files(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(part))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void goesUpAndDownWithTheDesiredSchema() throws Exception {
        project.write("schema/all.sql", MOODS);
        assertThat(run("check").code()).isEqualTo(3);
        assertThat(run("revision", "--autogenerate", "-m", "moods").err()).isEmpty();
        run("upgrade");
        assertClean();

        project.write("schema/all.sql", GLADNESS);
        assertThat(run("check").code()).isEqualTo(3);
        Ended written = run("revision", "--autogenerate", "-m", "be glad", "--rev-id", "top1");
        assertThat(written.err()).isEmpty();
        run("upgrade");
        assertClean();

        run("downgrade", "-2");
        project.write("schema/all.sql", MOODS);
        assertThat(run("diff").out()).isEqualTo("no changes\n");
        run("downgrade", "base");
        assertThat(run("diff", "--from", "empty", "--to", "database").out())
                .isEqualTo("no changes\n");
    }

    @Test
    void whatCantShareATransactionIsARevisionOnTop() throws Exception {
        project.write("schema/all.sql", MOODS);
        run("revision", "--autogenerate", "-m", "moods", "--rev-id", "first");
        run("upgrade");
        project.write("schema/all.sql", GLADNESS);

        Ended written =
                run(
                        "revision",
                        "--autogenerate",
                        "-m",
                        "be glad",
                        "--rev-id",
                        "top1",
                        "--branch-label",
                        "glad",
                        "-o",
                        "json");

        assertThat(written.out()).contains("\"revision\":{\"id\":\"top1\"");
        assertThat(project.run("heads").out()).isEqualTo("top1 (glad) (head)\n");
        assertThat(files("top1")).hasSize(2);
        assertThat(Files.readString(folder.resolve("migrations/" + files("top1").get(1))))
                .contains("-- limbeck: transaction off\n\nALTER TYPE mood ADD VALUE 'glad';")
                .contains("SET DEFAULT 'glad'")
                .doesNotContain("ADD COLUMN note");
        assertThat(files("_be_glad.up")).hasSize(1);
        assertThat(Files.readString(folder.resolve("migrations/" + files("_be_glad.up").get(0))))
                .contains("ADD COLUMN note")
                .contains("-- branch-labels: glad")
                .doesNotContain("transaction off");
    }

    @Test
    void aDatabaseIsAdopted() throws Exception {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute(MOODS);
        }
        project.write(
                "schema/all.sql",
                run("diff", "--from", "empty", "--to", "database", "--sql").out());
        assertThat(run("diff").out()).isEqualTo("no changes\n");

        run("revision", "--autogenerate", "--from", "empty", "--to", "database", "-m", "what was");
        run("stamp", "head");

        assertClean();
    }

    @Test
    void aDatabaseBehindIsRefused() throws Exception {
        project.write("schema/all.sql", MOODS);
        run("revision", "--autogenerate", "-m", "moods");

        Ended refused = project.run("revision", "--autogenerate", "-m", "again");

        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("upgrade").contains("--from chain");
        assertThat(run("revision", "--autogenerate", "--from", "chain", "-m", "again").out())
                .isEqualTo("no changes\n");
    }
}
