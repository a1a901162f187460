package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.Limbeck;
import dev.limbeck.cli.command.Movements.Place;
import dev.limbeck.cli.print.RevisionJson;
import dev.limbeck.cli.print.RevisionText;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.report.MovementReport;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stamp}: says where a database is, without running anything. */
@Command(
        name = "stamp",
        description = "Sets the version table to the revisions named; runs no migration.",
        footer = {
            "",
            "Examples:",
            "  limbeck stamp head            the database has it all already",
            "  limbeck stamp --purge head    whatever the version table says now",
            "  limbeck stamp --sql base:head"
        })
final class StampCommand implements CommandBody {
    @Parameters(
            arity = "1..*",
            paramLabel = "REF",
            description = "The revisions. With --sql each may be FROM:TO.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--purge", description = "Empty the version table first, whatever is in it.")
    private boolean purge;

    @Option(names = "--sql", description = "Print the script a DBA can run.")
    private boolean sql;

    @Override
    public Outcome run(Session session) {
        if (sql && purge) {
            throw Session.usage("--purge and --sql can't be used together");
        }
        if (sql) {
            return Scripts.of(session, (limbeck, out) -> limbeck.stampScript(targets, out));
        }
        Limbeck limbeck = session.limbeck();
        MovementReport report = purge ? limbeck.purgeAndStamp(targets) : limbeck.stamp(targets);
        return Outcome.of(
                        new Stamped(
                                report.from(), report.to(), Movements.places(limbeck, report.to())))
                .warning(report.notices());
    }

    private record Stamped(HeadSet from, HeadSet to, List<Place> places) implements Answer {
        @Override
        public void print(TextOutput out) {
            if (!from.equals(to)) {
                out.report("stamp  " + ids(from) + " -> " + ids(to));
            }
            if (places.isEmpty()) {
                out.report("at " + RevisionText.BASE);
            }
            places.forEach(place -> out.report("at " + place.line(out.revisions())));
        }

        private static String ids(HeadSet rows) {
            return rows.isEmpty()
                    ? RevisionText.BASE
                    : rows.ids().stream().map(RevisionId::value).collect(Collectors.joining(", "));
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            RevisionJson.strings(json, "from", from.ids());
            RevisionJson.strings(json, "to", to.ids());
            json.writeEndObject();
        }
    }
}
