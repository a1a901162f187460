package dev.limbeck.config;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.nio.file.InvalidPathException;
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
    /** Names the configuration file. */
    public static final String CONFIG_VARIABLE = "LIMBECK_CONFIG";

    /** Names the environment. */
    public static final String ENVIRONMENT_VARIABLE = "LIMBECK_ENV";

    /** Holds the JDBC URL. */
    public static final String URL_VARIABLE = "LIMBECK_URL";

    /** Holds the database user. */
    public static final String USER_VARIABLE = "LIMBECK_USER";

    /** Holds the database password. */
    public static final String PASSWORD_VARIABLE = "LIMBECK_PASSWORD";

    /** Names a file with the database password. */
    public static final String PASSWORD_FILE_VARIABLE = "LIMBECK_PASSWORD_FILE";

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

    /** Returns a variable of the process's environment; an empty one counts as not set. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** Returns the path that a variable of the process's environment names. */
    Optional<Path> path(String name) {
        try {
            return variable(name).map(workingFolder::resolve);
        } catch (InvalidPathException e) {
            throw new ConfigException(
                    Diagnostic.error(
                            ErrorCode.CONFIG_VALUE_INVALID,
                            "the environment variable " + name + " is no path: " + e.getReason()),
                    e);
        }
    }

    /** Leaves the process's environment out: it may hold secrets. */
    @Override
    public String toString() {
        return "ConfigRequest[file=" + file + ", environment=" + environment + "]";
    }
}
