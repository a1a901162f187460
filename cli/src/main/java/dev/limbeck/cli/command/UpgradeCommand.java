package dev.limbeck.cli.command;

import dev.limbeck.MovementRequest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code upgrade}: runs what is pending up to a target. */
@Command(
        name = "upgrade",
        description = "Runs the pending revisions up to TARGET.",
        footer = {
            "",
            "Examples:",
            "  limbeck upgrade               to head",
            "  limbeck upgrade heads         every line, where there are several",
            "  limbeck upgrade +2            two steps from where the database is",
            "  limbeck upgrade --dry-run     what would run",
            "  limbeck upgrade --parallel 8  all databases of [targets], eight at once",
            "  limbeck upgrade --sql         the script for a DBA, from an empty database",
            "  limbeck upgrade --sql 1975ea83b712:head"
        })
final class UpgradeCommand implements CommandBody {
    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            description = "A revision; head unless given. With --sql also FROM:TO.")
    private String target = "head";

    @Mixin private MovementOptions options = new MovementOptions();

    @Option(
            names = "--allow-destructive",
            description =
                    "Run revisions that delete data where the environment says allow_destructive ="
                            + " false.")
    private boolean allowDestructive;

    @Mixin private TargetOptions targets = new TargetOptions();

    @Override
    public Optional<Rounds> rounds(Session session) {
        return options.isSql() ? Optional.empty() : targets.rounds(session);
    }

    @Override
    public Outcome run(Session session) {
        if (options.isSql()) {
            return Scripts.of(session, (limbeck, out) -> limbeck.upgradeScript(target, out));
        }
        MovementRequest asked = options.request(target);
        MovementRequest request = allowDestructive ? asked.allowingDestructive() : asked;
        return options.isDryRun()
                ? Movements.plan(session, limbeck -> limbeck.planUpgrade(request))
                : Movements.run(session, limbeck -> limbeck.upgrade(request));
    }
}
