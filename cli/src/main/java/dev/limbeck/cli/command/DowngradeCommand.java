package dev.limbeck.cli.command;

import dev.limbeck.MovementRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code downgrade}: takes revisions back down to a target. */
@Command(
        name = "downgrade",
        description = "Takes applied revisions back, down to TARGET, which stays applied.",
        footer = {
            "",
            "Examples:",
            "  limbeck downgrade -1             one step back",
            "  limbeck downgrade base           everything",
            "  limbeck downgrade search@base    everything of one line",
            "  limbeck downgrade base --yes prod",
            "  limbeck downgrade --sql 27c6a30d7c24:base"
        })
final class DowngradeCommand implements CommandBody {
    @Parameters(
            paramLabel = "TARGET",
            description = "A revision, base, or steps such as -1. With --sql FROM:TO.")
    private String target = "";

    @Mixin private MovementOptions options = new MovementOptions();

    @Option(
            names = "--yes",
            paramLabel = "ENV",
            description = "Confirms 'downgrade base' of a protected environment by its name.")
    private @Nullable String confirmed;

    @Override
    public Outcome run(Session session) {
        if (options.isSql()) {
            return Scripts.of(session, (limbeck, out) -> limbeck.downgradeScript(target, out));
        }
        MovementRequest request = request();
        return options.isDryRun()
                ? Movements.plan(session, limbeck -> limbeck.planDowngrade(request))
                : Movements.run(session, limbeck -> limbeck.downgrade(request));
    }

    private MovementRequest request() {
        MovementRequest request = options.request(target);
        return confirmed == null ? request : request.confirming(confirmed);
    }
}
