package dev.limbeck;

import dev.limbeck.config.ProjectConfig;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.report.CurrentReport;
import dev.limbeck.report.DoctorReport;
import dev.limbeck.report.MovementReport;
import dev.limbeck.report.StatusReport;
import dev.limbeck.report.ValidationReport;
import dev.limbeck.script.Migrations;
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

        /** Uses a caller's connections; the caller closes it. */
        Builder dataSource(DataSource dataSource);

        Builder listener(ExecutionListener listener);

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

    /** Empties the version table, whatever stood in it, then stamps. */
    public MovementReport purgeAndStamp(List<String> targets) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Answers also when a row has no file; never makes a table. */
    public CurrentReport current() {
        throw new UnsupportedOperationException("not built yet");
    }

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

    /** Makes the version table where it is absent. */
    public void ensureVersionTable() {
        throw new UnsupportedOperationException("not built yet");
    }

    public DoctorReport doctor() {
        throw new UnsupportedOperationException("not built yet");
    }

    @Override
    public void close() {}
}
