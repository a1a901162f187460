package dev.limbeck.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project's settings after every layer (options, environment, {@code [env.NAME]}, file, defaults)
 * has been laid over the other.
 *
 * @param root the folder relative paths start from
 * @param file the configuration file, where there is one
 * @param environment the name given with {@code -e}
 * @param migrations folders with revision files
 * @param schema files or folders of the desired state
 * @param chain how revision files say what they revise
 * @param database how to connect
 * @param ledger where the ledger tables live
 * @param revision how new files are named
 * @param introspect which objects of a database count
 * @param vars placeholders
 * @param guard what this environment forbids
 */
public record ProjectConfig(
        Path root,
        Optional<Path> file,
        Optional<String> environment,
        List<Path> migrations,
        List<Path> schema,
        ChainMode chain,
        DatabaseConfig database,
        LedgerConfig ledger,
        RevisionConfig revision,
        IntrospectConfig introspect,
        Map<String, String> vars,
        GuardConfig guard) {
    public ProjectConfig {
        migrations = List.copyOf(migrations);
        schema = List.copyOf(schema);
        vars = Map.copyOf(vars);
    }
}
