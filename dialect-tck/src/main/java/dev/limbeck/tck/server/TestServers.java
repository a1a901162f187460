package dev.limbeck.tck.server;

import dev.limbeck.tck.server.ServerSource.UnavailableException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * The servers of one test JVM: each started when first asked for, all stopped when JUnit ends.
 *
 * <p>A test class or method gets its servers through {@link EngineSource}; anything else may take
 * this as a parameter with {@link TestServersExtension}.
 */
public final class TestServers implements AutoCloseable {
    private final TestSettings settings;
    private final ServerSources sources;
    private final Map<String, Attempt> attempts = new TreeMap<>();

    TestServers(TestSettings settings) {
        this.settings = settings;
        this.sources = ServerSources.of(settings);
    }

    /** Returns the servers of the JVM that a test belongs to. */
    public static TestServers of(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(TestServers.class))
                .getOrComputeIfAbsent(
                        TestServers.class,
                        key ->
                                new TestServers(
                                        TestSettings.from(System.getProperties(), System.getenv())),
                        TestServers.class);
    }

    /** Returns servers for a program that is no test, which closes them when it is done. */
    public static TestServers forProgram() {
        return new TestServers(TestSettings.from(System.getProperties(), System.getenv()));
    }

    /**
     * Returns the servers of the named products, in every version that the build declares; all that
     * it declares where none is named.
     */
    public List<TestServer> of(String... products) {
        List<String> wanted = List.of(products);
        return settings.engines().stream()
                .filter(engine -> wanted.isEmpty() || wanted.contains(engine.product()))
                .map(settings::asServed)
                .distinct()
                .map(this::server)
                .toList();
    }

    /** Returns the server of an engine. */
    public TestServer server(Engine engine) {
        return new TestServer(settings.asServed(engine), this);
    }

    Attempt attempt(Engine engine) {
        synchronized (attempts) {
            return attempts.computeIfAbsent(engine.toString(), name -> start(engine));
        }
    }

    private Attempt start(Engine engine) {
        var reasons = new ArrayList<String>();
        for (ServerSource source : sources.of(engine.product())) {
            try {
                return new Attempt.Up(source.start(engine));
            } catch (UnavailableException e) {
                reasons.add(e.getMessage());
            } catch (IOException | SQLException e) {
                return new Attempt.Failed(engine, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Attempt.Failed(engine, e);
            }
        }
        return new Attempt.Absent(engine, String.join("; ", reasons), settings.promises(engine));
    }

    @Override
    public void close() throws IOException {
        synchronized (attempts) {
            new EngineReport(settings, System.out)
                    .write(attempts.values().stream().map(Attempt::describe).toList());
            attempts.values().forEach(Attempt::end);
            attempts.clear();
        }
    }
}
