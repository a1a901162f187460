package dev.limbeck.script;

import dev.limbeck.config.ProjectConfig;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All revision files of a project, read once: headers and names only, scripts when they are needed.
 */
public final class Migrations {
    private Migrations() {}

    /**
     * Reads the headers of all revision files; errors are collected and thrown together.
     *
     * @param dialectNames every dialect name a file's stem may end in
     */
    public static Migrations load(ProjectConfig config, Collection<String> dialectNames) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Reads the headers of all revision files; errors stand among the {@link #findings()}, so that
     * a command can report them together with others.
     */
    public static Migrations read(ProjectConfig config, Collection<String> dialectNames) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns every .sql file that is part of a revision, in the order of their paths. */
    public List<ScriptFile> files() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the graph. */
    public RevisionGraph graph() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns a revision's files. */
    public Optional<Migration> find(RevisionId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns every revision's files, in the graph's order. */
    public List<Migration> all() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns what was met while reading, in the order of files and lines. */
    public List<Diagnostic> findings() {
        throw new UnsupportedOperationException("not built yet");
    }
}
