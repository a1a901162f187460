package dev.limbeck.proof;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.GeneratedText;
import dev.limbeck.autogenerate.RevisionScript;
import dev.limbeck.autogenerate.SchemaScope;
import dev.limbeck.autogenerate.ScriptReadings;
import dev.limbeck.autogenerate.SecondOpinion;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.RevisionException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Migration;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import dev.limbeck.sql.SqlLexicon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the scripts of several revisions do, as one pair: what the schema needs, where they do
 * nothing else and all of it is understood; else their statements, one after the other.
 *
 * @param up the up script, without header
 * @param down the down script; empty where one of the revisions can't be taken down
 */
public record SquashScript(String up, Optional<String> down) {
    /**
     * Writes the pair of one database.
     *
     * @param walk the revisions alone, from what is there before them
     */
    public static SquashScript of(ChainWalk walk, ScriptReadings readings) {
        return condensed(walk, readings)
                .orElseGet(
                        () ->
                                inOrder(
                                        walk.stages().stream().map(Stage::migration).toList(),
                                        readings.dialect().variants(),
                                        readings.dialect().dialect().lexicon()));
    }

    private static Optional<SquashScript> condensed(ChainWalk walk, ScriptReadings readings) {
        boolean schemaAlone =
                walk.stages().stream().allMatch(stage -> changesSchemaAlone(stage, readings));
        if (!schemaAlone) {
            return Optional.empty();
        }
        Stage last = walk.stages().get(walk.stages().size() - 1);
        Comparison comparison =
                Comparison.of(
                        walk.stages().get(0).before(),
                        last.after(),
                        new SchemaScope(ObjectFilter.all(), "", Set.of()),
                        readings.dialect(),
                        SecondOpinion.NONE);
        List<RevisionScript> scripts = comparison.scripts();
        if (scripts.size() > 1 || !comparison.check(scripts).isEmpty()) {
            return Optional.empty();
        }
        GeneratedText text =
                scripts.isEmpty()
                        ? GeneratedText.nothingToDo(readings.dialect().dialect().id())
                        : comparison.text(scripts.get(0));
        return Optional.of(new SquashScript(text.up(), Optional.of(text.down())));
    }

    private static boolean changesSchemaAlone(Stage stage, ScriptReadings readings) {
        if (stage.up().isEmpty()) {
            return true;
        }
        Script script = readings.script(stage.up().get());
        return Doubts.first(stage.findings()).isEmpty()
                && stage.after().taints().isEmpty()
                && script.variables().isEmpty()
                && script.irreversible().isEmpty()
                && !script.transactionOff()
                && RowStatements.count(stage.up().get(), readings) == 0;
    }

    /**
     * Joins the scripts of revisions, as they are.
     *
     * @param variants which of their files; none: the general ones
     */
    public static SquashScript inOrder(
            List<Migration> members, List<String> variants, SqlLexicon lexicon) {
        List<Migration> running = members.stream().filter(each -> each.runsOn(variants)).toList();
        JoinedScripts up = new JoinedScripts(lexicon);
        boolean irreversible = false;
        for (Migration member : running) {
            Script script =
                    Script.read(file(member, Direction.UP, variants).orElseThrow(), lexicon);
            up.add(member, script);
            irreversible = irreversible || script.irreversible().isPresent();
        }
        if (irreversible) {
            return new SquashScript(up.text(), Optional.empty());
        }
        List<Migration> backwards = new ArrayList<>(running);
        Collections.reverse(backwards);
        JoinedScripts down = new JoinedScripts(lexicon);
        for (Migration member : backwards) {
            ScriptFile file =
                    file(member, Direction.DOWN, variants).orElseThrow(() -> noDown(member));
            down.add(member, Script.read(file, lexicon));
        }
        return new SquashScript(up.text(), Optional.of(down.text()));
    }

    private static Optional<ScriptFile> file(
            Migration member, Direction direction, List<String> variants) {
        return member.file(direction, variants);
    }

    private static RevisionException noDown(Migration member) {
        return new RevisionException(
                Diagnostic.error(
                                ErrorCode.NOT_SQUASHED,
                                "revision " + member.revision().id() + " has no down script",
                                SourceLocation.of(member.revision().path()))
                        .withHint("write it, or say in the up script why there is none"));
    }
}
