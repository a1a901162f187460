package dev.limbeck;

import dev.limbeck.autogenerate.Side;
import dev.limbeck.config.CommandRunner;
import dev.limbeck.config.DatabaseConfig;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.config.Secret;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.execute.Executor;
import dev.limbeck.execute.Resolution;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.JournalRun;
import dev.limbeck.proof.Blame;
import dev.limbeck.proof.DownProof;
import dev.limbeck.proof.Identification;
import dev.limbeck.proof.MergeFinding;
import dev.limbeck.proof.SchemaStory;
import dev.limbeck.report.AutogenerateReport;
import dev.limbeck.report.ComparisonReport;
import dev.limbeck.report.CurrentReport;
import dev.limbeck.report.DoctorReport;
import dev.limbeck.report.MovementReport;
import dev.limbeck.report.StatusReport;
import dev.limbeck.report.ValidationReport;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Migrations;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One project against one database. The library's front door; without static state, so that any
 * number of them live in one JVM.
 *
 * <p>Files are read and connections opened when first needed; files are read once. Every method
 * throws a {@link dev.limbeck.error.LimbeckException} the user can act on. Methods may be called
 * from several threads; what moves the database waits for its lock like any other process.
 */
public final class Limbeck implements AutoCloseable {
    private final Project project;
    private final Movements movements;
    private final Readings readings;
    private final Comparisons comparisons;

    Limbeck(Project project) {
        this.project = project;
        this.movements = new Movements(project);
        this.readings = new Readings(project);
        this.comparisons = new Comparisons(project);
    }

    /** Returns a builder; each of its methods returns a new one. */
    public static Builder configure() {
        return LimbeckBuilder.DEFAULT;
    }

    /** Immutable settings of a {@link Limbeck}. */
    public interface Builder {
        /** Sets the project; the current folder with its defaults unless set. */
        Builder project(ProjectConfig config);

        /** Uses a caller's connections instead of the project's URL; the caller closes them. */
        Builder dataSource(DataSource dataSource);

        /** Overrides the project's URL, user and password. */
        Builder database(DatabaseConfig database);

        /** Overrides the project's URL, user and password. */
        Builder database(String url, String user, Secret password);

        /** Hears what happens while a plan runs. */
        Builder listener(ExecutionListener listener);

        /** Tells the time that goes into the history; the system's clock unless set. */
        Builder clock(Clock clock);

        /** Knows these dialects instead of those on the class path. */
        Builder dialects(Dialects dialects);

        /** Runs {@code password_command} this way instead of with the system's shell. */
        Builder commands(CommandRunner commands);

        Limbeck build();
    }

    /** Returns the project's revision files, read at the first call. */
    public Migrations migrations() {
        return project.migrations();
    }

    /** Moves the database up; throws at the first step that fails. */
    public MovementReport upgrade(MovementRequest request) {
        return movements.upgrade(request);
    }

    /** Says what {@link #upgrade} would do; runs and writes nothing. */
    public MovementReport planUpgrade(MovementRequest request) {
        return movements.planUpgrade(request);
    }

    /** Moves the database down; throws at the first step that fails. */
    public MovementReport downgrade(MovementRequest request) {
        return movements.downgrade(request);
    }

    /** Says what {@link #downgrade} would do; runs and writes nothing. */
    public MovementReport planDowngrade(MovementRequest request) {
        return movements.planDowngrade(request);
    }

    /**
     * Asks a movement that runs on another thread to stop: its statement is cancelled, the work is
     * rolled back or journaled, the lock given back, and it throws {@code INTERRUPTED}. This
     * instance moves nothing any more after that.
     *
     * @return false where nothing runs that could stop
     */
    public boolean cancel() {
        return project.cancellation().request();
    }

    /** Sets the version table's rows; runs no script. */
    public MovementReport stamp(List<String> targets) {
        return movements.stamp(targets);
    }

    /** Empties the version table, whatever stood in it, then stamps. */
    public MovementReport purgeAndStamp(List<String> targets) {
        return movements.purgeAndStamp(targets);
    }

    /**
     * Writes the script that would upgrade a database, for its own command-line client.
     *
     * @param range {@code FROM:TO}, or a target, which starts at base
     * @return the steps that were written
     */
    public MovementReport upgradeScript(String range, Appendable out) throws IOException {
        return movements.upgradeScript(range, out);
    }

    /**
     * Writes the script that would downgrade a database.
     *
     * @param range {@code FROM:TO}
     */
    public MovementReport downgradeScript(String range, Appendable out) throws IOException {
        return movements.downgradeScript(range, out);
    }

    /**
     * Writes the script that would set the version table's rows.
     *
     * @param targets revisions to stamp; each may be {@code FROM:TO}, all with the same start
     */
    public MovementReport stampScript(List<String> targets, Appendable out) throws IOException {
        return movements.stampScript(targets, out);
    }

    /**
     * Settles a revision whose script stopped half way and was finished or undone by hand.
     *
     * @return the revision
     */
    public RevisionId resolve(String reference, Resolution resolution) {
        return movements.resolve(reference, resolution);
    }

    /**
     * Accepts the file of an applied revision that was edited since.
     *
     * @param reason why, for the history
     */
    public Executor.Repair repair(String reference, String reason) {
        return movements.repair(reference, reason);
    }

    /** Returns what is known of scripts that ran outside a transaction, oldest first. */
    public List<JournalRun> journal() {
        return readings.journal();
    }

