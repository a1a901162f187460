package dev.limbeck.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.session.TestProject.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desired state that comes from a library's own source, beside files of SQL. */
final class SchemaSourceTest {
    @TempDir private Path folder;

    private TestProject project(String entries) throws IOException {
        return TestProject.in(folder)
                .write("limbeck.toml", "schema = [" + entries + "]\n[database]\nurl = \"<URL>\"\n")
                .write("schema/kind.sql", "CREATE TABLE kind (id integer PRIMARY KEY);\n");
    }

    @Test
    void bothDescribeTheDesiredStateAndTheDatabaseComesToEqualIt() throws Exception {
        try (TestProject project =
                project("\"schema\", \"columns:model.txt\"")
                        .write("model.txt", "item id bigint\nitem name varchar\n")) {
            Ended written =
                    project.run(
                            "revision", "--autogenerate", "-m", "model", "--rev-id", "abcd1234");
            assertThat(written.code()).as(written.err()).isZero();
            assertThat(Files.readString(folder.resolve("migrations/abcd1234_model.up.sql")))
                    .contains("CREATE TABLE kind (")
                    .contains("CREATE TABLE item (\n    id bigint,\n    name varchar\n);");
            assertThat(project.run("upgrade").code()).isZero();
            Ended checked = project.run("check");
            assertThat(checked.code()).as(checked.out()).isZero();
        }
    }

    @Test
    void whatItDoesNotUnderstandIsShownAtItsPlace() throws Exception {
        try (TestProject project =
                project("\"columns:model.txt\"").write("model.txt", "item id bigint\nnonsense\n")) {
            Ended checked = project.run("check");
            assertThat(checked.code()).isEqualTo(3);
            assertThat(checked.err()).contains("'nonsense' is no column").contains("model.txt:2:1");
        }
    }

    @Test
    void itsRefusalEndsTheCommand() throws Exception {
        try (TestProject project = project("\"columns:missing.txt\"")) {
            Ended checked = project.run("check");
            assertThat(checked.code()).isEqualTo(4);
            assertThat(checked.err()).contains("no list of columns").contains("missing.txt");
        }
    }

    @Test
    void anEntryThatNobodyReadsNamesTheSchemesThatAreThere() throws Exception {
        try (TestProject project = project("\"entities:com.example\"")) {
            Ended checked = project.run("check");
            assertThat(checked.code()).isEqualTo(2);
            assertThat(checked.err())
                    .contains(
                            "nothing on the class path reads a schema from 'entities:com.example'")
                    .contains("known are columns");
        }
    }
}
