package dev.limbeck.script;

import dev.limbeck.config.ChainMode;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.RevisionException;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.FolderWalk.FoundFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All revision files of a project, read once: headers and names only, scripts when they are needed.
 */
public final class Migrations {
    private final Origin origin;
    private final List<ScriptFile> files;
    private final Map<RevisionId, Migration> migrations;
    private final Map<Path, ScriptSource> shortFiles;
    private final List<Diagnostic> findings;
    private final Supplier<RevisionGraph> graph;
    private final Supplier<Map<ScriptFile, Migration>> owners;

    private Migrations(
            Origin origin,
            List<ScriptFile> files,
            List<Migration> migrations,
            Map<Path, ScriptSource> shortFiles,
            List<Diagnostic> findings) {
        this.origin = origin;
        this.shortFiles = shortFiles;
        this.files = List.copyOf(files);
        this.migrations = new HashMap<>();
        migrations.forEach(migration -> this.migrations.put(migration.revision().id(), migration));
        this.findings = List.copyOf(findings);
        this.graph =
                new Lazy<>(
                        () ->
                                RevisionGraph.of(
                                        migrations.stream().map(Migration::revision).toList()));
        this.owners = new Lazy<>(() -> byFile(migrations));
    }

    /**
     * Reads the headers of all revision files and builds their graph; errors are collected and
     * thrown together.
     *
     * @param dialectNames every dialect name a file's stem may end in, besides the reserved ones
     */
    public static Migrations load(ProjectConfig config, Collection<String> dialectNames) {
        return checked(read(config, dialectNames));
    }

    private static Migrations checked(Migrations migrations) {
        List<Diagnostic> errors =
                migrations.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList();
        if (errors.isEmpty()) {
            migrations.graph();
            return migrations;
        }
        boolean aboutGraph = errors.get(0).code().number() < ErrorCode.INVALID_UTF8.number();
        throw aboutGraph ? new RevisionException(errors) : new ScriptException(errors);
    }

    /**
     * Reads the headers of all revision files; errors stand among the {@link #findings()}, so that
     * a command can report them together with others.
     */
    public static Migrations read(ProjectConfig config, Collection<String> dialectNames) {
        DialectNames dialects = DialectNames.with(dialectNames);
        return new Loading(new Origin(config, dialects, config.migrations(), Set.of())).run();
    }

    /** Returns whether any revision stands for others. */
    public boolean isSquashed() {
        return migrations.values().stream().anyMatch(each -> !each.replaces().isEmpty());
    }

    /**
     * Returns the revisions as a database goes by them: one that stopped inside what is squashed by
     * now goes on by the files from before, the others go by the files as they are.
     *
     * @param rows the database's
     */
    public Migrations seenFrom(HeadSet rows) {
        Migrations seen = this;
        List<Migration> squashed = seen.squashedAround(rows);
        while (!squashed.isEmpty()) {
            seen = seen.unfolded(squashed);
            squashed = seen.squashedAround(rows);
        }
        return seen;
    }

    private List<Migration> squashedAround(HeadSet rows) {
        return migrations.values().stream()
                .filter(
                        migration ->
                                migration.replaces().stream()
                                        .anyMatch(id -> rows.contains(new RevisionId(id))))
                .filter(migration -> Files.isDirectory(folder(migration)))
                .toList();
    }

    private static Path folder(Migration migration) {
        return ReplacedFiles.folder(
                migration.files().get(0).path(), migration.revision().id().value());
    }

    private Migrations unfolded(List<Migration> squashed) {
        List<Path> folders = new ArrayList<>(origin.folders());
        Set<Path> leftOut = new HashSet<>(origin.leftOut());
        for (Migration each : squashed) {
            folders.add(folder(each));
            each.files().forEach(file -> leftOut.add(file.path()));
        }
        return checked(
                new Loading(new Origin(origin.config(), origin.dialects(), folders, leftOut))
                        .run());
    }

    /** Returns every .sql file that is part of a revision, in the order of their paths. */
    public List<ScriptFile> files() {
        return files;
    }

    /**
     * Returns the graph. After {@link #read} it throws {@code RevisionException} where the files
     * that could be read make none.
     */
    public RevisionGraph graph() {
        return graph.get();
    }

    /** Returns a revision's files. */
    public Optional<Migration> find(RevisionId id) {
        return Optional.ofNullable(migrations.get(id));
    }

    /**
     * Returns the revision a file is part of, also where the revisions make no graph; empty where
     * its header says none.
     */
    public Optional<Migration> owner(ScriptFile file) {
        return Optional.ofNullable(owners.get().get(file));
    }

    /**
     * Returns a file's bytes: of a short up file those that its header was read from, of any other
     * what it holds by now.
     */
    public ScriptSource source(ScriptFile file) {
        ScriptSource known = shortFiles.get(file.path());
        return known == null ? ScriptSource.ofFile(file) : known;
    }