    /** Makes the version table where it is absent; returns whether it was. */
    public boolean ensureVersionTable() {
        return movements.ensureVersionTable();
    }

    /** Writes the script that makes the version table. */
    public void ensureVersionTableScript(Appendable out) throws IOException {
        movements.ensureVersionTableScript(out);
    }

    /** Returns the version table's rows as they stand, none where there is no table. */
    public HeadSet rows() {
        return readings.rows();
    }

    /** Answers also when a row has no file; never makes a table. */
    public CurrentReport current() {
        return readings.current();
    }

    /** Says how the database stands to the files. */
    public StatusReport status() {
        return readings.status();
    }

    /** Returns the history's rows, oldest first. */
    public List<HistoryEvent> events() {
        return readings.events();
    }

    /**
     * Reads every file, replays the chain for the configured database, and says what is wrong;
     * needs no database.
     */
    public ValidationReport validate() {
        return validate(ValidationRequest.standard());
    }

    /** Says what is wrong with revisions, or with an application's queries; needs no database. */
    public ValidationReport validate(ValidationRequest request) {
        return readings.validate(request);
    }

    /** Says in what two schemas differ; writes nothing. */
    public ComparisonReport compare(ComparisonRequest request) {
        return comparisons.compare(request);
    }

    /**
     * Reads a schema in neutral terms, for {@link dev.limbeck.compare.SchemaComparison} with those
     * of other vendors, which other instances may read.
     */
    public NeutralReading neutral(NeutralSide side) {
        return comparisons.neutral(side);
    }

    /**
     * Replays each revision there and back, without a database.
     *
     * @param references the revisions to prove; empty: all
     * @param dialects the databases whose scripts are read; empty: the configured one
     */
    public List<DownProof> verify(List<String> references, List<String> dialects) {
        return new Proofs(project).verify(references, dialects);
    }

    /**
     * Runs each revision up, down and up again on a database, compares its catalog each time, and
     * with what a replay leads to; takes all down at the end, where all can be.
     *
     * @param url where an empty database is, that is there for nothing else
     * @param references the revisions to prove; empty: all
     */
    public List<DownProof> verifyOn(String url, List<String> references) {
        return new Proofs(project).verifyOn(url, references);
    }

    /**
     * Makes one revision of several, which keeps the id of the last one. The files from before go
     * into a hidden folder beside it, from which a database inside the range goes on.
     *
     * @param range {@code FROM:TO}, both included
     * @param message its message; empty: the last one's
     * @param dialect the database it is written for, where the revisions have no variants; empty:
     *     the configured one
     */
    public Squashed squash(String range, Optional<String> message, Optional<String> dialect) {
        return new Squashing(project).squash(range, message, dialect);
    }

    /** Returns the schema at a revision as a script that makes it. */
    public ComparisonReport schemaAt(String reference, Optional<String> dialect) {
        return comparisons.compare(
                ComparisonRequest.of(new Side.Empty(), new Side.Chain(Optional.of(reference)))
                        .through(dialect));
    }

    /**
     * Writes the down script of a revision whose up script was written by hand.
     *
     * @param dialect the database whose scripts are read; empty: the configured one
     */
    public DerivedDown deriveDown(String reference, Optional<String> dialect) {
        return new Proofs(project).deriveDown(reference, dialect);
    }

    /**
     * Finds the revisions that made something what it is, the newest first.
     *
     * @param name an object, or {@code TABLE.COLUMN}, as it is written in SQL
     * @param dialect the database whose scripts are read; empty: the configured one
     */
    public List<Blame.Entry> blame(String name, Optional<String> dialect) {
        return new Proofs(project).blame(name, dialect);
    }

    /**
     * Says whether lines can be joined, by replaying them in either order from where they part.
     *
     * @return empty where no database is configured whose scripts could be read
     */
    public Optional<MergeFinding> checkMerge(List<RevisionId> heads) {
        return new Proofs(project).checkMerge(heads);
    }

    /**
     * Replays the chain, and tells of what is there at its end which revisions made it.
     *
     * @param dialect the database whose scripts are read; empty: the configured one
     */
    public SchemaStory story(Optional<String> dialect) {
        return new Proofs(project).story(dialect);
    }

    /** Says which revision the database is at, whatever its version table holds. */
    public Identification identify() {
        return new Proofs(project).identify();
    }

    /**
     * Says what {@link #autogenerate} would write. Where the database is one side, refuses unless
     * it is at the heads.
     */
    public ComparisonReport check(ComparisonRequest request) {
        return comparisons.check(request);
    }

    /**
     * Writes a revision that leads from one schema to another: none where they are equal, a second
     * one on top for what can't share a transaction. The {@link #migrations()} of this instance are
     * those that were there before.
     */
    public AutogenerateReport autogenerate(AutogenerateRequest request) {
        return new Autogeneration(project, comparisons).write(request);
    }

    /**
     * Returns the databases of a project that has many; none where it has one.
     *
     * @throws dev.limbeck.error.LimbeckException where they can't be found out
     */
    public List<Target> targets() {
        return new TargetList(project).read();
    }

    /** Looks at the whole set-up; a failure is an answer, not an exception. */
    public DoctorReport doctor() {
        return readings.doctor();
    }

    /** Closes the connections that were opened for the project's URL. */
    @Override
    public void close() {
        project.close();
    }
}
