package dev.limbeck.script;

import dev.limbeck.config.ChainMode;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.RevisionException;
import dev.limbeck.error.ShownPath;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.NewRevision.ScriptPair;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Writes new revision files, and new parents into the headers of existing ones. */
public final class RevisionFileWriter {
    private static final int ID_LENGTH = 12;
    private static final int MOST_TRIES = 1000;

    private final ProjectConfig config;
    private final Supplier<String> ids;
    private final Clock clock;

    /** Makes a writer of random ids and the system's time. */
    public static RevisionFileWriter of(ProjectConfig config) {
        return new RevisionFileWriter(config, RevisionFileWriter::randomId, Clock.systemUTC());
    }

    /**
     * Makes a writer.
     *
     * @param ids gives a new id at each call
     * @param clock tells the date for names and headers
     */
    public RevisionFileWriter(ProjectConfig config, Supplier<String> ids, Clock clock) {
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    private static String randomId() {
        String digits = UUID.randomUUID().toString().replace("-", "");
        return digits.substring(digits.length() - ID_LENGTH);
    }

    /** Writes all files of a revision or none; never overwrites one. */
    public WrittenRevision write(NewRevision revision, Migrations existing) {
        return writeStack(List.of(revision), existing).get(0);
    }

    /**
     * Writes all files of several revisions or none, each on top of the one before.
     *
     * @param stack the lowest first; what the others say they revise does not count
     */
    public List<WrittenRevision> writeStack(List<NewRevision> stack, Migrations existing) {
        return write(
                stack, existing, (revision, below) -> below.map(revision::on).orElse(revision));
    }

    /** Writes all files of several revisions or none; each names its own parents. */
    public List<WrittenRevision> writeAll(List<NewRevision> revisions, Migrations existing) {
        return write(revisions, existing, (revision, below) -> revision);
    }

    private List<WrittenRevision> write(
            List<NewRevision> revisions,
            Migrations existing,
            BiFunction<NewRevision, Optional<RevisionId>, NewRevision> placing) {
        Path folder =
                new VersionFolder(config.migrations(), config.root())
                        .of(revisions.get(0), existing);
        List<RevisionId> taken = new ArrayList<>(existing.ids());
        List<Drafted> drafts = new ArrayList<>();
        Optional<RevisionId> below = Optional.empty();
        for (NewRevision revision : revisions) {
            Drafted draft = draft(placing.apply(revision, below), folder, existing, taken);
            below = Optional.of(draft.id());
            taken.add(draft.id());
            drafts.add(draft);
        }
        FileSet.create(inOrderOfWriting(drafts));
        return drafts.stream().map(RevisionFileWriter::written).toList();
    }

    /**
     * Should the process die between two files, a down file without its up file is noticed at once,
     * while an up file without its down file would pass for a revision.
     */
    private static Map<Path, String> inOrderOfWriting(List<Drafted> drafts) {
        Map<Path, String> files = new LinkedHashMap<>();
        drafts.forEach(draft -> files.putAll(draft.downs()));
        drafts.forEach(draft -> files.putAll(draft.ups()));
        return files;
    }

    /**
     * Writes a revision that takes the place of others; their files go into a hidden folder beside
     * it.
     *
     * @param revision has the id of the last of them
     */
    public SquashedFiles squash(
            NewRevision revision, List<Migration> members, Migrations existing) {
        Migration last = members.get(members.size() - 1);
        RevisionId id = last.revision().id();
        Path place = last.files().get(0).path();
        Path away = ReplacedFiles.folder(place, id.value());
        Drafted draft = draft(revision, id, Objects.requireNonNull(place.getParent()), existing);
        Map<Path, Path> moves = new LinkedHashMap<>();
        for (Migration member : members) {
            for (ScriptFile file : member.files()) {
                moves.put(
                        file.path(),
                        away.resolve(Objects.requireNonNull(file.path().getFileName())));
            }
        }
        FileSet.moveAndCreate(moves, inOrderOfWriting(List.of(draft)));
        List<Path> written = new ArrayList<>(draft.ups().keySet());
        written.addAll(draft.downs().keySet());
        return new SquashedFiles(moves, written);
    }

    /** A revision's files and their texts, before they are written. */
    private record Drafted(
            NewRevision revision,
            RevisionId id,
            ZonedDateTime created,
            Map<Path, String> ups,
            Map<Path, String> downs) {}

    private Drafted draft(
            NewRevision revision, Path folder, Migrations existing, List<RevisionId> taken) {
        return draft(revision, naming(revision, existing, taken), folder, existing);
    }

    private Drafted draft(NewRevision revision, RevisionId id, Path folder, Migrations existing) {
        ZonedDateTime created =
                ZonedDateTime.ofInstant(clock.instant(), config.revision().timezone())
                        .truncatedTo(ChronoUnit.SECONDS);
        Path stem = folder.resolve(name(revision, id, created, existing));
        List<ScriptPair> pairs =
                revision.scripts().isEmpty()
                        ? List.of(new ScriptPair(Optional.empty(), "", ""))
                        : revision.scripts();
        String header = header(revision, id, created);
        Map<Path, String> ups = new LinkedHashMap<>();
        Map<Path, String> downs = new LinkedHashMap<>();
        for (ScriptPair pair : pairs) {
            ups.put(file(stem, pair, Direction.UP), text(header, pair.up()));
            pair.down()
                    .ifPresent(
                            down ->
                                    downs.put(
                                            file(stem, pair, Direction.DOWN),
                                            text(undoes(revision.message(), id), down)));
        }
        return new Drafted(revision, id, created, ups, downs);
    }

    private RevisionId naming(NewRevision revision, Migrations existing, List<RevisionId> taken) {
        if (config.chain() == ChainMode.FILENAME) {
            return FilenameChain.append(revision, taken);
        }
        String id = revision.id().orElseGet(() -> unused(taken));
        Optional<String> problem = RevisionId.problemWith(id);
        if (problem.isPresent()) {
            throw new RevisionException(
                    Diagnostic.error(ErrorCode.ILLEGAL_REVISION_ID, problem.get())
                            .withHint(RevisionId.ADVICE));
        }
        RevisionId checked = new RevisionId(id);
        existing.find(checked)
                .ifPresent(
                        other -> {
                            throw new RevisionException(
                                    Diagnostic.error(
                                            ErrorCode.DUPLICATE_REVISION,
                                            "revision '" + id + "' exists already",
                                            SourceLocation.of(other.revision().path())));
                        });
        return checked;
    }

    private String unused(List<RevisionId> taken) {
        return Stream.generate(ids)
                .limit(MOST_TRIES)
                .filter(id -> !taken.contains(new RevisionId(id)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no new id in " + MOST_TRIES));
    }

    /** Returns the name of the files, without dialect and ending. */
    private String name(
            NewRevision revision, RevisionId id, ZonedDateTime created, Migrations existing) {
        Map<String, String> values = new HashMap<>();
        values.put("rev", id.value());
        values.put("slug", Slug.of(revision.message(), config.revision().slugLength()));
        values.put("year", digits(4, created.getYear()));
        values.put("month", digits(2, created.getMonthValue()));
        values.put("day", digits(2, created.getDayOfMonth()));
        values.put("hour", digits(2, created.getHour()));
        values.put("minute", digits(2, created.getMinute()));
        values.put("second", digits(2, created.getSecond()));
        values.put("epoch", Long.toString(created.toEpochSecond()));
        String name = config.revision().fileTemplate().render(values);
        String stem = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        boolean isDialect =
                FileName.parse(stem + ".up.sql", existing.dialects())
                        .flatMap(FileName::variant)
                        .isPresent();
        boolean isNumbered =
                config.chain() == ChainMode.HEADERS
                        || FilenameChain.number(stem).equals(id.value());
        if (isDialect || !isNumbered) {
            throw new ConfigException(
                    Diagnostic.error(
                                    ErrorCode.FILE_NAME_INVALID,
                                    "the name '"
                                            + stem
                                            + "' that 'file_template' makes "
                                            + (isDialect
                                                    ? "ends in a dialect's name"
                                                    : "does not begin with the number " + id))
                            .withHint("change 'file_template' under [revision]"));
        }
        return name;
    }

    private static String digits(int width, int number) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private String header(NewRevision revision, RevisionId id, ZonedDateTime created) {
        return config.chain() == ChainMode.FILENAME
                ? HeaderText.message(revision.message())
                : HeaderText.of(revision, id.value(), created);
    }

    private static String undoes(String revisionMessage, RevisionId id) {
        Optional<String> message = revisionMessage.lines().findFirst().filter(m -> !m.isBlank());
        return "-- undoes " + id + message.map(text -> ", " + text.strip()).orElse("") + "\n";
    }

    private static String text(String opening, String body) {
        String separated = opening.isEmpty() ? "" : opening + "\n";
        return body.isEmpty() || body.endsWith("\n") ? separated + body : separated + body + "\n";
    }

    private static Path file(Path stem, ScriptPair pair, Direction direction) {
        String variant = pair.variant().map(dialect -> "." + dialect).orElse("");
        return stem.resolveSibling(stem.getFileName() + variant + "." + direction.word() + ".sql");
    }

    private static WrittenRevision written(Drafted draft) {
        List<Path> shown = new ArrayList<>();
        for (Path up : draft.ups().keySet()) {
            shown.add(ShownPath.of(up));
            Path down = down(up);
            if (draft.downs().containsKey(down)) {
                shown.add(ShownPath.of(down));
            }
        }
        NewRevision revision = draft.revision();
        return new WrittenRevision(
                new Revision(
                        draft.id(),
                        revision.revises(),
                        revision.branchLabels(),
                        revision.dependsOn(),
                        revision.message().lines().map(String::strip).findFirst().orElse(""),
                        Optional.of(draft.created().toInstant()),
                        shown.get(0),
                        Map.of()),
                shown);
    }

    /** Returns the lines that change when a revision gets other parents; writes nothing. */
    public List<HeaderEdit> planRevises(Migration migration, List<String> revises) {
        if (config.chain() == ChainMode.FILENAME) {
            throw new ConfigException(
                    Diagnostic.error(
                            ErrorCode.USAGE,
                            "with chain = \"filename\" a revision's parent is told by its file's"
                                    + " name"));
        }
        return migration.files().stream()
                .filter(file -> file.direction() == Direction.UP)
                .map(file -> HeaderLines.planRevises(file, revises))
                .toList();
    }

    /**
     * Writes the down script of an up script; where there is one, it is replaced.
     *
     * @return the file
     */
    public Path writeDown(Migration migration, ScriptFile up, String body) {
        Path file = down(up);
        String text = text(undoes(migration.revision().message(), migration.revision().id()), body);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.exists(file)) {
            FileSet.replace(Map.of(file, out -> out.write(bytes)));
        } else {
            FileSet.create(Map.of(file, text));
        }
        return file;
    }

    /** Returns where the down script of an up script is. */
    public static Path down(ScriptFile up) {
        return down(up.path());
    }

    private static Path down(Path up) {
        String name = String.valueOf(up.getFileName());
        String ending = Direction.UP.word() + ".sql";
        return up.resolveSibling(
                name.substring(0, name.length() - ending.length())
                        + Direction.DOWN.word()
                        + ".sql");
    }

    /** Writes planned lines; every other byte stays as it is. */
    public void apply(List<HeaderEdit> edits) {
        Map<Path, FileSet.Content> contents = new LinkedHashMap<>();
        edits.forEach(edit -> contents.put(edit.file().path(), HeaderLines.apply(edit)));
        FileSet.replace(contents);
    }
}
