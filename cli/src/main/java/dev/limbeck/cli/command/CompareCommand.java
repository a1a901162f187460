package dev.limbeck.cli.command;

import dev.limbeck.NeutralReading;
import dev.limbeck.NeutralSide;
import dev.limbeck.autogenerate.Side;
import dev.limbeck.compare.NeutralSchema;
import dev.limbeck.compare.SchemaComparison;
import dev.limbeck.config.Secrets;
import dev.limbeck.error.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code compare}: whether schemas of several vendors hold the same. */
@Command(
        name = "compare",
        description = {
            "Compares schemas of different vendors, in neutral types.",
            "Ends with exit code 3 where they differ, or where that can't be told."
        },
        footer = {
            "",
            "Examples:",
            "  limbeck compare postgres:chain mysql:chain        what the files make on either",
            "  limbeck compare eu:database us:database           of [env.eu] and [env.us]",
            "  limbeck compare database oracle:schema"
        })
final class CompareCommand implements CommandBody {
    @Parameters(
            paramLabel = "SIDE",
            arity = "0..*",
            description = {
                "ENV:database, DIALECT:chain, DIALECT:chain@REF or DIALECT:schema; without what",
                "stands before the colon, the configured database; or a JDBC URL. Two or more."
            })
    private List<String> sides = new ArrayList<>();

    @Override
    public Outcome run(Session session) {
        if (sides.size() < 2) {
            throw Session.usage(
                    "'compare' takes two sides or more, for example: limbeck compare"
                            + " postgres:chain mysql:chain");
        }
        if (Set.copyOf(sides).size() < sides.size()) {
            throw Session.usage("'compare' was given one side twice");
        }
        List<NeutralSchema> schemas = new ArrayList<>();
        Set<Diagnostic> notices = new LinkedHashSet<>();
        for (String side : sides) {
            NeutralReading reading = read(session, side);
            schemas.add(reading.schema());
            notices.addAll(reading.notices());
        }
        return DifferencesAnswer.of(
                schemas.stream().map(NeutralSchema::side).toList(),
                SchemaComparison.of(schemas),
                List.copyOf(notices));
    }

    private static NeutralReading read(Session session, String typed) {
        int colon = typed.startsWith("jdbc:") ? -1 : typed.indexOf(':');
        Side side = Side.parse(typed.substring(colon + 1));
        String name = side instanceof Side.Url ? Secrets.maskUrl(typed) : typed;
        if (colon < 0) {
            return session.limbeck().neutral(new NeutralSide(name, side, Optional.empty()));
        }
        String prefix = typed.substring(0, colon);
        return side.isLive()
                ? session.elsewhere(prefix)
                        .limbeck()
                        .neutral(new NeutralSide(name, side, Optional.empty()))
                : session.limbeck().neutral(new NeutralSide(name, side, Optional.of(prefix)));
    }
}
