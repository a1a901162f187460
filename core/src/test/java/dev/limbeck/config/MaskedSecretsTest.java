package dev.limbeck.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No value that holds a password shows it when it is printed. */
class MaskedSecretsTest {
    private static final String SECRET = "hunter2";
    private static final String URL = "jdbc:postgresql://u:" + SECRET + "@localhost/app";

    @TestFactory
    List<DynamicTest> holdersShowNoPassword() {
        Path folder = Path.of("project");
        Secret secret = new Secret(SECRET);
        return List.of(
                        secret,
                        new StoredLogin(Optional.of("u"), Optional.of(secret)),
                        new PasswordSource.Known(secret),
                        new PasswordSource.FromCommand("echo " + SECRET, folder),
                        new ConnectionSettings(URL, Optional.of("u"), Optional.of(secret), folder),
                        new ConnectionSettings(
                                "jdbc:h2:x;PASSWORD=" + SECRET,
                                Optional.empty(),
                                Optional.empty(),
                                folder),
                        DatabaseConfig.ofUrl(URL, folder),
                        DatabaseConfig.none(folder).withLogin("u", secret))
                .stream()
                .map(
                        holder ->
                                DynamicTest.dynamicTest(
                                        holder.getClass().getSimpleName(),
                                        () -> assertThat(holder.toString()).doesNotContain(SECRET)))
                .toList();
    }
}
