package dev.limbeck.tck.server;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the build and the environment say about test servers.
 *
 * @param engines what the tests run on
 * @param promised what must really run; a skip of it is a failure
 * @param servers the folder the build copied server artefacts into
 * @param cache where artefacts are unpacked, once for all builds of this user
 * @param report the file to which each JVM adds what it ran on
 * @param module the module whose tests these are
 * @param environment the environment variables
 */
record TestSettings(
        List<Engine> engines,
        List<Engine> promised,
        Path servers,
        Path cache,
        Optional<Path> report,
        String module,
        Map<String, String> environment) {
    private static final String DEFAULT_ENGINES =
            "h2,postgres:14,postgres:18,mysql:8.0,mariadb:11.4,oracle";

    /** What no artefact holds: it runs where somebody provides it, and is a skip elsewhere. */
    private static final Set<String> WITHOUT_ARTEFACT = Set.of("oracle");

    /**
     * Reads the settings.
     *
     * <p>{@code LIMBECK_TEST_REQUIRED} names what must run anywhere. Beyond that the build's own
     * engines must run where their artefacts do, on Linux x86-64.
     */
    static TestSettings from(Properties properties, Map<String, String> environment) {
        String declared = properties.getProperty("limbeck.test.engines");
        List<Engine> engines = engines(declared == null ? DEFAULT_ENGINES : declared);
        boolean promising = declared != null && Platform.isLinuxX64(properties);
        List<Engine> required = engines(environment.get("LIMBECK_TEST_REQUIRED"));
        return new TestSettings(
                engines,
                promising
                        ? Stream.concat(withArtefact(engines), required.stream()).toList()
                        : required,
                Path.of(properties.getProperty("limbeck.test.servers", "target/test-servers")),
                Platform.cacheFolder(properties, environment),
                Optional.ofNullable(properties.getProperty("limbeck.test.report")).map(Path::of),
                properties.getProperty("limbeck.test.module", "tests"),
                Map.copyOf(environment));
    }

    private static Stream<Engine> withArtefact(List<Engine> engines) {
        return engines.stream().filter(engine -> !WITHOUT_ARTEFACT.contains(engine.product()));
    }

    private static List<Engine> engines(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(","))
                        .filter(item -> !item.isBlank())
                        .map(Engine::parse)
                        .toList();
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Returns the variable that points to a server of a product. */
    static String addressVariable(String product) {
        return "LIMBECK_TEST_" + product.toUpperCase(Locale.ROOT) + "_URL";
    }

    /**
     * Returns what an engine is served by: a server from the environment has the version it has.
     */
    Engine asServed(Engine engine) {
        return variable(addressVariable(engine.product())).isPresent()
                ? new Engine(engine.product(), Optional.empty())
                : engine;
    }

    /** Returns whether {@code LIMBECK_TEST_REQUIRED} names a product. */
    boolean requires(String product) {
        return engines(environment.get("LIMBECK_TEST_REQUIRED")).stream()
                .anyMatch(engine -> engine.product().equals(product));
    }

    boolean promises(Engine engine) {
        return promised.stream().anyMatch(each -> each.includes(engine) || engine.includes(each));
    }
}
