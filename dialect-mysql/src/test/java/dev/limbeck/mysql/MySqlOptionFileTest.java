package dev.limbeck.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.config.Secret;
import dev.limbeck.config.StoredLogin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MySqlOptionFileTest {
    @TempDir private Path home;

    private static StoredLogin read(String... lines) {
        return MySqlOptionFile.read(List.of(lines)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "password=secret | secret",
                "password = secret # of the server | secret",
                "password=\"with # and blank \" | ~with # and blank ~",
                "password='it''s' | it''s",
                "password=a\\\\b\\sc | ~a\\b c~",
                "PASSWORD=x=y | x=y",
            })
    void passwordsAreReadAsTheClientsReadThem(String line, String password) {
        assertThat(read("[client]", line).password().map(Secret::reveal)).contains(password);
    }

    @Test
    void otherGroupsAndCommentsDoNotCount() {
        StoredLogin login =
                read(
                        "[mysqld]",
                        "user=server",
                        "[client]",
                        "#user=old",
                        "user = me",
                        "[mysqldump]",
                        "password=no");
        assertThat(login.user()).contains("me");
        assertThat(login.password()).isEmpty();
    }

    @Test
    void theLastOneCounts() {
        assertThat(
                        read("[client]", "password=a", "[mysql]", "password=b")
                                .password()
                                .map(Secret::reveal))
                .contains("b");
    }

    @Test
    void aFileWithoutLoginIsNone() {
        assertThat(MySqlOptionFile.read(List.of("[client]", "port=3307"))).isEmpty();
    }

    @Test
    void theFileOfTheHomeFolderIsRead() throws Exception {
        assertThat(new MySqlDialect().storedLogin(home)).isEmpty();
        Files.writeString(home.resolve(".my.cnf"), "[client]\npassword=kept\n");
        StoredLogin login = new MySqlDialect().storedLogin(home).orElseThrow();
        assertThat(login.password().map(Secret::reveal)).contains("kept");
        assertThat(login.toString()).doesNotContain("kept");
    }
}
