package dev.limbeck.cli.command;

import dev.limbeck.Limbeck;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.plan.RebasePlan;
import dev.limbeck.plan.RebasePlan.NewParents;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.HeaderEdit;
import dev.limbeck.script.Migrations;
import dev.limbeck.script.RevisionFileWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rebase}: puts a line of one's own on top of another revision. */
@Command(
        name = "rebase",
        description = {
            "Moves a line's own revisions onto another revision.",
            "Rewrites 'revises' in their headers; refuses when the database has applied one of them."
        },
        footer = {
            "",
            "Examples:",
            "  limbeck rebase 9b07 --onto 4f1c --dry-run   show the lines that would change",
            "  limbeck rebase 9b07 --onto 4f1c"
        })
final class RebaseCommand implements CommandBody {
    @Parameters(paramLabel = "REV", description = "A revision of the line, usually its head.")
    private String moving = "";

    @Option(
            names = "--onto",
            required = true,
            paramLabel = "REF",
            description = "The revision the line shall start from.")
    private String onto = "";

    @Option(names = "--dry-run", description = "Show the lines that would change; write nothing.")
    private boolean dryRun;

    @Override
    public Outcome run(Session session) {
        if (!dryRun) {
            NewRevisions.requireOneEnvironment(session, "rebase");
        }
        Limbeck limbeck = session.limbeck();
        Migrations migrations = limbeck.migrations();
        boolean connected = session.config().database().url().isPresent();
        HeadSet rows = connected ? limbeck.rows() : HeadSet.empty();
        RebasePlan plan = RebasePlan.of(migrations.graph(), rows, moving, onto);
        RevisionFileWriter writer = RevisionFileWriter.of(session.config());
        List<HeaderEdit> edits = new ArrayList<>();
        for (NewParents change : plan.changes()) {
            RevisionId id = change.revision().id();
            edits.addAll(
                    writer.planRevises(
                            migrations.find(id).orElseThrow(),
                            change.revises().stream().map(RevisionId::value).toList()));
        }
        if (!dryRun) {
            writer.apply(edits);
        }
        Outcome outcome = Outcome.of(report(edits)).warning(plan.notices());
        return connected ? outcome : outcome.warning(List.of(notChecked()));
    }

    private static Diagnostic notChecked() {
        return Diagnostic.warning(
                ErrorCode.NOT_CHECKED,
                "no database is configured, so nothing tells whether these revisions are applied"
                        + " somewhere");
    }

    private static FilesAndMessages report(List<HeaderEdit> edits) {
        List<String> messages = new ArrayList<>();
        for (HeaderEdit edit : edits) {
            messages.add(edit.file().shown() + ":" + edit.line());
            messages.add("- " + edit.before());
            messages.add("+ " + edit.after());
        }
        return FilesAndMessages.report(
                edits.stream().map(edit -> edit.file().shown().toString()).distinct().toList(),
                messages);
    }
}
