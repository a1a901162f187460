package dev.limbeck.tck.server;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the servers of each product come from, the first that answers wins.
 *
 * <p>The order is the same for all: an address from the environment, the artefact that the build
 * copied from its repository, a container. A product is added as one more entry here.
 */
final class ServerSources {
    private final Map<String, List<ServerSource>> byProduct;

    private ServerSources(Map<String, List<ServerSource>> byProduct) {
        this.byProduct = byProduct;
    }

    static ServerSources of(TestSettings settings) {
        var cache = new ArtefactCache(settings.cache());
        return new ServerSources(
                Map.of(
                        "h2",
                        List.of(new H2InProcess()),
                        "postgres",
                        List.of(
                                new PostgresAddress(settings),
                                new PostgresArtefact(settings.servers(), cache),
                                new PostgresContainer()),
                        "mysql",
                        List.of(
                                new MySqlAddress(settings),
                                new MySqlArtefact(settings.servers(), cache),
                                new MySqlContainer()),
                        "mariadb",
                        List.of(
                                new MySqlAddress(settings),
                                new MariaDbArtefact(settings.servers(), cache),
                                new MySqlContainer()),
                        "oracle",
                        List.of(new OracleAddress(settings), new OracleContainerSource())));
    }

    List<ServerSource> of(String product) {
        List<ServerSource> sources = byProduct.get(product);
        if (sources == null) {
            throw new IllegalArgumentException(
                    "no test servers of '"
                            + product
                            + "', only of "
                            + byProduct.keySet().stream()
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        return sources;
    }
}
