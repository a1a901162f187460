package dev.limbeck.tck.server;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Finds the servers for {@link EngineSource}. */
final class EngineArguments extends AnnotationBasedArgumentsProvider<EngineSource> {
    @Override
    protected Stream<? extends Arguments> provideArguments(
            ParameterDeclarations parameters, ExtensionContext context, EngineSource source) {
        return TestServers.of(context).of(source.value()).stream().map(Arguments::of);
    }
}
