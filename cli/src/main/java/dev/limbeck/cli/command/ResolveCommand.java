package dev.limbeck.cli.command;

import dev.limbeck.execute.Resolution;
import dev.limbeck.revision.RevisionId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code resolve}: settles a revision that stopped half way and was seen to by hand. */
@Command(
        name = "resolve",
        description =
                "Settles a revision that stopped half way and was finished or undone by hand.",
        footer = {
            "",
            "Examples:",
            "  limbeck status                        what stopped, and where",
            "  limbeck resolve 1975 --applied        all that its up script does is there",
            "  limbeck resolve 1975 --reverted       nothing of it is there"
        })
final class ResolveCommand implements CommandBody {
    @Parameters(paramLabel = "REF", description = "The revision.")
    private String ref = "";

    @Option(names = "--applied", description = "All that its up script does is there.")
    private boolean applied;

    @Option(names = "--reverted", description = "Nothing of its up script is there.")
    private boolean reverted;

    @Override
    public Outcome run(Session session) {
        if (applied == reverted) {
            throw Session.usage("say either --applied or --reverted");
        }
        RevisionId id =
                session.limbeck().resolve(ref, applied ? Resolution.APPLIED : Resolution.REVERTED);
        return Outcome.of(
                FilesAndMessages.report(
                        List.of(),
                        List.of("resolved  " + id + "  " + (applied ? "applied" : "reverted"))));
    }
}
