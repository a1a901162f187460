package dev.limbeck.cli.command;

import dev.limbeck.Limbeck;
import dev.limbeck.cli.command.NewRevisions.Placing;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.plan.DraftRequest;
import dev.limbeck.plan.DraftRequest.Splice;
import dev.limbeck.plan.RevisionDraft;
import dev.limbeck.plan.RevisionDrafter;
import dev.limbeck.script.WrittenRevision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code revision}: a new pair of files. */
@Command(
        name = "revision",
        description = "Writes a new pair of migration files on top of head.",
        footer = {
            "",
            "Examples:",
            "  limbeck revision -m \"add account search\"",
            "  limbeck revision -m \"billing\" --head base --branch-label billing   a line of its own",
            "  limbeck revision -m \"hotfix\" --head 1975ea83b712 --splice          a branch"
        })
final class RevisionCommand implements CommandBody {
    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "MSG",
            description = "What it does, in a few words: the first line of its files.")
    private String message = "";

    @Option(
            names = "--head",
            paramLabel = "REF",
            description = "What it revises; head unless given, base for a line of its own.")
    private List<String> heads = new ArrayList<>();

    @Option(names = "--splice", description = "Let --head be a revision that is revised already.")
    private boolean splice;

    @Option(
            names = "--branch-label",
            paramLabel = "LABEL",
            description = "A name for the line that begins here.")
    private List<String> labels = new ArrayList<>();

    @Option(
            names = "--depends-on",
            paramLabel = "REF",
            description = "A revision of another line that must be applied before. Repeatable.")
    private List<String> dependsOn = new ArrayList<>();

    @Option(
            names = "--rev-id",
            paramLabel = "ID",
            description = "Its id; a random one unless given.")
    private @Nullable String id;

    @Option(
            names = "--version-path",
            paramLabel = "DIR",
            description = "Which of the configured folders it goes to; its parent's unless given.")
    private @Nullable String folder;

    @Option(
            names = "--dialect",
            arity = "1..*",
            split = ",",
            paramLabel = "NAME",
            description = "Write a pair for each of these databases, in place of one for all.")
    private List<String> dialects = new ArrayList<>();

    @Option(names = "--autogenerate", hidden = true)
    private boolean autogenerate;

    @Option(names = "--edit", description = "Open the new files in $VISUAL or $EDITOR.")
    private boolean edit;

    @Override
    public Outcome run(Session session) {
        if (autogenerate) {
            throw Session.usage("--autogenerate is not available in this version");
        }
        Dialects installed = Dialects.installed();
        dialects.forEach(installed::byName);
        Limbeck limbeck = session.limbeck();
        DraftRequest request =
                new DraftRequest(
                        heads,
                        splice ? Splice.ALLOWED : Splice.REFUSED,
                        labels,
                        dependsOn,
                        Optional.ofNullable(id));
        RevisionDraft draft =
                RevisionDrafter.revision(
                        limbeck.migrations().graph(),
                        NewRevisions.rows(limbeck, NewRevisions.references(heads, dependsOn)),
                        request);
        Optional<Path> place = Optional.ofNullable(folder).map(session::path);
        WrittenRevision written =
                NewRevisions.write(session, draft, message, new Placing(place, dialects));
        if (edit) {
            Editor.of(session.terminal()).open(written.files());
        }
        return Outcome.of(new NewRevisionAnswer(Optional.of(written))).warning(draft.notices());
    }
}
