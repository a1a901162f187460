package dev.limbeck.mutations;

import dev.limbeck.Limbeck;
import dev.limbeck.config.ConfigReader;
import dev.limbeck.config.ConfigRequest;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.mutations.Mutation.Kind;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Migration;
import dev.limbeck.script.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts faults into a copy of a project, one at a time, and asks who finds them. */
final class MutationCampaign {
    /** How a column stands in a generated {@code CREATE TABLE}. */
    private static final Pattern COLUMN =
            Pattern.compile(
                    "(?m)^ {4}(?!(?:CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN|KEY|INDEX)\\b)(\\w+) ");

    private final Path folder;
    private final String name;
    private final Dialect dialect;
    private final List<String> variants;
    private final @Nullable RealRun run;

    /**
     * @param folder a copy of the project, which is changed on the way
     * @param name the dialect whose scripts are read
     * @param run tells a fault from a change without a meaning; null where no such server is there
     */
    MutationCampaign(Path folder, String name, @Nullable RealRun run) {
        this.folder = folder;
        this.name = name;
        this.dialect = Dialects.installed().byName(name);
        this.variants = dialect.variants(dialect.presumedOf(name));
        this.run = run;
    }

    /** Copies a project. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Returns what is said of the project as it is. */
    Verdict verdict() {
        try (Limbeck limbeck = open()) {
            return Verdict.of(limbeck, name);
        }
    }

    /** Makes faults of all kinds in turn, and counts. */
    MutationFigures run(int mutations, long seed) throws IOException, SQLException {
        Verdict sound = verdict();
        List<String> wanted = run == null ? List.of() : run.of(config());
        Mutator mutator = mutator(seed);
        MutationFigures figures = new MutationFigures(name);
        for (int number = 0; number < mutations; number++) {
            Optional<Mutation> next = mutator.next(Kind.values()[number % Kind.values().length]);
            if (next.isEmpty()) {
                continue;
            }
            Mutation mutation = next.get();
            String before = Files.readString(mutation.file());
            Files.writeString(mutation.file(), mutation.text());
            Verdict verdict = verdict().beyond(sound);
            if (!verdict.saysNothing() || run == null) {
                figures.add(mutation, verdict);
            } else if (run.of(config()).equals(wanted)) {
                figures.addHarmless(mutation);
            } else {
                figures.add(mutation, verdict);
            }
            Files.writeString(mutation.file(), before);
        }
        return figures;
    }

    private Mutator mutator(long seed) {
        List<Mutator.Source> ups = new ArrayList<>();
        List<Mutator.Source> downs = new ArrayList<>();
        for (Migration migration : Migrations.read(config(), Dialects.installed().names()).all()) {
            if (migration.runsOn(variants)) {
                source(migration, Direction.UP).ifPresent(ups::add);
                source(migration, Direction.DOWN).ifPresent(downs::add);
            }
        }
        return new Mutator(dialect.lexicon(), ups, downs, columns(), seed);
    }

    private Optional<Mutator.Source> source(Migration migration, Direction direction) {
        return migration
                .file(direction, variants)
                .map(file -> new Mutator.Source(migration.revision().id(), file.path()));
    }

    private Set<String> columns() {
        Set<String> names = new HashSet<>();
        try (Limbeck limbeck = open()) {
            String made = limbeck.schemaAt("heads", Optional.of(name)).sql();
            Matcher column = COLUMN.matcher(made);
            while (column.find()) {
                names.add(column.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private ProjectConfig config() {
        return ConfigReader.read(ConfigRequest.in(folder));
    }

    private Limbeck open() {
        return Limbeck.configure().project(config()).build();
    }
}
