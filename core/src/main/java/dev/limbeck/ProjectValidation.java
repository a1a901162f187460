package dev.limbeck;

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
import dev.limbeck.script.Migration;
import dev.limbeck.script.Migrations;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final Map<String, ScriptCheck> checks = new HashMap<>();

    ProjectValidation(Project project) {
        this.project = project;
        this.configured = project.url().map(url -> project.dialects().byUrl(url));
    }

    ValidationReport report() {
        Migrations migrations = Migrations.read(project.config(), project.dialects().names());
        // A set, since a fault in a header may be told by the header's reader and by the graph.
        LinkedHashSet<Diagnostic> findings = new LinkedHashSet<>(migrations.findings());
        try {
            migrations.graph();
        } catch (RevisionException e) {
            findings.addAll(e.diagnostics());
        }
        List<ScriptFile> files = migrations.files();
        for (ScriptFile file : files) {
            findings.addAll(check(file, migrations.owner(file)));
        }
        return new ValidationReport(
                files.size(), findings.stream().sorted(Diagnostic.BY_PLACE).toList());
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
