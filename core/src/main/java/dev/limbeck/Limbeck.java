package dev.limbeck;

import dev.limbeck.config.DatabaseConfig;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.report.CurrentReport;
import dev.limbeck.report.DoctorReport;
import dev.limbeck.report.MovementReport;
import dev.limbeck.report.StatusReport;
import dev.limbeck.report.ValidationReport;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.script.Migrations;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/**
 * One project against one database. The library's front door; immutable, without static state, so
 * that any number of them live in one JVM.
 *
 * <p>Files are read and connections opened when first needed. Every method throws a {@link
 * dev.limbeck.error.LimbeckException} the user can act on.
 */
public final class Limbeck implements AutoCloseable {
    private Limbeck() {}

    /** Returns a builder; each of its methods returns a new one. */
    public static Builder configure() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Immutable settings of a {@link Limbeck}. */
    public interface Builder {
        Builder project(ProjectConfig config);

        /** Uses a caller's connections instead of the project's URL; the caller closes them. */
        Builder dataSource(DataSource dataSource);

        /** Overrides the project's URL, user and password. */
        Builder database(DatabaseConfig database);

        /** Hears what happens while a plan runs. */
        Builder listener(ExecutionListener listener);

        /** Tells the time that goes into the history; the system's clock unless set. */
        Builder clock(Clock clock);

        Limbeck build();
    }

    /** Returns the project's revision files, read at the first call. */
    public Migrations migrations() {
        throw new UnsupportedOperationException("not built yet");
    }

    public MovementReport upgrade(MovementRequest request) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Says what {@link #upgrade} would do; runs and writes nothing. */
    public MovementReport planUpgrade(MovementRequest request) {
        throw new UnsupportedOperationException("not built yet");
    }

    public MovementReport downgrade(MovementRequest request) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Says what {@link #downgrade} would do; runs and writes nothing. */
    public MovementReport planDowngrade(MovementRequest request) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Sets the version table's rows; runs no script. */
    public MovementReport stamp(List<String> targets) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Writes the script that would upgrade a database, for its own command-line client.
     *
     * @param range {@code FROM:TO}, or a target, which starts at base
     * @return the steps that were written
     */
    public MovementReport upgradeScript(String range, Appendable out) throws IOException {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Writes the script that would downgrade a database.
     *
     * @param range {@code FROM:TO}
     */
    public MovementReport downgradeScript(String range, Appendable out) throws IOException {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Writes the script that would set the version table's rows.
     *
     * @param targets revisions to stamp; each may be {@code FROM:TO}, all with the same start
     */
    public MovementReport stampScript(List<String> targets, Appendable out) throws IOException {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Writes the script that makes the version table. */
    public void ensureVersionTableScript(Appendable out) throws IOException {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Empties the version table, whatever stood in it, then stamps. */
    public MovementReport purgeAndStamp(List<String> targets) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the version table's rows as they stand, none where there is no table. */
    public HeadSet rows() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Answers also when a row has no file; never makes a table. */
    public CurrentReport current() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Says how the database stands to the files. */
    public StatusReport status() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Returns the history's rows, oldest first. */
    public List<HistoryEvent> events() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Reads every file and says what is wrong; needs no database. */
    public ValidationReport validate() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Makes the version table where it is absent; returns whether it was. */
    public boolean ensureVersionTable() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Looks at the whole set-up; a failure is an answer, not an exception. */
    public DoctorReport doctor() {
        throw new UnsupportedOperationException("not built yet");
    }

    @Override
    public void close() {}
}
