package dev.limbeck.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project's settings after every layer (options, environment, {@code [env.NAME]}, file, defaults)
 * has been laid over the other.
 *
 * @param root the folder relative paths start from, absolute
 * @param file the configuration file, where there is one
 * @param environment the name given with {@code -e}
 * @param migrations folders with revision files
 * @param schema files or folders of the desired state
 * @param schemaSources what else makes up the desired state, {@code scheme:argument} each
 * @param chain how revision files say what they revise
 * @param database how to connect
 * @param limits how long statements may wait and run
 * @param ledger where the ledger tables live
 * @param revision how new files are named
 * @param introspect which objects of a database count
 * @param vars placeholders
 * @param guard what this environment forbids
 * @param hooks commands that run around an upgrade
 * @param targets many databases that are treated alike
 */
public record ProjectConfig(
        Path root,
        Optional<Path> file,
        Optional<String> environment,
        List<Path> migrations,
        List<Path> schema,
        List<String> schemaSources,
        ChainMode chain,
        DatabaseConfig database,
        LimitsConfig limits,
        LedgerConfig ledger,
        RevisionConfig revision,
        IntrospectConfig introspect,
        Map<String, String> vars,
        GuardConfig guard,
        HooksConfig hooks,
        TargetsConfig targets) {
    public ProjectConfig {
        migrations = List.copyOf(migrations);
        schema = List.copyOf(schema);
        schemaSources = List.copyOf(schemaSources);
        vars = Map.copyOf(vars);
    }

    /** Returns a builder that starts with what holds in a folder in which nothing is configured. */
    public static Builder in(Path root) {
        return new Builder(root);
    }

    /** Returns the settings of a folder in which nothing is configured. */
    public static ProjectConfig defaults(Path root) {
        return in(root).build();
    }

    /** Returns a builder that starts with these settings. */
    public Builder toBuilder() {
        Builder builder = new Builder(root);
        builder.file = file;
        builder.environment = environment;
        builder.migrations = migrations;
        builder.schema = schema;
        builder.schemaSources = schemaSources;
        builder.chain = chain;
        builder.database = database;
        builder.limits = limits;
        builder.ledger = ledger;
        builder.revision = revision;
        builder.introspect = introspect;
        builder.vars = vars;
        builder.guard = guard;
        builder.hooks = hooks;
        builder.targets = targets;
        return builder;
    }

    /** Settings in the making. */
    public static final class Builder {
        private final Path root;
        private Optional<Path> file = Optional.empty();
        private Optional<String> environment = Optional.empty();
        private List<Path> migrations;
        private List<Path> schema;
        private List<String> schemaSources = List.of();
        private ChainMode chain = ChainMode.HEADERS;
        private DatabaseConfig database;
        private LimitsConfig limits = LimitsConfig.DEFAULT;
        private LedgerConfig ledger = LedgerConfig.DEFAULT;
        private RevisionConfig revision = RevisionConfig.DEFAULT;
        private IntrospectConfig introspect = IntrospectConfig.DEFAULT;
        private Map<String, String> vars = Map.of();
        private GuardConfig guard = GuardConfig.OPEN;
        private HooksConfig hooks = HooksConfig.NONE;
        private TargetsConfig targets = TargetsConfig.NONE;

        private Builder(Path root) {
            this.root = root;
            this.migrations = List.of(root.resolve("migrations"));
            this.schema = List.of(root.resolve("schema"));
            this.database = DatabaseConfig.none(root);
        }

        public Builder file(Path value) {
            this.file = Optional.of(value);
            return this;
        }

        public Builder environment(String value) {
            this.environment = Optional.of(value);
            return this;
        }

        public Builder migrations(List<Path> value) {
            this.migrations = value;
            return this;
        }

        public Builder schema(List<Path> value) {
            this.schema = value;
            return this;
        }

        public Builder schemaSources(List<String> value) {
            this.schemaSources = value;
            return this;
        }

        public Builder chain(ChainMode value) {
            this.chain = value;
            return this;
        }

        public Builder database(DatabaseConfig value) {
            this.database = value;
            return this;
        }

        public Builder limits(LimitsConfig value) {
            this.limits = value;
            return this;
        }

        public Builder ledger(LedgerConfig value) {
            this.ledger = value;
            return this;
        }

        public Builder revision(RevisionConfig value) {
            this.revision = value;
            return this;
        }

        public Builder introspect(IntrospectConfig value) {
            this.introspect = value;
            return this;
        }

        public Builder vars(Map<String, String> value) {
            this.vars = value;
            return this;
        }

        public Builder guard(GuardConfig value) {
            this.guard = value;
            return this;
        }

        public Builder hooks(HooksConfig value) {
            this.hooks = value;
            return this;
        }

        public Builder targets(TargetsConfig value) {
            this.targets = value;
            return this;
        }

        public ProjectConfig build() {
            return new ProjectConfig(
                    root,
                    file,
                    environment,
                    migrations,
                    schema,
                    schemaSources,
                    chain,
                    database,
                    limits,
                    ledger,
                    revision,
                    introspect,
                    vars,
                    guard,
                    hooks,
                    targets);
        }
    }
}
