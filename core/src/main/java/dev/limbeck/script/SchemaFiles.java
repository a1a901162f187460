package dev.limbeck.script;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.script.FolderWalk.FoundFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that say what a database shall be: {@code name.sql} for every database, {@code
 * name.<dialect>.sql} in its place for one.
 */
public final class SchemaFiles {
    private static final int ENDING = ".sql".length();

    private final DialectNames dialects;
    private final List<FoundFile> found;
    private final List<Diagnostic> findings;

    private SchemaFiles(DialectNames dialects, FolderWalk walk) {
        this.dialects = dialects;
        this.found = List.copyOf(walk.files());
        this.findings = List.copyOf(walk.findings());
    }

    /**
     * What one database reads of them.
     *
     * @param read the files, in the order of their folders and names
     * @param unread the other .sql files
     */
    public record Selection(List<ScriptFile> read, List<Unread> unread) {
        public Selection {
            read = List.copyOf(read);
            unread = List.copyOf(unread);
        }
    }

    /**
     * A file that is not read.
     *
     * @param shown its path as users see it
     * @param reason why not, after «is not read: »
     */
    public record Unread(Path shown, String reason) {}

    /**
     * Finds the files.
     *
     * @param roots files and folders
     * @param projectRoot the project's folder
     * @param dialectNames every dialect name a file's stem may end in, besides the reserved ones
     */
    public static SchemaFiles find(
            List<Path> roots, Path projectRoot, Collection<String> dialectNames) {
        return new SchemaFiles(
                DialectNames.with(dialectNames),
                FolderWalk.ofFoldersAndFiles(roots, projectRoot, "schema"));
    }

    /** Returns what is wrong with the roots. */
    public List<Diagnostic> findings() {
        return findings;
    }

    /** Files that stand for each other: those of one folder and stem. */
    private record Stem(Path folder, String name) {}

    /**
     * Returns what a database reads.
     *
     * @param variants its dialect names, the most specific first
     */
    public Selection select(List<String> variants) {
        Map<Stem, Integer> best = new HashMap<>();
        for (FoundFile file : found) {
            rank(file, variants).ifPresent(rank -> best.merge(stem(file), rank, Math::min));
        }
        List<ScriptFile> read = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        for (FoundFile file : found) {
            Optional<String> reason = reasonAgainst(file, variants, best);
            if (reason.isPresent()) {
                unread.add(new Unread(file.shown(), reason.get()));
            } else {
                read.add(script(file));
            }
        }
        return new Selection(read, unread);
    }

    private Optional<String> reasonAgainst(
            FoundFile file, List<String> variants, Map<Stem, Integer> best) {
        if (file.name().startsWith(".")) {
            return Optional.of("it is hidden");
        }
        if (FileName.parse(file.name(), dialects).isPresent()) {
            return Optional.of("by its name it belongs to a revision");
        }
        Optional<Integer> rank = rank(file, variants);
        if (rank.isEmpty()) {
            return Optional.of("it is for " + variant(file).orElseThrow());
        }
        Integer winner = best.get(stem(file));
        return winner == null || winner.equals(rank.get())
                ? Optional.empty()
                : Optional.of("the one for " + variants.get(winner) + " takes its place");
    }

    /** Returns how specific a file is, the most specific 0; empty where it serves others. */
    private Optional<Integer> rank(FoundFile file, List<String> variants) {
        Optional<String> variant = variant(file);
        if (variant.isEmpty()) {
            return Optional.of(variants.size());
        }
        int place = variants.indexOf(variant.get());
        return place < 0 ? Optional.empty() : Optional.of(place);
    }

    private Optional<String> variant(FoundFile file) {
        String name = nameOf(file);
        int dot = name.lastIndexOf('.');
        return Optional.of(name.substring(dot + 1))
                .filter(last -> dot > 0 && dialects.contains(last));
    }

    private Stem stem(FoundFile file) {
        String name = nameOf(file);
        String stem =
                variant(file)
                        .map(last -> name.substring(0, name.length() - last.length() - 1))
                        .orElse(name);
        Path parent = file.real().getParent();
        return new Stem(parent == null ? file.real() : parent, stem);
    }

    private static String nameOf(FoundFile file) {
        return file.name().substring(0, file.name().length() - ENDING);
    }

    private ScriptFile script(FoundFile file) {
        return new ScriptFile(
                file.real(),
                file.shown(),
                Direction.UP,
                stem(file).name(),
                variant(file),
                Optional.of(file.state()));
    }
}
