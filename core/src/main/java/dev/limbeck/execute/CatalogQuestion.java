package dev.limbeck.execute;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.SchemaScope;
import dev.limbeck.autogenerate.ScriptReadings;
import dev.limbeck.autogenerate.SecondOpinion;
import dev.limbeck.autogenerate.StatementReplay;
import dev.limbeck.config.IntrospectConfig;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.Severity;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.Migration;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a catalog whether a statement took effect. What the statement was to change is known from
 * replaying the files up to it.
 */
final class CatalogQuestion {
    private final DatabaseSession session;
    private final RunTools tools;
    private final RunSettings settings;
    private final HeadSet rows;

    CatalogQuestion(DatabaseSession session, RunTools tools, RunSettings settings, HeadSet rows) {
        this.session = session;
        this.tools = tools;
        this.settings = settings;
        this.rows = rows;
    }

    /** What was found out about a statement, and what the catalog held then. */
    private record Evidence(
            SchemaDialect dialect,
            StatementReplay around,
            SchemaScope scope,
            Schema live,
            LeftOvers leftOvers) {
        Evidence with(Schema catalog) {
            return new Evidence(dialect, around, scope, catalog, leftOvers);
        }
    }

    /**
     * Returns what the catalog shows of a statement. What the server left half done is settled on
     * the way: an index that a concurrent build left invalid is dropped, and where a statement made
     * some of its changes, the rest of them are made.
     *
     * @param ordinal the statement's number in the script
     */
    CatalogVerdict ask(Script script, int ordinal) {
        Optional<Evidence> evidence = evidence(script, ordinal);
        if (evidence.isEmpty()) {
            return CatalogVerdict.UNKNOWN;
        }
        CatalogAnswer answer = answer(evidence.get());
        if (answer.verdict() != CatalogVerdict.PARTLY) {
            return answer.verdict();
        }
        evidence.get().leftOvers().finish(evidence.get().live(), answer.rest());
        CatalogVerdict finished = answer(evidence.get().with(live(evidence.get()))).verdict();
        return finished == CatalogVerdict.PARTLY ? CatalogVerdict.UNKNOWN : finished;
    }

    private Schema live(Evidence evidence) {
        return session.introspect(evidence.dialect().support(), evidence.scope().filter()).schema();
    }

    private CatalogAnswer answer(Evidence found) {
        return CatalogAnswer.of(
                found.around().before(),
                found.around().after(),
                found.live(),
                found.scope(),
                found.dialect(),
                opinion(found.dialect()));
    }

    /** Takes away what a statement that the server refused left half done. */
    void clearAway(Script script, int ordinal) {
        evidence(script, ordinal);
    }

    private Optional<Evidence> evidence(Script script, int ordinal) {
        if (tools.dialect().schemas(tools.product()).isEmpty()) {
            return Optional.empty();
        }
        SchemaDialect known = SchemaDialect.of(tools.dialect(), tools.product());
        SchemaDialect dialect = known.withSupport(session.settled(known.support()));
        List<ScriptFile> scripts = applied();
        ScriptReadings readings = new ScriptReadings(dialect, settings.variables());
        Schema start = readings.replay(scripts).schema();
        Optional<StatementReplay> around =
                StatementReplay.of(start, script, ordinal, dialect, settings.variables())
                        .filter(
                                found ->
                                        found.findings().stream()
                                                .noneMatch(CatalogQuestion::isError));
        if (around.isEmpty()) {
            return Optional.empty();
        }
        scripts.add(script.file());
        SchemaScope scope = scope(readings.namedSchemas(scripts));
        Schema live = session.introspect(dialect.support(), scope.filter()).schema();
        LeftOvers leftOvers = new LeftOvers(tools, settings.listener(), dialect, around.get());
        if (leftOvers.settle(live)) {
            live = session.introspect(dialect.support(), scope.filter()).schema();
        }
        return Optional.of(new Evidence(dialect, around.get(), scope, live, leftOvers));
    }

    private static boolean isError(Diagnostic finding) {
        return finding.severity() == Severity.ERROR;
    }

    private List<ScriptFile> applied() {
        Set<?> ids = new HashSet<>(settings.migrations().graph().applied(rows).ids());
        List<ScriptFile> files = new ArrayList<>();
        for (Migration migration : settings.migrations().all()) {
            if (ids.contains(migration.revision().id())) {
                migration.upOn(session.variants()).ifPresent(files::add);
            }
        }
        return files;
    }

    private SchemaScope scope(Set<String> named) {
        String defaultSchema = session.defaultSchema();
        String ledgers = session.ledger().schema();
        String schema = ledgers.equals(defaultSchema) ? "" : ledgers;
        Set<QualifiedName> own = new HashSet<>();
        Set<String> tables = new HashSet<>(session.ledger().tables());
        tables.addAll(tools.dialect().ownTables());
        tables.forEach(name -> own.add(QualifiedName.of(schema, name)));
        tools.dialect().ownTables().forEach(name -> own.add(QualifiedName.of(name)));
        return new SchemaScope(
                SchemaScope.filter(IntrospectConfig.DEFAULT, named), defaultSchema, own);
    }

    private SecondOpinion opinion(SchemaDialect dialect) {
        return (there, wanted) ->
                new SecondOpinion.Reconsidered(
                        there,
                        session.settle(dialect.support(), there, wanted)
                                .map(settled -> settled.desired())
                                .orElse(wanted),
                        List.of(),
                        List.of());
    }
}
