package dev.limbeck.cli.command;

import dev.limbeck.Limbeck;
import dev.limbeck.cli.command.NewRevisions.Placing;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.RevisionException;
import dev.limbeck.plan.DraftRequest;
import dev.limbeck.plan.DraftRequest.Splice;
import dev.limbeck.plan.RevisionDraft;
import dev.limbeck.plan.RevisionDrafter;
import dev.limbeck.proof.MergeFinding;
import dev.limbeck.proof.MergeFinding.Verdict;
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

    @Option(names = "--force", description = "Write it although the lines get in each other's way.")
    private boolean force;

    @Option(
            names = "--check",
            description = {
                "Write nothing, only say whether the lines can be joined; exit code 3 where they",
                "get in each other's way."
            })
    private boolean check;

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
        return draft.map(wanted -> judge(session, wanted)).orElseGet(MergeCommand::nothingToMerge);
    }

    private Outcome judge(Session session, RevisionDraft draft) {
        Optional<MergeFinding> finding = session.limbeck().checkMerge(draft.revises());
        boolean conflict = finding.filter(MergeCommand::isConflict).isPresent();
        if (check) {
            String line =
                    finding.map(MergeFinding::sentence)
                            .orElse("not checked: no database is configured whose scripts to read");
            Outcome outcome = Outcome.of(FilesAndMessages.answer(List.of(line)));
            return conflict ? outcome.endingWith(ExitCode.NOT_CLEAN) : outcome;
        }
        if (conflict && !force) {
            throw new RevisionException(
                    Diagnostic.error(ErrorCode.MERGE_CONFLICT, finding.orElseThrow().sentence())
                            .withHint(
                                    "change one of them, put one on top of the other with 'limbeck"
                                            + " rebase', or write the merge all the same with"
                                            + " --force"));
        }
        return write(session, draft, finding.filter(found -> found.verdict() != Verdict.COMMUTES));
    }

    private static boolean isConflict(MergeFinding finding) {
        return finding.verdict() == Verdict.CONFLICTS;
    }

    private static Outcome nothingToMerge() {
        return Outcome.of(NewRevisionAnswer.of(Optional.empty()))
                .warning(
                        List.of(
                                Diagnostic.info(
                                        ErrorCode.NOTHING_TO_DO,
                                        "there are no two heads to merge")));
    }

    /** What was found goes into the up file, where the next reader looks. */
    private Outcome write(Session session, RevisionDraft draft, Optional<MergeFinding> doubt) {
        String text = message != null ? message : draft.proposedMessage().orElse("merge");
        Placing placing =
                doubt.map(found -> Placing.beside().noting(found.sentence()))
                        .orElseGet(Placing::beside);
        WrittenRevision written = NewRevisions.write(session, draft, text, placing);
        return Outcome.of(NewRevisionAnswer.of(Optional.of(written)))
                .warning(draft.notices())
                .warning(doubt.map(MergeCommand::warning).stream().toList());
    }

    private static Diagnostic warning(MergeFinding finding) {
        return isConflict(finding)
                ? Diagnostic.warning(ErrorCode.MERGE_CONFLICT, finding.sentence())
                : Diagnostic.info(ErrorCode.NOT_PROVED, finding.sentence());
    }
}
