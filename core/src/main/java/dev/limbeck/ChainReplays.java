package dev.limbeck;

import dev.limbeck.analysis.QueryAnalyzer;
import dev.limbeck.analysis.QuerySetting;
import dev.limbeck.analysis.calcite.CalciteQueryAnalyzer;
import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.proof.ChainCheck;
import dev.limbeck.script.Migration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Replays the chain for each database that is asked for, and gathers what is found on the way. */
final class ChainReplays {
    private final Project project;
    private final List<Migration> migrations;

    /**
     * @param migrations all of them, in an order in which they can run
     */
    ChainReplays(Project project, List<Migration> migrations) {
        this.project = project;
        this.migrations = migrations;
    }

    /**
     * Returns the databases that are asked for by name, else the configured one; none where it is
     * not known whose scripts to read, or it knows nothing of schemas.
     */
    static List<SchemaDialect> dialects(Project project, List<String> names) {
        if (!names.isEmpty()) {
            return names.stream()
                    .distinct()
                    .map(name -> SpokenDialect.offline(project, Optional.of(name)))
                    .toList();
        }
        Optional<String> url = project.url();
        if (url.isEmpty()) {
            return List.of();
        }
        Dialect dialect = project.dialects().byUrl(url.get());
        return dialect.schemas(dialect.presumed(url.get())).isEmpty()
                ? List.of()
                : List.of(SpokenDialect.offline(project, Optional.empty()));
    }

    /** Returns what asks about the rows of a database. */
    static QueryAnalyzer analyzer(SchemaDialect dialect) {
        return new CalciteQueryAnalyzer(QuerySetting.of(dialect.dialect(), dialect.support()));
    }

    /**
     * Returns what was found with each database.
     *
     * @param known what reading the files found; what it merely doubts falls away where a database
     *     understands the statement
     * @param wanted the revisions to check
     */
    List<Diagnostic> added(
            List<Diagnostic> known, List<SchemaDialect> dialects, Predicate<Migration> wanted) {
        FindingsByDatabase found = new FindingsByDatabase();
        Set<ChainCheck.Place> understood = new HashSet<>();
        for (SchemaDialect dialect : dialects) {
            ChainCheck.Checked checked =
                    ChainCheck.of(migrations, wanted, project.readings(dialect), analyzer(dialect));
            understood.addAll(checked.understood());
            found.add(dialect.variants().get(0), checked.findings());
        }
        List<Diagnostic> all = new ArrayList<>();
        known.stream().filter(finding -> !isSettled(finding, understood)).forEach(all::add);
        for (Diagnostic finding : found.all()) {
            if (all.stream().noneMatch(other -> tellsTheSame(other, finding))) {
                all.add(finding);
            }
        }
        return all;
    }

    /** A parser for all databases doubts what the database's own reader has understood. */
    private static boolean isSettled(Diagnostic finding, Set<ChainCheck.Place> understood) {
        return finding.code() == ErrorCode.SYNTAX
                && finding.severity() == Severity.WARNING
                && understood.stream().anyMatch(place -> holds(place, finding));
    }

    private static boolean holds(ChainCheck.Place place, Diagnostic finding) {
        return finding.where().filter(place::holds).isPresent();
    }

    /** Two parsers stumble at different words of a line; one of them is enough to hear. */
    private static boolean tellsTheSame(Diagnostic one, Diagnostic other) {
        return one.code() == other.code()
                && line(one).equals(line(other))
                && (one.code() == ErrorCode.SYNTAX || one.message().equals(other.message()));
    }

    private static Optional<SourceLocation> line(Diagnostic finding) {
        return finding.where().map(where -> new SourceLocation(where.file(), where.line(), 0));
    }
}
