package dev.limbeck.cli.command;

import dev.limbeck.dialect.Dialects;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.Severity;
import dev.limbeck.error.Suggestion;
import dev.limbeck.foreign.ForeignFiles;
import dev.limbeck.foreign.ForeignFolder;
import dev.limbeck.foreign.ForeignRevision;
import dev.limbeck.foreign.ForeignTool;
import dev.limbeck.script.Migrations;
import dev.limbeck.script.NewRevision;
import dev.limbeck.script.NewRevision.ScriptPair;
import dev.limbeck.script.RevisionFileWriter;
import dev.limbeck.script.WrittenRevision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: another tool's folder as revisions of ours. */
@Command(
        name = "import",
        description = {
            "Turns another tool's folder into revisions, in the order in which that tool runs them.",
            "What is not understood is told with file and line; nothing is dropped in silence.",
            "TOOL is flyway, alembic-sql, golang-migrate, liquibase-sql or dbmate."
        },
        footer = {
            "",
            "Examples:",
            "  limbeck import flyway ../shop/src/main/resources/db/migration --dry-run",
            "  limbeck import dbmate ../shop/db/migrations",
            "  limbeck stamp head          for a database that the other tool brought to the end"
        })
final class ImportCommand implements CommandBody {
    @Parameters(index = "0", paramLabel = "TOOL", description = "The tool the folder is for.")
    private String tool = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "The folder; sub-folders count.")
    private String folder = "";

    @Option(names = "--dry-run", description = "Say what would be written; write nothing.")
    private boolean dryRun;

    @Override
    public Outcome run(Session session) {
        NewRevisions.requireOneEnvironment(session, "import");
        ForeignTool chosen =
                ForeignTool.named(tool).orElseThrow(() -> unknown(tool, ForeignTool.words()));
        Migrations existing = session.limbeck().migrations();
        requireEmpty(existing);
        Path from = session.path(folder).normalize();
        ForeignFolder read = chosen.read(ForeignFiles.in(from, Dialects.installed().names()));
        refuseErrors(read.findings());
        List<NewRevision> revisions = chained(read.revisions());
        List<WrittenRevision> written =
                dryRun || revisions.isEmpty()
                        ? List.of()
                        : RevisionFileWriter.of(session.config()).writeAll(revisions, existing);
        Outcome outcome =
                Outcome.of(
                                FilesAndMessages.report(
                                        written.stream()
                                                .flatMap(revision -> revision.files().stream())
                                                .map(Path::toString)
                                                .toList(),
                                        messages(chosen, read.revisions())))
                        .warning(read.findings());
        boolean clean =
                read.findings().stream()
                        .noneMatch(finding -> finding.severity() == Severity.WARNING);
        return clean ? outcome : outcome.endingWith(ExitCode.NOT_CLEAN);
    }

    private static void requireEmpty(Migrations existing) {
        if (!existing.graph().revisions().isEmpty()) {
            throw new ScriptException(
                    Diagnostic.error(
                                    ErrorCode.IMPORT_REFUSED,
                                    "the project has revisions already, and what comes from another"
                                            + " tool is its beginning")
                            .withHint("lay out a project of its own with 'limbeck init'"));
        }
    }

    private static void refuseErrors(List<Diagnostic> findings) {
        List<Diagnostic> errors =
                findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            throw new ScriptException(errors);
        }
    }

    /** Each revision on top of the one before, unless the tool says otherwise. */
    private static List<NewRevision> chained(List<ForeignRevision> read) {
        List<NewRevision> revisions = new ArrayList<>();
        List<String> below = List.of();
        for (ForeignRevision revision : read) {
            revisions.add(
                    new NewRevision(
                            revision.message(),
                            Optional.of(revision.id()),
                            revision.revises().orElse(below),
                            revision.branchLabels(),
                            revision.dependsOn(),
                            revision.dialects(),
                            Optional.empty(),
                            List.of(
                                    new ScriptPair(
                                            Optional.empty(), revision.up(), revision.down()))));
            below = List.of(revision.id());
        }
        return revisions;
    }

    private List<String> messages(ForeignTool chosen, List<ForeignRevision> read) {
        List<String> messages = new ArrayList<>();
        String verb = dryRun ? "would import  " : "import  ";
        for (ForeignRevision revision : read) {
            String oneWay = revision.down().isPresent() ? "" : "  (nothing undoes it)";
            String message = revision.message().isEmpty() ? "" : "  " + revision.message();
            messages.add(verb + revision.source() + " -> " + revision.id() + message + oneWay);
        }
        if (read.isEmpty()) {
            messages.add("nothing to import");
            return messages;
        }
        messages.add("a database that has all of it takes over by 'limbeck stamp heads',");
        messages.add("one that is at another revision by 'limbeck stamp ID'; what it has tells");
        messages.add("  " + chosen.question());
        return messages;
    }

    private static RuntimeException unknown(String name, List<String> names) {
        return Session.usage(
                "no tool is called '"
                        + name
                        + "'; "
                        + Suggestion.hint(name, names)
                                .orElse("there are: " + String.join(", ", names)));
    }
}
