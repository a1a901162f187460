package dev.limbeck.cli.command;

import dev.limbeck.cli.print.RevisionText;
import dev.limbeck.proof.Identification;
import dev.limbeck.proof.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code identify}: which revision a database is at. */
@Command(
        name = "identify",
        description = {
            "Says which revision the database's schema is at, whatever its version table holds.",
            "Ends with exit code 3 where it is at none, with what differs from the nearest."
        },
        footer = {"", "Examples:", "  limbeck identify"})
final class IdentifyCommand implements CommandBody {
    @Override
    public Outcome run(Session session) {
        Identification found = session.limbeck().identify();
        List<String> lines = new ArrayList<>();
        if (found.stages().isEmpty()) {
            lines.add("the database has no objects: it is at " + RevisionText.BASE);
            return Outcome.of(FilesAndMessages.answer(lines));
        }
        Stage last = found.stages().get(found.stages().size() - 1);
        String others =
                found.stages().size() == 1
                        ? ""
                        : "; its schema is also that of "
                                + found.stages().subList(0, found.stages().size() - 1).stream()
                                        .map(stage -> stage.id().value())
                                        .collect(Collectors.joining(", "));
        String named = last.id() + ", " + last.migration().revision().message() + others;
        if (found.differences().isEmpty()) {
            lines.add("the database is at " + named);
            lines.add("to say so: limbeck stamp " + last.id());
            return Outcome.of(FilesAndMessages.answer(lines));
        }
        lines.add("the database is at no revision; the nearest is " + named);
        found.differences().forEach(difference -> lines.add("  differs: " + difference));
        return Outcome.of(FilesAndMessages.answer(lines)).endingWith(ExitCode.NOT_CLEAN);
    }
}
