package dev.limbeck.cli.command;

import dev.limbeck.Limbeck;
import dev.limbeck.cli.print.RevisionText;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.report.MovementReport;
import dev.limbeck.report.RevisionReport;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What upgrades, downgrades and stamps have in common: running, watching, telling. */
final class Movements {
    private Movements() {}

    /** Runs a movement and tells what it did, also how far it came before it failed. */
    static Outcome run(Session session, Function<Limbeck, MovementReport> movement) {
        return watched(session, movement).warning(Placeholders.unused(session));
    }

    private static Outcome watched(Session session, Function<Limbeck, MovementReport> movement) {
        try (MovementWatch watch = MovementWatch.of(session)) {
            Limbeck limbeck = session.limbeck(watch);
            MovementReport report;
            try {
                report = movement.apply(limbeck);
            } catch (LimbeckException failure) {
                Outcome failed = Outcome.failed(failure);
                return watch.plan()
                        .map(
                                plan ->
                                        failed.withAnswer(partial(limbeck, failure, watch, plan))
                                                .warning(plan.notices()))
                        .orElse(failed);
            }
            return Outcome.of(MovementAnswer.done(report, places(limbeck, report.to())))
                    .warning(report.notices());
        }
    }

    /** Tells what a movement would do. */
    static Outcome plan(Session session, Function<Limbeck, MovementReport> planning) {
        Limbeck limbeck = session.limbeck();
        MovementReport report = planning.apply(limbeck);
        return Outcome.of(MovementAnswer.planned(report, places(limbeck, report.to())))
                .warning(report.notices())
                .warning(Placeholders.unused(session));
    }

    private static Answer partial(
            Limbeck limbeck, LimbeckException failure, MovementWatch watch, MovementReport plan) {
        // Whoever holds the lock is just moving them.
        Optional<HeadSet> rows =
                failure.code() == ErrorCode.LOCK_TIMEOUT
                        ? Optional.empty()
                        : rowsAfterFailure(limbeck);
        return MovementAnswer.stopped(
                plan.from(),
                rows,
                watch.steps(),
                rows.map(known -> places(limbeck, known)).orElse(List.of()));
    }

    /** After a failure the database itself is asked where it is, if it still answers. */
    private static Optional<HeadSet> rowsAfterFailure(Limbeck limbeck) {
        try {
            return Optional.of(limbeck.rows());
        } catch (LimbeckException unreachable) {
            // The failure that is being told says more than this one; the place stays unknown.
            return Optional.empty();
        }
    }

    /** Returns the revisions a database is at, those without a file marked as unknown. */
    static List<Place> places(Limbeck limbeck, HeadSet rows) {
        RevisionGraph graph = limbeck.migrations().graph();
        return rows.ids().stream().map(id -> place(graph, id)).toList();
    }

    private static Place place(RevisionGraph graph, RevisionId id) {
        return new Place(
                id.value(),
                graph.find(id)
                        .map(revision -> RevisionReport.of(graph, revision, Optional.empty())));
    }

    /**
     * A row of the version table.
     *
     * @param revision empty where no file has it
     */
    record Place(String id, Optional<RevisionReport> revision) {
        /** Returns it as {@code current} writes it. */
        String line(RevisionText text) {
            return revision.map(known -> text.line(known, RevisionText.CURRENT))
                    .orElseGet(() -> text.unknownLine(id));
        }
    }
}
