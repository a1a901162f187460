package dev.limbeck.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.limbeck.Limbeck;
import dev.limbeck.cli.print.DisplayWidth;
import dev.limbeck.cli.print.RevisionJson;
import dev.limbeck.cli.print.TextOutput;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.proof.DownProof;
import dev.limbeck.proof.DownProof.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: does every down undo its up. */
@Command(
        name = "verify",
        description = {
            "Replays revisions there and back without a database, and compares the schemas.",
            "With --database the scripts run for real.",
            "Ends with exit code 3 unless all are proved, or say why they can't be."
        },
        footer = {
            "",
            "Examples:",
            "  limbeck verify",
            "  limbeck verify 27c6a30d7c24 --dialect postgres --dialect mysql",
            "  limbeck verify --database jdbc:h2:mem:verify"
        })
final class VerifyCommand implements CommandBody {
    @Parameters(
            paramLabel = "REF",
            arity = "0..*",
            description = "The revisions; all unless given.")
    private List<String> references = new ArrayList<>();

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = {
                "The database whose scripts are read; may be repeated. The configured URL's",
                "unless given."
            })
    private List<String> dialects = new ArrayList<>();

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = {
                "Runs the scripts on this empty database: up, down and up again, and compares",
                "its catalog each time. jdbc:h2:mem:verify needs no server."
            })
    private @Nullable String database;

    @Override
    public Outcome run(Session session) {
        refuseDialects();
        Limbeck limbeck = session.limbeck();
        List<DownProof> proofs =
                database == null
                        ? limbeck.verify(references, dialects)
                        : limbeck.verifyOn(database, references);
        Outcome outcome = Outcome.of(new Proved(proofs));
        return proofs.stream().allMatch(DownProof::isSettled)
                ? outcome
                : outcome.endingWith(ExitCode.NOT_CLEAN);
    }

    private void refuseDialects() {
        if (database != null && !dialects.isEmpty()) {
            throw new ConfigException(
                    Diagnostic.error(ErrorCode.USAGE, "--database and --dialect exclude each other")
                            .withHint("the database's own dialect is the one that is read"));
        }
    }

    private record Proved(List<DownProof> proofs) implements Answer {
        private static final int WIDTH =
                Arrays.stream(Verdict.values())
                        .mapToInt(verdict -> verdict.word().length())
                        .max()
                        .orElse(0);

        @Override
        public void print(TextOutput out) {
            for (DownProof proof : proofs) {
                String verdict = proof.verdict().word().toUpperCase(Locale.ROOT);
                String reason = proof.reason().isEmpty() ? "" : "  " + proof.reason();
                out.line(
                        DisplayWidth.pad(verdict, WIDTH)
                                + "  "
                                + out.palette().id(proof.revision().value())
                                + "  "
                                + proof.dialect()
                                + reason);
                proof.differences().forEach(left -> out.line("  still to do: " + left));
            }
            out.report(total());
        }

        private String total() {
            List<String> counts = new ArrayList<>();
            for (Verdict verdict : Verdict.values()) {
                long count = proofs.stream().filter(proof -> proof.verdict() == verdict).count();
                if (count > 0) {
                    counts.add(count + " " + verdict.word());
                }
            }
            return counts.isEmpty() ? "no revisions" : String.join(", ", counts);
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeArrayFieldStart("revisions");
            for (DownProof proof : proofs) {
                json.writeStartObject();
                json.writeStringField("id", proof.revision().value());
                json.writeStringField("dialect", proof.dialect());
                json.writeStringField("verdict", proof.verdict().word());
                json.writeStringField("reason", proof.reason());
                RevisionJson.strings(json, "differences", proof.differences());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
