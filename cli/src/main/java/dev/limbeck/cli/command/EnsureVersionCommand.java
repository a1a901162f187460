package dev.limbeck.cli.command;

import dev.limbeck.Limbeck;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ensure-version}: makes the version table. */
@Command(
        name = "ensure-version",
        description = "Makes the version table where it is absent.",
        footer = {"", "Examples:", "  limbeck ensure-version", "  limbeck ensure-version --sql"})
final class EnsureVersionCommand implements CommandBody {
    @Option(names = "--sql", description = "Print the script a DBA can run.")
    private boolean sql;

    @Override
    public Outcome run(Session session) {
        Limbeck limbeck = session.limbeck();
        if (sql) {
            return Scripts.of(
                    session,
                    (Scripts.Writer)
                            out -> {
                                limbeck.ensureVersionTableScript(out);
                                return List.of();
                            });
        }
        String table = session.config().ledger().versionTable();
        return Outcome.of(
                FilesAndMessages.report(
                        List.of(),
                        List.of(
                                limbeck.ensureVersionTable()
                                        ? "made table " + table
                                        : "table " + table + " is there already")));
    }
}
