package dev.limbeck;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.ScriptReadings;
import dev.limbeck.config.ChainMode;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.RevisionException;
import dev.limbeck.error.ShownPath;
import dev.limbeck.plan.SquashPlan;
import dev.limbeck.proof.ChainWalk;
import dev.limbeck.proof.DownProof;
import dev.limbeck.proof.DownProver;
import dev.limbeck.proof.SquashProof;
import dev.limbeck.proof.SquashScript;
import dev.limbeck.proof.Stage;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Migration;
import dev.limbeck.script.Migrations;
import dev.limbeck.script.NewRevision;
import dev.limbeck.script.NewRevision.ScriptPair;
import dev.limbeck.script.RevisionFileWriter;
import dev.limbeck.script.SquashedFiles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes one revision of several. */
final class Squashing {
    private final Project project;
    private final Migrations migrations;

    Squashing(Project project) {
        this.project = project;
        this.migrations = project.migrations();
    }

    Squashed squash(String range, Optional<String> message, Optional<String> dialectName) {
        if (project.config().chain() == ChainMode.FILENAME) {
            throw new ConfigException(
                    Diagnostic.error(
                            ErrorCode.USAGE,
                            "with chain = \"filename\" there is no header to name what a revision"
                                    + " replaces"));
        }
        SquashPlan plan = SquashPlan.of(migrations.graph(), HeadSet.empty(), range);
        List<Migration> members = files(plan.members());
        List<String> dialects = sameDialects(members);
        Map<String, Before> before = new TreeMap<>();
        for (String name : names(members, dialectName)) {
            before.put(name, before(plan, members, name));
        }
        NewRevision revision =
                new NewRevision(
                        message.orElse(plan.last().message()),
                        Optional.of(plan.last().id().value()),
                        plan.revises().stream().map(RevisionId::value).toList(),
                        plan.branchLabels(),
                        plan.dependsOn(),
                        dialects,
                        replaced(plan, members),
                        Optional.empty(),
                        pairs(members, before));
        SquashedFiles files =
                RevisionFileWriter.of(project.config()).squash(revision, members, migrations);
        try {
            return squashed(plan, files, prove(plan, before));
        } catch (RuntimeException e) {
            files.undo();
            throw e;
        }
    }

    private List<Migration> files(List<Revision> revisions) {
        return revisions.stream()
                .map(revision -> migrations.find(revision.id()).orElseThrow())
                .toList();
    }

    /** What a member replaced already, this one replaces too. */
    private static List<String> replaced(SquashPlan plan, List<Migration> members) {
        Set<String> ids = new LinkedHashSet<>();
        for (Migration member : members) {
            ids.addAll(member.replaces());
            ids.add(member.revision().id().value());
        }
        ids.remove(plan.last().id().value());
        return List.copyOf(ids);
    }

    private static List<String> sameDialects(List<Migration> members) {
        List<String> first = members.get(0).dialects();
        for (Migration member : members) {
            if (!member.dialects().equals(first)) {
                throw new RevisionException(
                        Diagnostic.error(
                                        ErrorCode.NOT_SQUASHED,
                                        "revisions "
                                                + members.get(0).revision().id()
                                                + " and "
                                                + member.revision().id()
                                                + " are for different databases",
                                        member.revision().place("dialects"))
                                .withHint("end the range before it"));
            }
        }
        return first;
    }

    /** Returns the databases that have files of their own; else the one that is spoken. */
    private List<String> names(List<Migration> members, Optional<String> asked) {
        Set<String> names = variants(members);
        return names.isEmpty()
                ? List.of(SpokenDialect.offline(project, asked).variants().get(0))
                : List.copyOf(names);
    }

    private static Set<String> variants(List<Migration> members) {
        Set<String> names = new LinkedHashSet<>();
        members.forEach(
                member -> member.files().forEach(file -> file.variant().ifPresent(names::add)));
        return names;
    }

    /**
     * What a database makes of the revisions as they are.
     *
     * @param outside what runs before them
     * @param walk they alone
     */
    private record Before(ScriptReadings readings, List<Revision> outside, ChainWalk walk) {
        Schema after() {
            List<Stage> stages = walk.stages();
            return stages.get(stages.size() - 1).after();
        }
    }

    private Before before(SquashPlan plan, List<Migration> members, String name) {
        ScriptReadings readings = readings(name);
        List<Revision> outside =
                migrations.graph().ancestors(List.of(plan.last().id())).upwards().stream()
                        .filter(revision -> !plan.members().contains(revision))
                        .toList();
        ChainWalk start = ChainWalk.of(files(outside), readings);
        return new Before(readings, outside, start.goingOn(members, readings));
    }

    private ScriptReadings readings(String name) {
        SchemaDialect dialect = SpokenDialect.offline(project, Optional.of(name));
        return new ScriptReadings(dialect, project.config().vars());
    }

    private static List<ScriptPair> pairs(List<Migration> members, Map<String, Before> before) {
        boolean general =
                members.stream()
                        .allMatch(member -> member.file(Direction.UP, List.of()).isPresent());
        Set<String> variants = variants(members);
        List<ScriptPair> pairs = new ArrayList<>();
        if (general && !variants.isEmpty()) {
            // Nobody knows which database will read it.
            Before any = before.values().iterator().next();
            SquashScript script =
                    SquashScript.inOrder(
                            members, List.of(), any.readings().dialect().dialect().lexicon());
            pairs.add(pair(Optional.empty(), script));
        }
        before.forEach(
                (name, each) ->
                        pairs.add(
                                pair(
                                        Optional.of(name).filter(variants::contains),
                                        SquashScript.of(each.walk(), each.readings()))));
        return pairs;
    }

    private static ScriptPair pair(Optional<String> variant, SquashScript script) {
        return new ScriptPair(variant, script.up(), script.down());
    }

    /** Reads what was written as anybody would. */
    private List<DownProof> prove(SquashPlan plan, Map<String, Before> before) {
        Migrations written = Migrations.load(project.config(), project.dialects().names());
        Migration squashed = written.find(plan.last().id()).orElseThrow();
        List<DownProof> proofs = new ArrayList<>();
        for (Before each : before.values()) {
            ScriptReadings readings =
                    new ScriptReadings(each.readings().dialect(), project.config().vars());
            ChainWalk walk =
                    ChainWalk.of(files(each.outside()), readings)
                            .goingOn(List.of(squashed), readings);
            Stage stage = walk.stages().get(0);
            SquashProof.require(stage, each.after(), readings.dialect());
            proofs.add(new DownProver(readings).prove(stage));
        }
        return proofs;
    }

    private static Squashed squashed(SquashPlan plan, SquashedFiles files, List<DownProof> proofs) {
        return new Squashed(
                plan.last().id(),
                plan.replaced(),
                files.written().stream().map(ShownPath::of).toList(),
                files.moved().values().stream().map(ShownPath::of).toList(),
                proofs);
    }
}
