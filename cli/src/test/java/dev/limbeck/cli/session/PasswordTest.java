package dev.limbeck.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.session.TestProject.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password never appears in what is printed, wherever it came from and whatever goes wrong. */
final class PasswordTest {
    private static final String SECRET = "hunter2";

    /** Nobody listens there. */
    private static final String DEAD = "//localhost:1/app";

    @TempDir private Path folder;

    private TestProject project;

    @BeforeEach
    void open() throws Exception {
        project = TestProject.in(folder);
        project.write(
                "migrations/a1b2_one.up.sql",
                "-- one\n--\n-- revision: a1b2\n-- revises:\n\nCREATE TABLE one (id int);\n");
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url = \"jdbc:postgresql://u:hunter2@localhost:1/app\"",
                "url = \"jdbc:postgresql://localhost:1/app?user=u&password=hunter2\"",
                "url = \"jdbc:postgresql://localhost:1/app\"\nuser = \"u\"\npassword = \"hunter2\"",
                "url = \"jdbc:h2:tcp://localhost:1/app;USER=u;PASSWORD=hunter2\"",
                // H2 quotes the statement it can't run.
                "url = \"jdbc:h2:mem:p;INIT=CREATE USER u PASSWORD 'hunter2' BOGUS\"\n"
                        + "password = \"hunter2\"",
                "url = \"jdbc:h2:mem:p;INIT=CREATE USER u PASSWORD 'hunter2' BOGUS\"\n"
                        + "password_file = \"secret.txt\"",
                "url = \"jdbc:h2:mem:p;INIT=CREATE USER u PASSWORD 'hunter2' BOGUS\"\n"
                        + "password_command = \"cat secret.txt\"",
                "url = \"jdbc:h2:mem:p;INIT=CREATE USER u PASSWORD 'hunter2' BOGUS\"\n"
                        + "password = \"${APP_PASSWORD}\"",
                "url = \"jdbc:postgres://u:hunter2@localhost:1/app\"",
                "url = \"jdbc:nosuch://u:hunter2@localhost:1/app\"",
                "url = \"jdbc:postgresql://u:hunter2@localhost:1/app\"\npasword = \"hunter2\"",
                "url = 5\npassword = \"hunter2\"",
                "password = \"hunter2\"\nurl = \"jdbc:h2:mem:x",
                "password = \"hunter2",
                "password = [\"hunter2\"]",
                "password = 'hunter2' 'x'",
            })
    void staysSecretWhateverTheConfigurationIsLike(String database) throws Exception {
        project.write("secret.txt", SECRET + "\n");
        project.set("APP_PASSWORD", SECRET);
        project.write("limbeck.toml", "[database]\n" + database + "\n");

        assertThat(leaks(everythingPrinted())).isEmpty();
    }

    @Test
    void staysSecretInTheEnvironment() {
        project.set("LIMBECK_URL", "jdbc:postgresql://u:" + SECRET + "@localhost:1/app");
        project.set("LIMBECK_PASSWORD", SECRET);

        assertThat(leaks(everythingPrinted())).isEmpty();
    }

    @Test
    void staysSecretInOptions() throws Exception {
        project.write("secret.txt", SECRET);

        assertThat(everythingPrinted("--url", "jdbc:postgresql:" + DEAD + "?password=" + SECRET))
                .noneMatch(text -> text.contains(SECRET));
        assertThat(
                        everythingPrinted(
                                "--url",
                                "jdbc:postgresql:" + DEAD,
                                "--user",
                                "u",
                                "--password-file",
                                "secret.txt"))
                .noneMatch(text -> text.contains(SECRET));
    }

    @Test
    void staysSecretWhenAllGoesWell() throws Exception {
        project.write(
                "limbeck.toml",
                "[database]\nurl = \"jdbc:h2:mem:well;USER=u;PASSWORD=hunter2;DB_CLOSE_DELAY=-1\"\n");

        List<String> printed = everythingPrinted();

        assertThat(leaks(printed)).isEmpty();
        assertThat(printed).anyMatch(text -> text.contains("jdbc:h2:mem:well"));
    }

    /** The script that {@code --sql} writes has to hold it; nothing else tells it. */
    @Test
    void aPlaceholderThatIsNamedASecretStaysOneInWhatFails() throws Exception {
        project.write(
                "limbeck.toml",
                "[database]\nurl = \"jdbc:h2:./vars\"\nuser = \"sa\"\n"
                        + "[vars]\napi_password = \"hunter2\"\n");
        project.write(
                "migrations/a1b2_one.up.sql",
                "-- one\n--\n-- revision: a1b2\n-- revises:\n-- limbeck: vars api_password\n\n"
                        + "CREATE TABLE one (id int);\n"
                        + "INSERT INTO one VALUES ('${api_password}');\n");

        List<String> printed = new ArrayList<>();
        for (String command :
                List.of("upgrade -o json", "upgrade -v", "status", "history -i -v", "show a1b2")) {
            Ended ended = project.run(List.of(command.split(" ")));
            printed.add(ended.out());
            printed.add(ended.err());
        }

        assertThat(leaks(printed)).isEmpty();
        assertThat(printed).anyMatch(text -> text.contains("'${api_password}'"));
    }

    private static List<String> leaks(List<String> printed) {
        assertThat(printed).isNotEmpty();
        return printed.stream()
                .flatMap(String::lines)
                .filter(line -> line.contains(SECRET))
                .toList();
    }

    private List<String> everythingPrinted(String... options) {
        List<String> printed = new ArrayList<>();
        for (String command :
                List.of(
                        "current -v",
                        "doctor -o json",
                        "upgrade -v",
                        "upgrade -v -o json",
                        "upgrade --sql",
                        "-e nope current -v")) {
            List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
            arguments.addAll(List.of(options));
            Ended ended = project.run(arguments);
            printed.add(ended.out());
            printed.add(ended.err());
        }
        printed.removeIf(String::isEmpty);
        return printed;
    }
}
