package dev.limbeck.cli.command;

import dev.limbeck.Limbeck;
import dev.limbeck.cli.command.NewRevisions.Placing;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.plan.DraftRequest;
import dev.limbeck.plan.DraftRequest.Splice;
import dev.limbeck.plan.RevisionDraft;
import dev.limbeck.plan.RevisionDrafter;
import dev.limbeck.script.WrittenRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code merge}: a revision that revises several. */
@Command(
        name = "merge",
        description = "Writes a revision that revises all of REF, so that there is one head again.",
        footer = {
            "",
            "Examples:",
            "  limbeck merge                             all heads",
            "  limbeck merge billing@head search@head",
            "  limbeck merge -m \"bring both together\" 4f1c9b07d2aa 9b07c1d2e3f4"
        })
final class MergeCommand implements CommandBody {
    @Parameters(
            arity = "0..*",
            paramLabel = "REF",
            description = "What it revises; all heads unless given.")
    private List<String> references = new ArrayList<>();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MSG",
            description = "The first line of its files; one is proposed unless given.")
    private @Nullable String message;

    @Option(
            names = "--branch-label",
            paramLabel = "LABEL",
            description = "A name for the line that begins here.")
    private List<String> labels = new ArrayList<>();

    @Option(
            names = "--rev-id",
            paramLabel = "ID",
            description = "Its id; a random one unless given.")
    private @Nullable String id;

    @Option(names = "--splice", description = "Let REF be revisions that are revised already.")
    private boolean splice;

    @Override
    public Outcome run(Session session) {
        NewRevisions.requireOneEnvironment(session, "merge");
        if (message != null) {
            NewRevisions.requireMessage(message);
        }
        Limbeck limbeck = session.limbeck();
        DraftRequest request =
                new DraftRequest(
                        references,
                        splice ? Splice.ALLOWED : Splice.REFUSED,
                        labels,
                        List.of(),
                        Optional.ofNullable(id));
        Optional<RevisionDraft> draft =
                RevisionDrafter.merge(
                        limbeck.migrations().graph(),
                        NewRevisions.rows(limbeck, references),
                        request);
        return draft.map(wanted -> write(session, wanted)).orElseGet(MergeCommand::nothingToMerge);
    }

    private static Outcome nothingToMerge() {
        return Outcome.of(NewRevisionAnswer.of(Optional.empty()))
                .warning(
                        List.of(
                                Diagnostic.info(
                                        ErrorCode.NOTHING_TO_DO,
                                        "there are no two heads to merge")));
    }

    private Outcome write(Session session, RevisionDraft draft) {
        String text = message != null ? message : draft.proposedMessage().orElse("merge");
        WrittenRevision written = NewRevisions.write(session, draft, text, Placing.beside());
        return Outcome.of(NewRevisionAnswer.of(Optional.of(written))).warning(draft.notices());
    }
}
