package dev.limbeck.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Everything besides the file that settles a project's configuration: command-line options and the
 * process's environment.
 *
 * @param file {@code --config}
 * @param environment one {@code --env}
 * @param url {@code --url}
 * @param user {@code --user}
 * @param passwordFile {@code --password-file}
 * @param vars {@code -x KEY=VALUE}
 * @param variables the process's environment variables
 * @param workingFolder where the user stands, absolute
 */
public record ConfigRequest(
        Optional<Path> file,
        Optional<String> environment,
        Optional<String> url,
        Optional<String> user,
        Optional<Path> passwordFile,
        Map<String, String> vars,
        Map<String, String> variables,
        Path workingFolder) {
    public ConfigRequest {
        vars = Map.copyOf(vars);
        variables = Map.copyOf(variables);
    }

    /** Returns a request without options, in an empty process environment. */
    public static ConfigRequest in(Path workingFolder) {
        return new ConfigRequest(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                workingFolder);
    }

    public ConfigRequest withFile(Path file) {
        return new ConfigRequest(
                Optional.of(file),
                environment,
                url,
                user,
                passwordFile,
                vars,
                variables,
                workingFolder);
    }

    public ConfigRequest withEnvironment(String environment) {
        return new ConfigRequest(
                file,
                Optional.of(environment),
                url,
                user,
                passwordFile,
                vars,
                variables,
                workingFolder);
    }

    public ConfigRequest withVariables(Map<String, String> variables) {
        return new ConfigRequest(
                file, environment, url, user, passwordFile, vars, variables, workingFolder);
    }

    /** Leaves the process's environment out: it may hold secrets. */
    @Override
    public String toString() {
        return "ConfigRequest[file=" + file + ", environment=" + environment + "]";
    }
}
