package dev.limbeck;

import dev.limbeck.analysis.calcite.CalcitePredicateAnalyzer;
import dev.limbeck.autogenerate.Comparison;
import dev.limbeck.autogenerate.GeneratedText;
import dev.limbeck.autogenerate.RevisionScript;
import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.SchemaReading;
import dev.limbeck.autogenerate.SchemaScope;
import dev.limbeck.autogenerate.Side;
import dev.limbeck.compare.NeutralSchema;
import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.PlanException;
import dev.limbeck.error.SchemaException;
import dev.limbeck.error.Severity;
import dev.limbeck.report.ChangeReport;
import dev.limbeck.report.ComparisonReport;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What compares two schemas, and says what leads from one to the other. */
final class Comparisons {
    private final Project project;

    Comparisons(Project project) {
        this.project = project;
    }

    /**
     * Two sides that were compared.
     *
     * @param comparison what was found
     * @param scripts the changes with their SQL, a script a revision
     * @param notices what there is to say
     */
    record Compared(
            Comparison comparison, List<RevisionScript> scripts, List<Diagnostic> notices) {}

    ComparisonReport compare(ComparisonRequest request) {
        return report(compared(request));
    }

    ComparisonReport check(ComparisonRequest request) {
        requireAtHeads(request.from());
        return compare(request);
    }

    /** Refuses to compare with a database that is not where the files are. */
    void requireAtHeads(Side from) {
        if (!(from instanceof Side.Database)) {
            return;
        }
        RevisionGraph graph = project.migrations().graph();
        HeadSet rows = project.inSession(session -> session.ledger().rows().heads());
        if (graph.isAtHeads(rows)) {
            return;
        }
        List<RevisionId> unknown = graph.unknown(rows);
        String state =
                unknown.isEmpty()
                        ? pending(graph.pending(rows).size())
                        : "it is at "
                                + unknown.stream()
                                        .map(RevisionId::value)
                                        .collect(Collectors.joining(", "))
                                + ", which no file has";
        throw new PlanException(
                Diagnostic.error(
                                ErrorCode.DATABASE_BEHIND,
                                "the database is not at the heads: " + state)
                        .withHint(
                                "bring it there with 'limbeck upgrade heads', or compare with the"
                                        + " files instead: --from chain"));
    }

    private static String pending(int count) {
        return count == 1 ? "1 revision is pending" : count + " revisions are pending";
    }

    /** Compares two sides. */
    Compared compared(ComparisonRequest request) {
        try (LiveSides live = LiveSides.open(project, request.from(), request.to())) {
            SchemaDialect dialect = SpokenDialect.of(project, request.dialect(), live);
            SideReader reader = new SideReader(project, dialect, live);
            SchemaScope scope = reader.scope();
            SideReader.Sides sides = reader.read(request.from(), request.to(), scope.filter());
            SchemaReading from = sides.from();
            SchemaReading to = sides.to();
            refuseErrors(from, to);
            Comparison comparison =
                    Comparison.of(
                            from.schema(),
                            to.schema(),
                            scope,
                            dialect,
                            new ProvenOpinion(
                                    new ServerOpinion(live, dialect)
                                            .on(request.from(), request.to()),
                                    dialect.support().predicates(),
                                    new CalcitePredicateAnalyzer()));
            List<RevisionScript> scripts = comparison.scripts();
            // Both sides may have read the same files.
            Set<Diagnostic> notices = new LinkedHashSet<>(from.findings());
            notices.addAll(to.findings());
            notices.addAll(comparison.changeSet().notices());
            hidden(comparison).ifPresent(notices::add);
            losses(comparison).ifPresent(notices::add);
            return new Compared(comparison, scripts, List.copyOf(notices));
        }
    }

    /** Reads one side in neutral terms. */
    NeutralReading neutral(NeutralSide wanted) {
        Side side = wanted.side();
        try (LiveSides live = LiveSides.open(project, side, new Side.Empty())) {
            SchemaDialect dialect = SpokenDialect.of(project, wanted.dialect(), live);
            SideReader reader = new SideReader(project, dialect, live);
            SchemaScope scope = reader.scope();
            SchemaReading reading = reader.read(side, scope.filter());
            refuseErrors(reading);
            SchemaScope.Scoped scoped =
                    scope.of(dialect.support().normalizer().normalize(reading.schema()));
            return new NeutralReading(
                    NeutralSchema.of(
                            wanted.name(),
                            scoped.schema(),
                            dialect.dialect(),
                            dialect.support().neutral()),
                    reading.findings());
        }
    }

    /**
     * How much of a database is compared.
     *
     * @param objects how many objects count
     * @param hidden how many configuration leaves out
     */
    record Census(int objects, int hidden) {}

    /** Counts the database's objects. */
    Census census() {
        Side database = new Side.Database();
        try (LiveSides live = LiveSides.open(project, database, new Side.Empty())) {
            SideReader reader =
                    new SideReader(
                            project, SpokenDialect.of(project, Optional.empty(), live), live);
            SchemaScope scope = reader.scope();
            SchemaScope.Scoped scoped = scope.of(reader.read(database, scope.filter()).schema());
            return new Census(scoped.schema().size(), scoped.hidden().size());
        }
    }

    private static void refuseErrors(SchemaReading... readings) {
        List<Diagnostic> errors = new ArrayList<>();
        for (SchemaReading reading : readings) {
            reading.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .filter(finding -> !errors.contains(finding))
                    .forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            throw new SchemaException(errors);
        }
    }

    private static Optional<Diagnostic> hidden(Comparison comparison) {
        int count = comparison.hidden().size();
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        Diagnostic.info(
                                ErrorCode.OBJECTS_HIDDEN,
                                (count == 1 ? "1 object is" : count + " objects are")
                                        + " left out by 'schemas', 'include' and 'exclude' under"
                                        + " [introspect]"));
    }

    private static Optional<Diagnostic> losses(Comparison comparison) {
        List<String> destructive =
                comparison.changeSet().changes().stream()
                        .filter(SchemaChange::destructive)
                        .map(SchemaChange::summary)
                        .toList();
        return destructive.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Diagnostic.warning(
                                ErrorCode.DATA_LOSS,
                                (destructive.size() == 1
                                                ? "1 change deletes data"
                                                : destructive.size() + " changes delete data")
                                        + " for good: "
                                        + String.join("; ", destructive)));
    }

    private static ComparisonReport report(Compared compared) {
        List<RenderedStatement> statements =
                compared.scripts().stream().flatMap(script -> script.up().stream()).toList();
        return new ComparisonReport(
                changes(compared.scripts()),
                GeneratedText.statements(statements, compared.comparison().dialect()),
                compared.notices());
    }

    /** Returns the changes of some scripts, each with its SQL. */
    static List<ChangeReport> changes(List<RevisionScript> scripts) {
        List<ChangeReport> changes = new ArrayList<>();
        for (RevisionScript script : scripts) {
            Map<SchemaChange, List<String>> up = script.upByChange();
            Map<SchemaChange, List<String>> down = script.downByChange();
            for (SchemaChange change : script.changes()) {
                changes.add(
                        new ChangeReport(
                                change,
                                up.getOrDefault(change, List.of()),
                                down.getOrDefault(change.inverse(), List.of())));
            }
        }
        return changes;
    }
}
