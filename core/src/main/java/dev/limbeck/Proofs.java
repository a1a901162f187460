package dev.limbeck;

import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.GeneratedText;
import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.SchemaScope;
import dev.limbeck.autogenerate.ScriptReadings;
import dev.limbeck.autogenerate.SecondOpinion;
import dev.limbeck.autogenerate.Side;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SchemaException;
import dev.limbeck.error.Severity;
import dev.limbeck.error.ShownPath;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.proof.Blame;
import dev.limbeck.proof.ChainWalk;
import dev.limbeck.proof.DownProof;
import dev.limbeck.proof.DownProver;
import dev.limbeck.proof.Identification;
import dev.limbeck.proof.MergeCheck;
import dev.limbeck.proof.MergeFinding;
import dev.limbeck.proof.RowStatements;
import dev.limbeck.proof.SchemaStory;
import dev.limbeck.proof.Stage;
import dev.limbeck.proof.Subject;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.RevisionFileWriter;
import dev.limbeck.script.ScriptFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is proved of revisions, and derived from them, without a database. */
final class Proofs {
    private final Project project;

    Proofs(Project project) {
        this.project = project;
    }

    List<DownProof> verifyOn(String url, List<String> references) {
        return ScratchProofs.verify(project, url, wanted(references));
    }

    private Set<RevisionId> wanted(List<String> references) {
        Set<RevisionId> wanted = new LinkedHashSet<>();
        references.forEach(reference -> wanted.addAll(resolve(reference)));
        return wanted;
    }

    List<DownProof> verify(List<String> references, List<String> dialects) {
        Set<RevisionId> wanted = wanted(references);
        List<Optional<String>> names =
                dialects.isEmpty()
                        ? List.of(Optional.empty())
                        : dialects.stream().distinct().map(Optional::of).toList();
        List<DownProof> proofs = new ArrayList<>();
        for (Optional<String> name : names) {
            ScriptReadings readings = project.readings(SpokenDialect.offline(project, name));
            DownProver prover = new DownProver(readings);
            walk(readings).stages().stream()
                    .filter(stage -> wanted.isEmpty() || wanted.contains(stage.id()))
                    .map(prover::prove)
                    .forEach(proofs::add);
        }
        return proofs;
    }

    DerivedDown deriveDown(String reference, Optional<String> dialectName) {
        SchemaDialect dialect = SpokenDialect.offline(project, dialectName);
        ScriptReadings readings = project.readings(dialect);
        ChainWalk walk = walk(readings);
        List<RevisionId> ids = resolve(reference);
        if (ids.size() != 1) {
            throw new ConfigException(
                    Diagnostic.error(
                            ErrorCode.USAGE, "'" + reference + "' does not name one revision"));
        }
        Stage stage = walk.stage(ids.get(0)).orElseThrow();
        ScriptFile up = stage.up().orElseThrow(() -> noScript(stage, dialect));
        refuseDoubts(stage);
        refuseToOverwrite(stage, RevisionFileWriter.down(up), readings);
        Path written =
                RevisionFileWriter.of(project.config())
                        .writeDown(stage.migration(), up, down(stage, dialect));
        int rows = RowStatements.count(up, readings);
        return new DerivedDown(stage.id(), ShownPath.of(written), rows);
    }

    List<Blame.Entry> blame(String name, Optional<String> dialectName) {
        SchemaDialect dialect = SpokenDialect.offline(project, dialectName);
        ChainWalk walk = walk(project.readings(dialect));
        for (Subject subject : Blame.subjects(dialect.support().ddl().pieces(name))) {
            List<Blame.Entry> entries = Blame.of(subject, walk);
            if (!entries.isEmpty()) {
                return entries;
            }
        }
        throw new SchemaException(
                Diagnostic.error(
                                ErrorCode.OBJECT_MISSING,
                                "no revision made anything that is called '" + name + "'")
                        .withHint(
                                "name a table, a view, a routine or TABLE.COLUMN, with its schema"
                                        + " where that is not the default one"));
    }

