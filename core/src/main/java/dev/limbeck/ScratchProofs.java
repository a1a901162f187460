package dev.limbeck;

import dev.limbeck.analysis.calcite.CalcitePredicateAnalyzer;
import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.SchemaScope;
import dev.limbeck.autogenerate.ScriptReadings;
import dev.limbeck.autogenerate.SecondOpinion;
import dev.limbeck.autogenerate.Side;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.PlanException;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.StatementFailedException;
import dev.limbeck.execute.Planning;
import dev.limbeck.plan.Planner;
import dev.limbeck.proof.ChainWalk;
import dev.limbeck.proof.DownProof;
import dev.limbeck.proof.DownProver;
import dev.limbeck.proof.Stage;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionSet;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Taint;
import dev.limbeck.script.Migrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs revisions up, down and up again on a database that is there for nothing else. */
final class ScratchProofs {
    private static final Side DATABASE = new Side.Database();

    private final Migrations migrations;
    private final Movements movements;
    private final SideReader reader;
    private final SchemaScope scope;
    private final SchemaDialect dialect;
    private final SecondOpinion opinion;
    private final DownProver prover;
    private final ChainWalk walk;
    private final String name;

    private ScratchProofs(Project project, LiveSides live) {
        this.migrations = project.migrations();
        this.movements = new Movements(project);
        this.dialect = SpokenDialect.of(project, Optional.empty(), live);
        this.reader = new SideReader(project, dialect, live);
        this.scope = reader.scope();
        this.opinion =
                new ProvenOpinion(
                        new ServerOpinion(live, dialect).on(DATABASE, new Side.Empty()),
                        dialect.support().predicates(),
                        new CalcitePredicateAnalyzer());
        ScriptReadings readings = project.readings(dialect);
        this.prover = new DownProver(readings);
        this.walk = ChainWalk.of(migrations.all(), readings);
        this.name = dialect.variants().get(0);
    }

    /**
     * Proves revisions on a database.
     *
     * @param url where an empty database is
     * @param wanted the revisions to prove; empty: all
     * @throws ConfigException where the database is not empty
     */
    static List<DownProof> verify(Project project, String url, Set<RevisionId> wanted) {
        try (Project scratch = project.on(url);
                LiveSides live = LiveSides.open(scratch, DATABASE, new Side.Empty())) {
            ScratchProofs proofs = new ScratchProofs(scratch, live);
            proofs.requireEmpty(live);
            return proofs.verify(wanted);
        }
    }

    private void requireEmpty(LiveSides live) {
        Schema found = scope.of(found()).schema();
        boolean applied = !live.of(DATABASE).ledger().rows().heads().isEmpty();
        if (applied || found.size() > 0) {
            String what =
                    applied
                            ? "revisions are applied"
                            : "it holds " + found.objects().iterator().next().id();
            throw new ConfigException(
                    Diagnostic.error(
                                    ErrorCode.SCRATCH_NOT_EMPTY,
                                    "the database to verify on is not empty: " + what)
                            .withHint(
                                    "every down script would run there: name a database that was"
                                            + " made for this"));
        }
    }

    private List<DownProof> verify(Set<RevisionId> wanted) {
        List<DownProof> proofs = new ArrayList<>();
        Optional<RevisionId> stuck = Optional.empty();
        for (Stage stage : leadingTo(wanted)) {
            boolean asked = wanted.isEmpty() || wanted.contains(stage.id());
            if (stuck.isEmpty()) {
                Proved proved = asked ? prove(stage) : pass(stage);
                proved.proof().ifPresent(proofs::add);
                stuck = Optional.of(stage.id()).filter(id -> !proved.goesOn());
            } else if (asked) {
                String reason = "not reached: " + stuck.get() + " failed";
                proofs.add(DownProof.unknown(stage.id(), name, reason));
            }
        }
        if (stuck.isEmpty() && proofs.stream().noneMatch(DownProof::excused)) {
            movements.run((graph, rows) -> Planner.downgrade(graph, rows, "base"));
        }
        return proofs;
    }

