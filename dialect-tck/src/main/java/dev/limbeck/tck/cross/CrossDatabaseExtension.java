package dev.limbeck.tck.cross;

import dev.limbeck.config.ConfigReader;
import dev.limbeck.config.ConfigRequest;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.tck.server.Engine;
import dev.limbeck.tck.server.TestServer;
import dev.limbeck.tck.server.TestServers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Does what {@link CrossDatabase} asks for. */
final class CrossDatabaseExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(CrossDatabaseExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        CrossDatabase wanted =
                AnnotationSupport.findAnnotation(context.getElement(), CrossDatabase.class)
                        .orElseThrow();
        TestServers servers = TestServers.of(context);
        List<TestServer> engines =
                Arrays.stream(wanted.dialects())
                        .map(name -> servers.server(Engine.parse(name)))
                        .toList();
        Path folder = Path.of("").toAbsolutePath();
        ProjectConfig project =
                ConfigReader.read(
                        ConfigRequest.in(folder).withFile(folder.resolve(wanted.project())));
        AllowedDifferences allowed =
                wanted.allow().isEmpty()
                        ? AllowedDifferences.none()
                        : AllowedDifferences.read(folder.resolve(wanted.allow()));
        CrossDatabases databases = CrossDatabases.of(project, engines);
        context.getStore(NAMESPACE).put(CrossDatabases.class, databases);
        List<String> complaints = databases.complaints(allowed);
        if (!complaints.isEmpty()) {
            throw new AssertionError(
                    "the databases of "
                            + wanted.project()
                            + " don't agree:\n  "
                            + String.join("\n  ", complaints));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CrossDatabases.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(
                context.getStore(NAMESPACE).get(CrossDatabases.class, CrossDatabases.class));
    }
}
