package dev.limbeck;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.RevisionException;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.interpret.ParseBudget;
import dev.limbeck.interpret.ScriptCheck;
import dev.limbeck.interpret.ScriptRules;
import dev.limbeck.report.ValidationReport;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Migration;
import dev.limbeck.script.Migrations;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Reads every file of a project and gathers what is wrong with them. */
final class ProjectValidation {

    /** What a finding may be only because the text was not read as its database would. */
    private static final Set<ErrorCode> NEED_DIALECT =
            EnumSet.of(
                    ErrorCode.UNTERMINATED,
                    ErrorCode.CLIENT_COMMAND,
                    ErrorCode.SYNTAX,
                    ErrorCode.NOT_VALIDATED,
                    ErrorCode.NEEDS_TRANSACTION_OFF);

    private final Project project;
    private final Optional<Dialect> configured;
    private final ValidationRequest request;
    private final Map<String, ScriptCheck> checks = new HashMap<>();

    ProjectValidation(Project project, ValidationRequest request) {
        this.project = project;
        this.request = request;
        Optional<Dialect> named =
                request.dialects().stream()
                        .findFirst()
                        .map(name -> project.dialects().byName(name));
        this.configured = named.or(() -> project.url().map(url -> project.dialects().byUrl(url)));
    }

    ValidationReport report() {
        Migrations migrations = Migrations.read(project.config(), project.dialects().names());
        // A set, since a fault in a header may be told by the header's reader and by the graph.
        LinkedHashSet<Diagnostic> findings = new LinkedHashSet<>(migrations.findings());
        Predicate<Migration> wanted = migration -> true;
        boolean whole = findings.stream().noneMatch(ProjectValidation::isError);
        try {
            wanted = newer(migrations.graph());
        } catch (RevisionException e) {
            if (request.from().isPresent() && whole) {
                throw e;
            }
            findings.addAll(e.diagnostics());
            whole = false;
        }
        int files = 0;
        for (ScriptFile file : migrations.files()) {
            if (migrations.owner(file).map(wanted::test).orElse(true)) {
                findings.addAll(check(file, migrations.owner(file)));
                files++;
            }
        }
        List<SchemaDialect> dialects = ChainReplays.dialects(project, request.dialects());
        List<Diagnostic> all = List.copyOf(findings);
        if (whole) {
            all = new ChainReplays(project, migrations.all()).added(all, dialects, wanted);
        }
        return new ValidationReport(
                files,
                all.stream().sorted(Diagnostic.BY_PLACE).toList(),
                notReplayed(whole, dialects));
    }

    private static boolean isError(Diagnostic finding) {
        return finding.severity() == Severity.ERROR;
    }

    private static Optional<String> notReplayed(boolean whole, List<SchemaDialect> dialects) {
        // where they are no graph, that stands among the errors
        return whole && dialects.isEmpty()
                ? Optional.of("it is not known for which database; name it with --dialect")
                : Optional.empty();
    }

    /** Returns which revisions are newer than the one that was named. */
    private Predicate<Migration> newer(RevisionGraph graph) {
        if (request.from().isEmpty()) {
            return migration -> true;
        }
        Set<RevisionId> old = new HashSet<>();
        graph.ancestors(new TreeSet<>(References.resolve(project, graph, request.from().get())))
                .upwards()
                .forEach(revision -> old.add(revision.id()));
        return migration -> !old.contains(migration.revision().id());
    }

    private List<Diagnostic> check(ScriptFile file, Optional<Migration> owner) {
        boolean foreign = file.variant().filter(this::isMissing).isPresent();
        Optional<Dialect> dialect = foreign ? Optional.empty() : dialect(file, owner);
        ScriptCheck.Checked checked = check(dialect).read(file);
        Script script = checked.script();
        List<Diagnostic> findings = new ArrayList<>(checked.findings());
        if (foreign) {
            findings.removeIf(finding -> NEED_DIALECT.contains(finding.code()));
            findings.add(notRead(file));
        }
        // The value may be one that only the run gives.
        script.undefinedVariables(project.config().vars()).stream()
                .map(finding -> finding.withSeverity(Severity.WARNING))
                .forEach(findings::add);
        owner.flatMap(of -> of.missingDown(script)).ifPresent(findings::add);
        return findings;
    }

    private boolean isMissing(String name) {
        return !project.dialects().names().contains(name);
    }

    private static Diagnostic notRead(ScriptFile file) {
        return Diagnostic.info(
                ErrorCode.NOT_VALIDATED,
                "the SQL is not checked: the dialect '"
                        + file.variant().orElseThrow()
                        + "' is not on the class path",
                SourceLocation.of(file.shown()));
    }

    /** Returns the check for a dialect: for its server that is configured, else for the newest. */
    private ScriptCheck check(Optional<Dialect> dialect) {
        return checks.computeIfAbsent(
                dialect.map(Dialect::id).orElse(""),
                unused ->
                        new ScriptCheck(
                                dialect.map(this::rules).orElse(ScriptRules.UNKNOWN),
                                ParseBudget.unlimited()));
    }

    private ScriptRules rules(Dialect dialect) {
        String url = project.url().filter(dialect::acceptsUrl).orElseGet(dialect::exampleUrl);
        return ScriptRules.of(dialect, dialect.presumed(url));
    }

    /**
     * Returns the dialect a file is read with; empty where no dialect is more likely than another.
     * A general file is not the configured database's where that has a variant of its own.
     */
    private Optional<Dialect> dialect(ScriptFile file, Optional<Migration> owner) {
        if (file.variant().isPresent()) {
            return Optional.of(project.dialects().byName(file.variant().get()));
        }
        List<String> only = owner.map(Migration::dialects).orElse(List.of());
        Optional<Dialect> general =
                configured.filter(
                        dialect -> owner.map(of -> serves(of, file, dialect)).orElse(true));
        if (general.isPresent() || only.isEmpty()) {
            return general;
        }
        return project.dialects().all().stream()
                .filter(dialect -> dialect.names().stream().anyMatch(only::contains))
                .filter(dialect -> owner.map(of -> serves(of, file, dialect)).orElse(true))
                .findFirst();
    }

    private static boolean serves(Migration migration, ScriptFile file, Dialect dialect) {
        return migration.runsOn(dialect.names())
                && migration.file(file.direction(), dialect.names()).equals(Optional.of(file));
    }
}