    private static Map<ScriptFile, Migration> byFile(Collection<Migration> migrations) {
        Map<ScriptFile, Migration> owners = new HashMap<>();
        migrations.forEach(
                migration -> migration.files().forEach(file -> owners.put(file, migration)));
        return owners;
    }

    /** Returns every revision's files, in the graph's order. */
    public List<Migration> all() {
        return graph().ordered().stream()
                .map(revision -> Objects.requireNonNull(migrations.get(revision.id())))
                .toList();
    }

    /** Returns the names of the placeholders that files declare; reads each file once more. */
    public Set<String> declaredVariables() {
        return DeclaredVariables.in(files);
    }

    /** Returns what was met while reading, in the order of files and lines. */
    public List<Diagnostic> findings() {
        return findings;
    }

    /** Returns the dialect names that were told from other parts of file names. */
    DialectNames dialects() {
        return origin.dialects();
    }

    /** Returns every revision's id, sorted. */
    List<RevisionId> ids() {
        return migrations.keySet().stream().sorted().toList();
    }

    @Override
    public String toString() {
        return "Migrations[" + migrations.size() + " revisions in " + files.size() + " files]";
    }

    /** Computes a value at the first request; a failure is tried again at the next one. */
    private static final class Lazy<T> implements Supplier<T> {
        private final Supplier<T> source;
        private Optional<T> value = Optional.empty();

        Lazy(Supplier<T> source) {
            this.source = source;
        }

        @Override
        public synchronized T get() {
            if (value.isEmpty()) {
                value = Optional.of(source.get());
            }
            return value.get();
        }
    }

    /**
     * Where revision files come from.
     *
     * @param leftOut files that are not read
     */
    private record Origin(
            ProjectConfig config, DialectNames dialects, List<Path> folders, Set<Path> leftOut) {
        Origin {
            folders = List.copyOf(folders);
            leftOut = Set.copyOf(leftOut);
        }
    }

    /** One reading of the folders. */
    private static final class Loading {
        private final Origin origin;
        private final ProjectConfig config;
        private final DialectNames dialects;
        private final List<Diagnostic> findings = new ArrayList<>();
        private final List<ScriptFile> files = new ArrayList<>();

        Loading(Origin origin) {
            this.origin = origin;
            this.config = origin.config();
            this.dialects = origin.dialects();
        }

        Migrations run() {
            FolderWalk walk = FolderWalk.of(origin.folders(), config.root());
            findings.addAll(walk.findings());
            walk.files().forEach(this::take);
            files.sort(Comparator.comparing(file -> file.shown().toString()));
            List<ScriptFile> ups =
                    files.stream().filter(file -> file.direction() == Direction.UP).toList();
            List<ScriptFile> downs =
                    files.stream().filter(file -> file.direction() == Direction.DOWN).toList();
            HeaderChain chain =
                    config.chain() == ChainMode.FILENAME
                            ? new HeaderChain(FilenameChain.of(ups, findings), Map.of())
                            : HeaderChain.of(ups, dialects, findings);
            List<UpFile> usable = chain.ups();
            Set<String> unusable = new HashSet<>();
            ups.forEach(up -> unusable.add(up.stem()));
            usable.forEach(up -> unusable.remove(up.file().stem()));
            List<Migration> migrations =
                    RevisionAssembly.assemble(usable, unusable, downs, findings);
            findings.sort(Diagnostic.BY_PLACE);
            return new Migrations(origin, files, migrations, chain.shortFiles(), findings);
        }

        private void take(FoundFile found) {
            if (origin.leftOut().contains(found.real())) {
                return;
            }
            Optional<FileName> name = FileName.parse(found.name(), dialects);
            if (name.isEmpty() || found.name().startsWith(".")) {
                findings.add(
                        Diagnostic.warning(
                                        ErrorCode.FILE_NAME_INVALID,
                                        "'" + found.name() + "' is no revision file and is ignored",
                                        SourceLocation.of(found.shown()))
                                .withHint(
                                        "names are <rev>_<slug>[.<dialect>].up.sql and .down.sql"));
                return;
            }
            name.get().probableVariant(dialects).ifPresent(dialect -> warn(found, dialect));
            files.add(
                    new ScriptFile(
                            found.real(),
                            found.shown(),
                            name.get().direction(),
                            name.get().stem(),
                            name.get().variant(),
                            Optional.of(found.state())));
        }

        private void warn(FoundFile found, String dialect) {
            findings.add(
                    Diagnostic.warning(
                                    ErrorCode.FILE_NAME_INVALID,
                                    "the name does not end in a known dialect, so the file serves"
                                            + " every database",
                                    SourceLocation.of(found.shown()))
                            .withHint("did you mean '." + dialect + "'?"));
        }
    }
}
