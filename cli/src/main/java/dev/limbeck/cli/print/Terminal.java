package dev.limbeck.cli.print;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What surrounds one run of the program: its streams, its environment, its folder.
 *
 * @param in what is typed or piped in
 * @param out results, nothing else
 * @param err progress, warnings and errors
 * @param environment the environment variables
 * @param folder the working folder; relative paths start from it
 * @param interactive the streams a person looks at
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path folder,
        Set<Stream> interactive) {
    /** The two streams that can be a screen. */
    public enum Stream {
        OUT,
        ERR
    }

    public Terminal {
        environment = Map.copyOf(environment);
        interactive = Set.copyOf(interactive);
    }

    /** Returns whether a person looks at a stream. */
    public boolean isInteractive(Stream stream) {
        return interactive.contains(stream);
    }

    /** Returns an environment variable, or the empty text where it is not set. */
    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
