package dev.limbeck.tck.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TestSettingsTest {
    private static final Engine POSTGRES_14 = Engine.postgres(14);

    @Test
    void theBuildsOwnEnginesMustRunWhereTheirArtefactsDo() {
        assertThat(settings("Linux", "amd64", Map.of()).promises(POSTGRES_14)).isTrue();
        assertThat(settings("Linux", "amd64", Map.of()).promises(Engine.postgres(18))).isFalse();
        assertThat(settings("Mac OS X", "aarch64", Map.of()).promises(POSTGRES_14)).isFalse();
    }

    @Test
    void theEnvironmentMayRequireAnEngineAnywhere() {
        var required = Map.of("LIMBECK_TEST_REQUIRED", "h2, postgres");
        assertThat(settings("Mac OS X", "aarch64", required).promises(POSTGRES_14)).isTrue();
        var one = Map.of("LIMBECK_TEST_REQUIRED", "postgres:14");
        assertThat(settings("Mac OS X", "aarch64", one).promises(POSTGRES_14)).isTrue();
        assertThat(settings("Mac OS X", "aarch64", one).promises(Engine.h2())).isFalse();
    }

    @Test
    void aServerFromTheEnvironmentStandsForEveryVersion() {
        var settings =
                settings(
                        "Linux",
                        "amd64",
                        Map.of("LIMBECK_TEST_POSTGRES_URL", "jdbc:postgresql://db/postgres"));
        assertThat(settings.asServed(POSTGRES_14)).isEqualTo(Engine.parse("postgres"));
        assertThat(settings.asServed(Engine.h2())).isEqualTo(Engine.h2());
        assertThat(settings.promises(settings.asServed(POSTGRES_14))).isTrue();
    }

    @Test
    void theCacheCanBeMoved() {
        var moved = settings("Linux", "amd64", Map.of("LIMBECK_TEST_CACHE", "/srv/cache"));
        assertThat(moved.cache()).isEqualTo(Path.of("/srv/cache"));
    }

    private static TestSettings settings(
            String system, String architecture, Map<String, String> environment) {
        var properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("os.arch", architecture);
        properties.setProperty("user.home", "/home/somebody");
        properties.setProperty("limbeck.test.engines", "h2,postgres:14");
        return TestSettings.from(properties, environment);
    }
}
