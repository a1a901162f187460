package dev.limbeck.cli.command;

import dev.limbeck.AutogenerateRequest;
import dev.limbeck.Limbeck;
import dev.limbeck.autogenerate.Side;
import dev.limbeck.cli.command.NewRevisions.Placing;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.plan.DraftRequest;
import dev.limbeck.plan.DraftRequest.Splice;
import dev.limbeck.plan.RevisionDraft;
import dev.limbeck.plan.RevisionDrafter;
import dev.limbeck.report.AutogenerateReport;
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
        description = {
            "Writes a new pair of migration files on top of head.",
            "With --autogenerate it writes into them what leads from one schema to another, up and",
            "down; nothing where they are equal. Read the files before you run them."
        },
        footer = {
            "",
            "Examples:",
            "  limbeck revision -m \"add account search\"",
            "  limbeck revision --autogenerate -m \"as in schema/\"",
            "  limbeck revision --autogenerate --from chain --dialect h2 postgres -m \"for both\"",
            "  limbeck revision --autogenerate --from empty --to database -m \"what was there\"",
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

    @Option(
            names = "--autogenerate",
            description = "Write what leads from one schema to another into the files.")
    private boolean autogenerate;

    @Option(
            names = "--from",
            paramLabel = "SIDE",
            description = {
                "With --autogenerate, what is there: database (which has to be at the heads), chain",
                "(the files replayed, without a database), chain@REF, schema, empty or a JDBC URL;",
                "database unless given."
            })
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "SIDE",
            description =
                    "With --autogenerate, what shall be there, in the same words; schema unless given.")
    private @Nullable String to;

    @Option(names = "--edit", description = "Open the new files in $VISUAL or $EDITOR.")
    private boolean edit;

    @Override
    public Outcome run(Session session) {
        NewRevisions.requireOneEnvironment(session, "revision");
        NewRevisions.requireMessage(message);
        if (!autogenerate && (from != null || to != null)) {
            throw Session.usage("--from and --to say what --autogenerate compares; add it");
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
        NewRevisionAnswer answer;
        List<Diagnostic> notices;
        if (autogenerate) {
            AutogenerateReport report = limbeck.autogenerate(generation(session, request));
            answer = NewRevisionAnswer.of(report);
            notices = report.notices();
        } else {
            RevisionDraft draft =
                    RevisionDrafter.revision(
                            limbeck.migrations().graph(),
                            NewRevisions.rows(limbeck, NewRevisions.references(heads, dependsOn)),
                            request);
            Placing placing = Placing.in(place(session), dialects);
            answer =
                    NewRevisionAnswer.of(
                            Optional.of(NewRevisions.write(session, draft, message, placing)));
            notices = draft.notices();
        }
        if (edit && !answer.files().isEmpty()) {
            Editor.of(session.terminal()).open(answer.files());
        }
        return Outcome.of(answer).warning(notices);
    }

    private AutogenerateRequest generation(Session session, DraftRequest request) {
        return new AutogenerateRequest(
                SideOptions.side(from, new Side.Database()),
                SideOptions.side(to, new Side.Desired()),
                dialects,
                request,
                message,
                place(session));
    }

    private Optional<Path> place(Session session) {
        return Optional.ofNullable(folder).map(session::path);
    }
}
