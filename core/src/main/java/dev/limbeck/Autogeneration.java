package dev.limbeck;

import dev.limbeck.Comparisons.Compared;
import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.GeneratedText;
import dev.limbeck.autogenerate.Side;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.plan.DraftRequest;
import dev.limbeck.plan.RevisionDraft;
import dev.limbeck.plan.RevisionDrafter;
import dev.limbeck.report.AutogenerateReport;
import dev.limbeck.report.ChangeReport;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRefParser;
import dev.limbeck.script.NewRevision;
import dev.limbeck.script.NewRevision.ScriptPair;
import dev.limbeck.script.RevisionFileWriter;
import dev.limbeck.script.WrittenRevision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes revisions from what two schemas differ in. */
final class Autogeneration {
    private final Project project;
    private final Comparisons comparisons;

    Autogeneration(Project project, Comparisons comparisons) {
        this.project = project;
        this.comparisons = comparisons;
    }

    /** Writes the revisions; none where nothing differs. */
    AutogenerateReport write(AutogenerateRequest request) {
        RevisionDraft draft = draft(request.draft());
        comparisons.requireAtHeads(request.from());
        Side from = from(request.from(), draft);
        List<Optional<String>> dialects =
                request.dialects().isEmpty()
                        ? List.of(Optional.empty())
                        : request.dialects().stream().distinct().map(Optional::of).toList();
        List<Compared> compared =
                dialects.stream()
                        .map(
                                dialect ->
                                        comparisons.compared(
                                                new ComparisonRequest(from, request.to(), dialect)))
                        .toList();
        List<Diagnostic> notices = notices(draft, compared);
        List<NewRevision> stack = stack(request, draft, dialects, compared);
        List<WrittenRevision> written =
                stack.isEmpty()
                        ? List.of()
                        : RevisionFileWriter.of(project.config())
                                .writeStack(stack, project.migrations());
        return new AutogenerateReport(written, changes(compared), notices);
    }

    private RevisionDraft draft(DraftRequest request) {
        RevisionGraph graph = project.migrations().graph();
        boolean needsRows =
                Stream.concat(request.parents().stream(), request.dependsOn().stream())
                        .anyMatch(text -> RevisionRefParser.parseTarget(text).needsApplied());
        HeadSet rows =
                needsRows
                        ? project.inSession(session -> session.ledger().rows().heads())
                        : HeadSet.empty();
        return RevisionDrafter.revision(graph, rows, request);
    }

    /** A branch that begins below a head knows nothing of what is above. */
    private Side from(Side asked, RevisionDraft draft) {
        RevisionGraph graph = project.migrations().graph();
        boolean below = draft.revises().stream().anyMatch(parent -> !graph.isHead(parent));
        return asked.equals(new Side.Chain(Optional.empty()))
                        && below
                        && draft.revises().size() == 1
                ? new Side.Chain(Optional.of(draft.revises().get(0).value()))
                : asked;
    }

    private static List<Diagnostic> notices(RevisionDraft draft, List<Compared> compared) {
        Set<Diagnostic> notices = new LinkedHashSet<>(draft.notices());
        for (Compared each : compared) {
            notices.addAll(each.notices());
            if (!each.scripts().isEmpty()) {
                notices.addAll(each.comparison().check(each.scripts()));
            }
        }
        return List.copyOf(notices);
    }

    /** Returns the revisions to write, the lowest first: two where something has to stand alone. */
    private static List<NewRevision> stack(
            AutogenerateRequest request,
            RevisionDraft draft,
            List<Optional<String>> dialects,
            List<Compared> compared) {
        int height = compared.stream().mapToInt(each -> each.scripts().size()).max().orElse(0);
        List<NewRevision> stack = new ArrayList<>();
        for (int level = 0; level < height; level++) {
            List<ScriptPair> pairs = new ArrayList<>();
            for (int i = 0; i < compared.size(); i++) {
                GeneratedText text = text(compared.get(i), level);
                pairs.add(new ScriptPair(dialects.get(i), text.up(), text.down()));
            }
            boolean lowest = level == 0;
            boolean topmost = level == height - 1;
            stack.add(
                    new NewRevision(
                            message(request.message(), lowest),
                            draft.id().map(RevisionId::value).filter(id -> topmost),
                            draft.revises().stream().map(RevisionId::value).toList(),
                            lowest ? draft.branchLabels() : List.of(),
                            lowest ? draft.dependsOn() : List.of(),
                            List.of(),
                            request.folder(),
                            pairs));
        }
        return stack;
    }

    private static GeneratedText text(Compared compared, int level) {
        Comparison comparison = compared.comparison();
        return level < compared.scripts().size()
                ? comparison.text(compared.scripts().get(level))
                : GeneratedText.nothingToDo(comparison.dialect().dialect().id());
    }

    private static String message(String asked, boolean lowest) {
        return lowest ? asked : asked + ", outside a transaction";
    }

    private static List<ChangeReport> changes(List<Compared> compared) {
        return compared.stream()
                .map(Compared::scripts)
                .filter(scripts -> !scripts.isEmpty())
                .findFirst()
                .map(Comparisons::changes)
                .orElse(List.of());
    }
}