    /** Returns empty where it is not known which database's scripts to read. */
    Optional<MergeFinding> checkMerge(List<RevisionId> heads) {
        boolean known =
                project.url()
                        .flatMap(
                                url ->
                                        project.dialects().all().stream()
                                                .filter(dialect -> dialect.acceptsUrl(url))
                                                .findFirst()
                                                .flatMap(
                                                        dialect ->
                                                                dialect.schemas(
                                                                        dialect.presumed(url))))
                        .isPresent();
        return known
                ? Optional.of(
                        new MergeCheck(
                                        project.migrations(),
                                        project.readings(
                                                SpokenDialect.offline(project, Optional.empty())))
                                .of(heads))
                : Optional.empty();
    }

    Identification identify() {
        Side database = new Side.Database();
        try (LiveSides live = LiveSides.open(project, database, new Side.Empty())) {
            SchemaDialect dialect = SpokenDialect.of(project, Optional.empty(), live);
            SideReader reader = new SideReader(project, dialect, live);
            SchemaScope scope = reader.scope();
            Schema found =
                    scope.of(
                                    dialect.support()
                                            .normalizer()
                                            .normalize(
                                                    reader.read(database, scope.filter()).schema()))
                            .schema();
            return Identification.of(found, walk(project.readings(dialect)), scope);
        }
    }

    private String down(Stage stage, SchemaDialect dialect) {
        try (LiveSides live = LiveSides.open(project, new Side.Empty(), new Side.Empty())) {
            Comparison comparison =
                    Comparison.of(
                            stage.before(),
                            stage.after(),
                            new SideReader(project, dialect, live).scope(),
                            dialect,
                            SecondOpinion.NONE);
            GeneratedText text = comparison.undivided();
            return text.down();
        }
    }

    private SchemaException noScript(Stage stage, SchemaDialect dialect) {
        return new SchemaException(
                Diagnostic.error(
                        ErrorCode.NO_VARIANT,
                        "revision "
                                + stage.id()
                                + " runs no up script on "
                                + dialect.dialect().id()
                                + ", so there is nothing to undo",
                        SourceLocation.of(stage.migration().revision().path())));
    }

    private static void refuseDoubts(Stage stage) {
        List<Diagnostic> doubts =
                stage.findings().stream()
                        .filter(finding -> finding.severity() != Severity.INFO)
                        .toList();
        if (!doubts.isEmpty()) {
            List<Diagnostic> all = new ArrayList<>();
            all.add(
                    Diagnostic.error(
                                    ErrorCode.NOT_PROVED,
                                    "what the up script does is not known, so no down script can be"
                                            + " derived from it",
                                    SourceLocation.of(stage.up().orElseThrow().shown()))
                            .withHint(
                                    "say what such a statement does with '-- limbeck: effect DDL',"
                                            + " or write the down script by hand"));
            all.addAll(doubts);
            throw new SchemaException(all);
        }
    }

    /** A down file without statements is what {@code revision} left to be filled in. */
    private static void refuseToOverwrite(Stage stage, Path file, ScriptReadings readings) {
        Optional<ScriptFile> existing =
                stage.migration().files().stream()
                        .filter(known -> known.path().equals(file))
                        .findFirst();
        boolean filled =
                existing.isPresent() && readings.script(existing.get()).statementCount() > 0;
        if (filled) {
            throw new ConfigException(
                    Diagnostic.error(
                                    ErrorCode.FILE_EXISTS,
                                    "the down script holds statements already",
                                    SourceLocation.of(existing.get().shown()))
                            .withHint("delete the file to have it written anew"));
        }
    }

    SchemaStory story(Optional<String> dialect) {
        return new SchemaStory(walk(project.readings(SpokenDialect.offline(project, dialect))));
    }

    private List<RevisionId> resolve(String reference) {
        return References.resolve(project, project.migrations().graph(), reference);
    }

    private ChainWalk walk(ScriptReadings readings) {
        return ChainWalk.of(project.migrations().all(), readings);
    }
}
