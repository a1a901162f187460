package dev.limbeck;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.execute.AppliedState;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.JournalRun;
import dev.limbeck.ledger.VersionRows;
import dev.limbeck.report.CurrentReport;
import dev.limbeck.report.CurrentReport.Entry;
import dev.limbeck.report.DoctorReport;
import dev.limbeck.report.Excerpt;
import dev.limbeck.report.RevisionReport;
import dev.limbeck.report.StatusReport;
import dev.limbeck.report.ValidationReport;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What only looks, at the database or at the files. */
final class Readings {
    private final Project project;

    Readings(Project project) {
        this.project = project;
    }

    HeadSet rows() {
        return versionRows().heads();
    }

    private VersionRows versionRows() {
        return project.inSession(session -> session.ledger().rows());
    }

    CurrentReport current() {
        project.migrations();
        VersionRows rows = versionRows();
        RevisionGraph graph = project.migrations().graph();
        List<Entry> entries = new ArrayList<>();
        for (RevisionId id : rows.heads().ids()) {
            entries.add(new Entry(id.value(), describe(graph, id, rows.heads()), false));
        }
        for (String illegible : rows.illegible()) {
            entries.add(new Entry(illegible, Optional.empty(), false));
        }
        for (RevisionId id : graph.impliedTips(rows.heads())) {
            entries.add(new Entry(id.value(), describe(graph, id, rows.heads()), true));
        }
        return new CurrentReport(entries);
    }

    private static Optional<RevisionReport> describe(
            RevisionGraph graph, RevisionId id, HeadSet rows) {
        return graph.find(id)
                .map(revision -> RevisionReport.of(graph, revision, Optional.of(rows)));
    }

    StatusReport status() {
        project.migrations();
        AppliedState state =
                project.inSession(session -> AppliedState.read(session, project.migrations()));
        RevisionGraph graph = project.migrations().graph();
        HeadSet rows = state.rows().heads();
        List<String> unknown = new ArrayList<>(state.rows().illegible());
        graph.unknown(rows).stream().map(RevisionId::value).forEach(unknown::add);
        RevisionSet applied = graph.ancestors(state.appliedFiles());
        List<RevisionId> pending =
                graph.all().minus(applied).upwards().stream().map(Revision::id).toList();
        List<Diagnostic> notices = new ArrayList<>();
        for (String repeated : state.rows().repeated()) {
            notices.add(
                    new Diagnostic(
                            Severity.WARNING,
                            ErrorCode.LEDGER_UNUSABLE,
                            "the version table holds '" + repeated + "' more than once",
                            Optional.empty(),
                            Optional.of("delete the surplus rows")));
        }
        notices.addAll(state.cosmeticEdits());
        notices.addAll(state.realEdits());
        return new StatusReport(
                graph.heads().stream().map(Revision::id).toList(),
                rows,
                applied.size(),
                pending,
                unknown,
                state.editedRevisions(),
                state.unfinished().stream()
                        .map(
                                script ->
                                        new StatusReport.Unfinished(
                                                script.revision(),
                                                script.direction().word(),
                                                script.done(),
                                                script.total(),
                                                stopped(script)))
                        .toList(),
                notices);
    }

    /** Returns how the first statement that is not done ended, in a few words. */
    private static Optional<String> stopped(JournalRun run) {
        return run.unsettled()
                .map(
                        stretch ->
                                "statement "
                                        + stretch.first()
                                        + (stretch.progress() == JournalRun.Progress.FAILED
                                                ? " failed"
                                                : " was under way")
                                        + stretch.text()
                                                .map(text -> ": " + Excerpt.of(text))
                                                .orElse(""));
    }

    List<HistoryEvent> events() {
        return project.inSession(session -> session.ledger().events());
    }

    List<JournalRun> journal() {
        return project.inSession(session -> session.ledger().journal().runs());
    }

    ValidationReport validate(ValidationRequest request) {
        return request.queries().isEmpty()
                ? new ProjectValidation(project, request).report()
                : new QueryValidation(project, request).report();
    }

    DoctorReport doctor() {
        return new Doctor(project).report();
    }
}
