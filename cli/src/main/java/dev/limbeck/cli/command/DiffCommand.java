package dev.limbeck.cli.command;

import dev.limbeck.Limbeck;
import dev.limbeck.report.ComparisonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code diff}: in what two schemas differ. */
@Command(
        name = "diff",
        description = {
            "Shows what leads from one schema to another.",
            "Ends with exit code 3 where they differ; with --sql, which asks for a script, with 0."
        },
        footer = {
            "",
            "Examples:",
            "  limbeck diff                                      from the database to schema/",
            "  limbeck diff --from chain --to database           what was changed by hand",
            "  limbeck diff --from chain@1975ea83b712 --to chain",
            "  limbeck diff --from empty --to database --sql     the whole database as a script"
        })
final class DiffCommand implements CommandBody {
    @Mixin private SideOptions sides = new SideOptions();

    @Option(names = "--sql", description = "Print the statements that make the changes.")
    private boolean sql;

    @Override
    public Outcome run(Session session) {
        Limbeck limbeck = session.limbeck();
        if (!sql) {
            return ComparisonAnswer.of(limbeck.compare(sides.request()));
        }
        return Scripts.of(
                session,
                out -> {
                    ComparisonReport report = limbeck.compare(sides.request());
                    out.append(report.sql());
                    return report.notices();
                });
    }
}
