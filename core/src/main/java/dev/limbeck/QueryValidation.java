package dev.limbeck;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.ScriptReadings;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ShownPath;
import dev.limbeck.proof.ApplicationQueries;
import dev.limbeck.proof.ApplicationQueries.Point;
import dev.limbeck.proof.ApplicationQueries.QueryFile;
import dev.limbeck.report.ValidationReport;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionSet;
import dev.limbeck.script.Migrations;
import dev.limbeck.script.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks SQL that an application runs against the schema at revisions. */
final class QueryValidation {
    private final Project project;
    private final ValidationRequest request;

    QueryValidation(Project project, ValidationRequest request) {
        this.project = project;
        this.request = request;
    }

    ValidationReport report() {
        List<QueryFile> files = new ArrayList<>();
        for (Path path : request.queries()) {
            files.addAll(files(path));
        }
        List<SchemaDialect> dialects = new ArrayList<>();
        if (request.dialects().isEmpty()) {
            dialects.add(SpokenDialect.offline(project, Optional.empty()));
        } else {
            dialects.addAll(ChainReplays.dialects(project, request.dialects()));
        }
        FindingsByDatabase found = new FindingsByDatabase();
        for (SchemaDialect dialect : dialects) {
            found.add(
                    dialect.variants().get(0),
                    ApplicationQueries.check(
                            files,
                            points(project.readings(dialect)),
                            dialect,
                            ChainReplays.analyzer(dialect)));
        }
        return new ValidationReport(
                files.size(),
                found.all().stream().sorted(Diagnostic.BY_PLACE).toList(),
                Optional.empty());
    }

    private List<Point> points(ScriptReadings readings) {
        Migrations migrations = project.migrations();
        RevisionGraph graph = migrations.graph();
        List<Point> points = new ArrayList<>();
        if (request.at().isEmpty()) {
            points.add(
                    point(
                            "heads",
                            graph.heads().stream().map(Revision::id).toList(),
                            migrations,
                            readings));
        }
        for (String reference : request.at()) {
            List<RevisionId> ids = References.resolve(project, graph, reference);
            String name =
                    ids.isEmpty()
                            ? reference
                            : ids.stream()
                                    .map(RevisionId::value)
                                    .collect(Collectors.joining(" and "));
            points.add(point(name, ids, migrations, readings));
        }
        return points;
    }

    private static Point point(
            String name, List<RevisionId> ids, Migrations migrations, ScriptReadings readings) {
        RevisionSet reached = migrations.graph().ancestors(new TreeSet<>(ids));
        return Point.of(
                name,
                migrations.all(),
                migration -> reached.contains(migration.revision().id()),
                readings);
    }

    private static List<QueryFile> files(Path path) {
        if (!Files.exists(path)) {
            throw new ConfigException(
                    Diagnostic.error(
                            ErrorCode.USAGE, "'" + ShownPath.of(path) + "' does not exist"));
        }
        if (!Files.isDirectory(path)) {
            return List.of(file(path));
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(file -> file.toString().endsWith(".sql"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(QueryValidation::file)
                    .toList();
        } catch (IOException e) {
            throw UnreadableFile.failure(ShownPath.of(path), e);
        }
    }

    private static QueryFile file(Path path) {
        try {
            return new QueryFile(ShownPath.of(path), Files.readString(path));
        } catch (IOException e) {
            throw UnreadableFile.failure(ShownPath.of(path), e);
        }
    }
}
