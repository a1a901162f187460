package dev.limbeck;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.SchemaReading;
import dev.limbeck.autogenerate.SchemaScope;
import dev.limbeck.autogenerate.SchemaSource;
import dev.limbeck.autogenerate.SchemaSources;
import dev.limbeck.autogenerate.ScriptReadings;
import dev.limbeck.autogenerate.Side;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.dialect.Introspection;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.execute.DatabaseSession;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionRef;
import dev.limbeck.revision.RevisionRefParser;
import dev.limbeck.revision.RevisionSet;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Migration;
import dev.limbeck.script.SchemaFiles;
import dev.limbeck.script.ScriptFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the sides of a comparison, as one database sees them. */
final class SideReader {
    private final Project project;
    private final SchemaDialect dialect;
    private final LiveSides live;
    private final ScriptReadings readings;
    private @Nullable SchemaFiles files;

    SideReader(Project project, SchemaDialect dialect, LiveSides live) {
        this.project = project;
        this.dialect = dialect;
        this.live = live;
        this.readings = project.readings(dialect);
    }

    /** Returns what counts on either side. */
    SchemaScope scope() {
        Set<QualifiedName> own = new HashSet<>();
        dialect.dialect().ownTables().forEach(table -> own.add(QualifiedName.of(table)));
        Optional<DatabaseSession> session = live.decisive();
        if (session.isEmpty()) {
            return new SchemaScope(filter(), dialect.support().ddl().defaultSchema(), own);
        }
        String defaultSchema = session.get().defaultSchema();
        String ledgers = session.get().ledger().schema();
        String schema = ledgers.equals(defaultSchema) ? "" : ledgers;
        session.get().ledger().tables().forEach(name -> own.add(QualifiedName.of(schema, name)));
        dialect.dialect().ownTables().forEach(name -> own.add(QualifiedName.of(schema, name)));
        return new SchemaScope(filter(), defaultSchema, own);
    }

    private ObjectFilter filter() {
        ProjectConfig config = project.config();
        if (!config.introspect().schemas().isEmpty()) {
            return SchemaScope.filter(config.introspect(), Set.of());
        }
        List<ScriptFile> scripts = new ArrayList<>(files().select(dialect.variants()).read());
        project.migrations()
                .all()
                .forEach(migration -> migration.upOn(dialect.variants()).ifPresent(scripts::add));
        return SchemaScope.filter(config.introspect(), readings.namedSchemas(scripts));
    }

    /** What both sides of a comparison hold. */
    record Sides(SchemaReading from, SchemaReading to) {}

    /** Returns what two sides hold; files are read while a server is asked. */
    Sides read(Side from, Side to, ObjectFilter filter) {
        if (isLive(from) == isLive(to)) {
            return new Sides(read(from, filter), read(to, filter));
        }
        Side asked = isLive(from) ? from : to;
        Meanwhile<SchemaReading> answer = Meanwhile.begin(() -> read(asked, filter));
        SchemaReading files = answer.during(() -> read(isLive(from) ? to : from, filter));
        return isLive(from) ? new Sides(answer.get(), files) : new Sides(files, answer.get());
    }

    private static boolean isLive(Side side) {
        return side instanceof Side.Database || side instanceof Side.Url;
    }

    /** Returns what a side holds. */
    SchemaReading read(Side side, ObjectFilter filter) {
        if (side instanceof Side.Chain chain) {
            return chain(chain.reference());
        }
        if (side instanceof Side.Desired) {
            return desired();
        }
        if (side instanceof Side.Empty) {
            return SchemaReading.empty();
        }
        Introspection found = live.of(side).introspect(dialect.support(), filter);
        return new SchemaReading(found.schema(), found.notices());
    }

    private SchemaFiles files() {
        SchemaFiles known = files;
        if (known == null) {
            ProjectConfig config = project.config();
            known = SchemaFiles.find(config.schema(), config.root(), project.dialects().names());
            files = known;
        }
        return known;
    }

    private SchemaReading desired() {
        ProjectConfig config = project.config();
        SchemaFiles.Selection selection = files().select(dialect.variants());
        SchemaReading written = readings.describe(selection.read());
        List<Diagnostic> findings = new ArrayList<>(files().findings());
        findings.addAll(written.findings());
        Schema schema = written.schema();
        SchemaSources sources = SchemaSources.installed();
        for (String entry : config.schemaSources()) {
            SchemaSource source = sources.serving(entry);
            String argument = entry.substring(source.scheme().length() + 1);
            SchemaReading read =
                    source.read(new SchemaSource.Request(argument, config.root(), dialect, schema));
            schema = read.schema();
            findings.addAll(read.findings());
        }
        UnreadFiles.finding(selection, dialect.dialect().id()).ifPresent(findings::add);
        if (selection.read().isEmpty() && config.schemaSources().isEmpty()) {
            findings.add(noFiles());
        }
        return new SchemaReading(schema, findings);
    }

    private Diagnostic noFiles() {
        return Diagnostic.warning(
                        ErrorCode.DESIRED_STATE_EMPTY,
                        "there is no .sql file for "
                                + dialect.dialect().id()
                                + " under "
                                + UnreadFiles.roots(project.config())
                                + ", so the desired state is a database without objects")
                .withHint(
                        "write it there, or begin with what a database holds: 'limbeck diff --from"
                                + " empty --to database --sql'");
    }

    private SchemaReading chain(Optional<String> reference) {
        RevisionGraph graph = project.migrations().graph();
        RevisionSet wanted = reference.map(text -> upTo(graph, text)).orElseGet(graph::all);
        List<ScriptFile> scripts = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (Migration migration : project.migrations().all()) {
            boolean runs =
                    wanted.contains(migration.revision().id())
                            && migration.runsOn(dialect.variants());
            if (runs) {
                migration
                        .file(Direction.UP, dialect.variants())
                        .ifPresentOrElse(
                                scripts::add, () -> findings.add(noVariant(migration.revision())));
            }
        }
        SchemaReading replayed = readings.replay(scripts);
        findings.addAll(replayed.findings());
        return new SchemaReading(replayed.schema(), findings);
    }

    private RevisionSet upTo(RevisionGraph graph, String reference) {
        RevisionRef ref = RevisionRefParser.parseTarget(reference);
        HeadSet rows =
                ref.needsApplied()
                        ? project.inSession(session -> session.ledger().rows().heads())
                        : HeadSet.empty();
        List<RevisionId> ends = graph.resolve(ref, rows).stream().map(Revision::id).toList();
        return graph.ancestors(new TreeSet<>(ends));
    }

    private Diagnostic noVariant(Revision revision) {
        return Diagnostic.error(
                        ErrorCode.NO_VARIANT,
                        "revision "
                                + revision.id()
                                + " has no up script for "
                                + dialect.dialect().id()
                                + " and none for every database",
                        SourceLocation.of(revision.path()))
                .withHint(
                        "write one, or name the databases it is for in the header:"
                                + " '-- dialects: …'");
    }
}
