package dev.limbeck.cli.command;

import dev.limbeck.Limbeck;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.plan.RevisionDraft;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRefParser;
import dev.limbeck.script.NewRevision;
import dev.limbeck.script.NewRevision.ScriptPair;
import dev.limbeck.script.RevisionFileWriter;
import dev.limbeck.script.WrittenRevision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code revision} and {@code merge} have in common. */
final class NewRevisions {
    private NewRevisions() {}

    /** Refuses to write the same files once for each of several environments. */
    static void requireOneEnvironment(Session session, String command) {
        if (session.options().environments().size() > 1) {
            throw new ConfigException(
                    Diagnostic.error(
                                    ErrorCode.USAGE,
                                    "'" + command + "' writes files, which all environments share")
                            .withHint("name one environment with -e, or none"));
        }
    }

    /** Refuses a message that says nothing: it names the files and heads them. */
    static void requireMessage(String message) {
        if (message.isBlank()) {
            throw new ConfigException(
                    Diagnostic.error(ErrorCode.USAGE, "the message given with -m is empty")
                            .withHint(
                                    "say what the revision does, for example: -m \"add account\""));
        }
    }

    /** Returns the rows, asked only where a reference counts from them. */
    static HeadSet rows(Limbeck limbeck, List<String> references) {
        boolean needed =
                references.stream()
                        .anyMatch(text -> RevisionRefParser.parseTarget(text).needsApplied());
        return Rows.asked(limbeck, needed).orEmpty();
    }

    /** Writes the files of a draft. */
    static WrittenRevision write(
            Session session, RevisionDraft draft, String message, Placing placing) {
        NewRevision revision =
                new NewRevision(
                        message,
                        draft.id().map(RevisionId::value),
                        draft.revises().stream().map(RevisionId::value).toList(),
                        draft.branchLabels(),
                        draft.dependsOn(),
                        List.of(),
                        placing.folder(),
                        placing.scripts());
        return RevisionFileWriter.of(session.config())
                .write(revision, session.limbeck().migrations());
    }

    /**
     * Where the files go, and what stands in them.
     *
     * @param folder the folder; empty: the first parent's
     * @param scripts one pair a dialect; none: one empty pair for all
     */
    record Placing(Optional<Path> folder, List<ScriptPair> scripts) {
        /** Returns the place of empty pairs, one a dialect; none: one for all. */
        static Placing in(Optional<Path> folder, List<String> dialects) {
            return new Placing(
                    folder,
                    dialects.stream()
                            .map(dialect -> new ScriptPair(Optional.of(dialect), "", ""))
                            .toList());
        }

        /** Returns the place of a pair for every database beside the first parent. */
        static Placing beside() {
            return new Placing(Optional.empty(), List.of());
        }

        /** Returns this place, with a comment in the up file. */
        Placing noting(String remark) {
            return new Placing(
                    folder, List.of(new ScriptPair(Optional.empty(), "-- " + remark + "\n", "")));
        }
    }

    /** Returns all references that a new revision is described with. */
    static List<String> references(List<String> parents, List<String> dependsOn) {
        return Stream.concat(parents.stream(), dependsOn.stream()).toList();
    }
}
