package dev.limbeck.script;

import dev.limbeck.config.ProjectConfig;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Writes new revision files, and new parents into the headers of existing ones. */
public final class RevisionFileWriter {
    private final ProjectConfig config;
    private final Supplier<String> ids;
    private final Clock clock;

    /** Makes a writer of random ids and the system's time. */
    public static RevisionFileWriter of(ProjectConfig config) {
        throw new UnsupportedOperationException("not built yet");
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

    /** Writes all files of a revision or none; never overwrites one. */
    public WrittenRevision write(NewRevision revision, Migrations existing) {
        throw new UnsupportedOperationException(
                "not built yet" + config + ids + clock + revision + existing.files());
    }

    /** Returns the lines that change when a revision gets other parents; writes nothing. */
    public List<HeaderEdit> planRevises(Migration migration, List<String> revises) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Writes planned lines; every other byte stays as it is. */
    public void apply(List<HeaderEdit> edits) {
        throw new UnsupportedOperationException("not built yet");
    }
}