    private List<Stage> leadingTo(Set<RevisionId> wanted) {
        if (wanted.isEmpty()) {
            return walk.stages();
        }
        RevisionSet needed = migrations.graph().ancestors(wanted);
        return walk.stages().stream().filter(stage -> needed.contains(stage.id())).toList();
    }

    /**
     * A revision that was gone through.
     *
     * @param proof what is proved of it, where that was asked
     * @param goesOn whether the next one can run
     */
    private record Proved(Optional<DownProof> proof, boolean goesOn) {
        static Proved of(DownProof proof) {
            return new Proved(Optional.of(proof), true);
        }

        static Proved stuck(DownProof proof) {
            return new Proved(Optional.of(proof), false);
        }
    }

    private Proved pass(Stage stage) {
        return up(stage).map(Proved::stuck).orElse(new Proved(Optional.empty(), true));
    }

    private Proved prove(Stage stage) {
        Schema before = found();
        Optional<DownProof> upFails = up(stage);
        if (upFails.isPresent()) {
            return Proved.stuck(upFails.get());
        }
        Schema after = found();
        Optional<DownProof> foregone = prover.foregone(stage);
        if (foregone.isPresent()) {
            return Proved.of(replayed(stage, after).orElse(foregone.get()));
        }
        Optional<DownProof> downFails = down(stage);
        if (downFails.isPresent()) {
            return Proved.stuck(downFails.get());
        }
        Optional<DownProof> left =
                differing(stage, "the down script does not undo the up script", found(), before);
        Optional<DownProof> againFails = up(stage);
        if (againFails.isPresent()) {
            return Proved.stuck(left.orElse(againFails.get()));
        }
        return Proved.of(
                left.or(() -> differing(stage, "run again, it leads elsewhere", found(), after))
                        .or(() -> replayed(stage, after))
                        .orElseGet(() -> DownProof.proved(stage.id(), name, doubt(stage))));
    }

    private Optional<DownProof> up(Stage stage) {
        return failure(
                stage,
                "up",
                (graph, rows) -> Planner.up(graph, rows, stage.migration().revision()));
    }

    private Optional<DownProof> down(Stage stage) {
        return failure(
                stage,
                "down",
                (graph, rows) -> Planner.down(graph, rows, stage.migration().revision()));
    }

    /** Runs a script; a server that refuses it has answered the question. */
    private Optional<DownProof> failure(Stage stage, String script, Planning step) {
        try {
            movements.run(step);
            return Optional.empty();
        } catch (StatementFailedException | PlanException | ScriptException e) {
            String reason = "the " + script + " script fails: " + e.getMessage();
            return Optional.of(DownProof.differs(stage.id(), name, reason, List.of()));
        }
    }

    /** Returns in what the server's schema is not the one that a replay of the files leads to. */
    private Optional<DownProof> replayed(Stage stage, Schema found) {
        return doubt(stage).isEmpty()
                ? differing(stage, "the replay sees it otherwise", found, stage.after())
                : Optional.empty();
    }

    /** Returns why the replay can't be compared. */
    private String doubt(Stage stage) {
        Set<Taint> doubts = stage.after().taints();
        return doubts.isEmpty()
                ? ""
                : "not compared with the replay: " + doubts.iterator().next().reason();
    }

    private Optional<DownProof> differing(
            Stage stage, String reason, Schema there, Schema expected) {
        if (there.equals(expected)) {
            return Optional.empty();
        }
        List<String> left =
                Comparison.of(there, expected, scope, dialect, opinion)
                        .changeSet()
                        .changes()
                        .stream()
                        .map(SchemaChange::summary)
                        .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(DownProof.differs(stage.id(), name, reason, left));
    }

    private Schema found() {
        return reader.read(DATABASE, scope.filter()).schema();
    }
}
