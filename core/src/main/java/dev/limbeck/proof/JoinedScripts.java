package dev.limbeck.proof;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.RevisionException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.script.Migration;
import dev.limbeck.script.Script;
import dev.limbeck.sql.SplitScript;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scripts one after the other in one text, whose statements are theirs, in their order. */
final class JoinedScripts {
    private static final Path SHOWN = Path.of("squashed.sql");

    /** What may have to end the last statement of a script for another one to follow. */
    private static final List<String> ENDINGS = List.of("", ";\n", "/\n");

    private final SqlLexicon lexicon;
    private String text = "";
    private Optional<Boolean> outsideTransaction = Optional.empty();

    JoinedScripts(SqlLexicon lexicon) {
        this.lexicon = lexicon;
    }

    String text() {
        return text;
    }

    /** Adds a script; throws where it can't share a text with those before it. */
    void add(Migration revision, Script script) {
        String own =
                script.text()
                        .orElseThrow(() -> refused(revision, script, "its script is too large"));
        if (!outsideTransaction.orElse(script.transactionOff()).equals(script.transactionOff())) {
            throw refused(
                    revision,
                    script,
                    "some of the scripts run outside a transaction and others inside one");
        }
        outsideTransaction = Optional.of(script.transactionOff());
        List<String> wanted = statements(text);
        wanted.addAll(statements(own));
        String title = "-- " + revision.revision().id() + " " + revision.revision().message();
        String addition = title.strip() + "\n" + withoutHeader(own);
        String before = text;
        text =
                ENDINGS.stream()
                        .map(ending -> before + (before.isEmpty() ? "" : ending + "\n") + addition)
                        .filter(joined -> statements(joined).equals(wanted))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        refused(
                                                revision,
                                                script,
                                                "its statements would be others behind those of the"
                                                        + " script before it"));
    }

    private List<String> statements(String script) {
        SplitScript split = StatementSplitter.split(script, lexicon, SHOWN);
        return new ArrayList<>(split.statements().stream().map(Statement::text).toList());
    }

    /** Directives stay; what a header says of one revision goes. */
    private static String withoutHeader(String script) {
        StringBuilder kept = new StringBuilder();
        int at = script.startsWith("\uFEFF") ? 1 : 0;
        while (at < script.length()) {
            int end = script.indexOf('\n', at);
            int next = end < 0 ? script.length() : end + 1;
            String line = script.substring(at, next);
            boolean comment = line.startsWith("--");
            if (!comment && !line.isBlank()) {
                break;
            }
            if (comment && line.contains("limbeck:")) {
                kept.append(line);
            }
            at = next;
        }
        String rest = script.substring(at);
        kept.append(rest);
        return rest.isEmpty() || rest.endsWith("\n") ? kept.toString() : kept + "\n";
    }

    private static RevisionException refused(Migration revision, Script script, String reason) {
        return new RevisionException(
                Diagnostic.error(
                                ErrorCode.NOT_SQUASHED,
                                "revision "
                                        + revision.revision().id()
                                        + " can't be squashed: "
                                        + reason,
                                SourceLocation.of(script.file().shown()))
                        .withHint("leave it out of the range"));
    }
}
