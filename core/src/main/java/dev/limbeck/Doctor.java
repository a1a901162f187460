package dev.limbeck;

import dev.limbeck.config.ProjectConfig;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.execute.DatabaseSession;
import dev.limbeck.execute.LedgerProbe;
import dev.limbeck.execute.SteadySession;
import dev.limbeck.ledger.Ledger;
import dev.limbeck.ledger.VersionRows;
import dev.limbeck.report.DoctorReport;
import dev.limbeck.report.DoctorReport.Check;
import dev.limbeck.report.DoctorReport.Outcome;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Migrations;
import dev.limbeck.script.SchemaFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks the whole set-up one question after the other; what fails is an answer. */
final class Doctor {
    private static final List<String> OF_THE_DATABASE =
            List.of(
                    "server",
                    "dialect",
                    "user",
                    "session",
                    "ledger",
                    "rights",
                    "privileges",
                    "lock",
                    "objects");

    private static final Map<String, String> ADVICE =
            Map.of(
                    "files", "'limbeck validate' lists everything that is wrong with them",
                    "connection", "set url, user and password under [database] in limbeck.toml",
                    "rights",
                            "let this user create tables in that schema, and read and write them;"
                                    + " or name another schema in [ledger]",
                    "lock", "let this user read the server's views of sessions and locks");

    private static final String ANY_ADVICE = "'limbeck doctor -v' shows what the driver said";

    private final Project project;
    private final List<Check> checks = new ArrayList<>();
    private Optional<LimbeckException> unreachable = Optional.empty();

    Doctor(Project project) {
        this.project = project;
    }

    DoctorReport report() {
        ask("files", () -> files(project.migrations()));
        Optional<DatabaseSession> opened = connect();
        if (opened.isEmpty()) {
            for (String name : OF_THE_DATABASE) {
                checks.add(new Check(name, Outcome.SKIPPED, "no connection", Optional.empty()));
            }
            ask("schema", this::schemaFiles);
            return new DoctorReport(checks, unreachable);
        }
        try (DatabaseSession session = opened.get()) {
            DatabaseProduct product = session.product();
            checks.add(ok("server", product.name() + " " + product.version()));
            checks.add(ok("dialect", session.dialect().id()));
            checks.add(ok("user", session.user().isEmpty() ? "none is given" : session.user()));
            ask("session", () -> session(session));
            ask("ledger", () -> ledger(session.ledger()));
            ask("rights", () -> rights(session));
            ask("privileges", this::privileges);
            ask("lock", () -> lock(session));
            ask("schema", () -> schemaFiles(session.dialect(), session.variants()));
            ask("objects", () -> objects(session));
        }
        return new DoctorReport(checks, unreachable);
    }

    private Optional<DatabaseSession> connect() {
        try {
            DatabaseSession session =
                    DatabaseSession.open(
                            project.connections(), project.dialects(), project.config().ledger());
            checks.add(ok("connection", session.url()));
            return Optional.of(session);
        } catch (LimbeckException e) {
            checks.add(failed("connection", e));
            unreachable = Optional.of(e);
            return Optional.empty();
        }
    }

    private void ask(String name, Supplier<Check> question) {
        try {
            checks.add(question.get());
        } catch (LimbeckException e) {
            checks.add(failed(name, e));
        }
    }

    private static Check files(Migrations migrations) {
        int revisions = migrations.graph().size();
        int heads = migrations.graph().heads().size();
        String answer =
                count(revisions, "revision") + " in " + count(migrations.files().size(), "file");
        return heads > 1
                ? new Check(
                        "files",
                        Outcome.WARNING,
                        answer + ", " + heads + " heads",
                        Optional.of("see them with 'heads', join them with 'merge'"))
                : ok("files", answer);
    }

    private Check schemaFiles() {
        Optional<Dialect> dialect = project.url().map(project.dialects()::byUrl);
        return dialect.map(
                        known ->
                                schemaFiles(
                                        known,
                                        known.variants(
                                                known.presumed(project.url().orElseThrow()))))
                .orElseGet(() -> skipped("schema", "it is not known for which database"));
    }

    /** Says which schema files are read, and names those that are not. */
    private Check schemaFiles(Dialect dialect, List<String> variants) {
        ProjectConfig config = project.config();
        SchemaFiles files =
                SchemaFiles.find(config.schema(), config.root(), project.dialects().names());
        if (!files.findings().isEmpty()) {
            Diagnostic first = files.findings().get(0);
            return new Check("schema", Outcome.WARNING, first.message(), first.hint());
        }
        SchemaFiles.Selection selection = files.select(variants);
        String answer =
                count(selection.read().size(), "file")
                        + " of the desired state for "
                        + dialect.id();
        return selection.unread().isEmpty()
                ? ok("schema", answer)
                : new Check(
                        "schema",
                        Outcome.OK,
                        answer + ", " + selection.unread().size() + " not read",
                        Optional.of(
                                selection.unread().stream()
                                        .map(file -> file.shown() + ": " + file.reason())
                                        .collect(Collectors.joining("; "))));
    }

    /** Says how many objects are compared, and how many configuration leaves out. */
    private Check objects(DatabaseSession session) {
        if (session.dialect().schemas(session.product()).isEmpty()) {
            return skipped("objects", "the dialect can't read a catalog");
        }
        Comparisons.Census census = new Comparisons(project).census();
        String hidden =
                census.hidden() == 0 ? "" : ", " + census.hidden() + " left out by [introspect]";
        return ok("objects", count(census.objects(), "object") + " to compare" + hidden);
    }

    private static Check skipped(String name, String reason) {
        return new Check(name, Outcome.SKIPPED, reason, Optional.empty());
    }

    private Check ledger(Ledger ledger) {
        if (!ledger.hasVersionTable()) {
            return ok("ledger", ledger.versionTable() + " is not there yet");
        }
        VersionRows rows = ledger.rows();
        ledger.lastNumber();
        String at =
                rows.heads().isEmpty()
                        ? "base"
                        : rows.heads().ids().stream()
                                .map(RevisionId::value)
                                .collect(Collectors.joining(", "));
        boolean odd =
                !rows.illegible().isEmpty()
                        || !rows.repeated().isEmpty()
                        || !project.migrations().graph().unknown(rows.heads()).isEmpty();
        return odd
                ? new Check(
                        "ledger",
                        Outcome.WARNING,
                        ledger.versionTable() + " holds rows that no file has: " + at,
                        Optional.of("see them with 'status'"))
                : ok("ledger", ledger.versionTable() + " at " + at);
    }

    private Check session(DatabaseSession session) {
        return switch (SteadySession.check(session, project.connections())) {
            case DIRECT -> ok("session", "one for this connection");
            case PROXY -> ok("session", "one for this connection, through a proxy that keeps it");
        };
    }

    private Check rights(DatabaseSession session) {
        return new LedgerProbe(session, project.connections()).tryToWrite()
                ? ok("rights", "may write the ledger in schema " + session.ledger().schema())
                : new Check(
                        "rights",
                        Outcome.SKIPPED,
                        "whether tables may be made in schema "
                                + session.ledger().schema()
                                + " can't be tried without making one",
                        Optional.of("make the version table with 'ensure-version'"));
    }

    /** What the scripts that are not applied yet need; all that is lacking in one answer. */
    private Check privileges() {
        List<Diagnostic> lacking =
                new Movements(project)
                        .planUpgrade(MovementRequest.to("heads")).notices().stream()
                                .filter(found -> found.code() == ErrorCode.PRIVILEGE_MISSING)
                                .toList();
        return lacking.isEmpty()
                ? ok("privileges", "nothing known is lacking for what is pending")
                : new Check(
                        "privileges",
                        Outcome.FAILED,
                        lacking.stream().map(Diagnostic::message).collect(Collectors.joining("; ")),
                        lacking.get(0).hint());
    }

    private Check lock(DatabaseSession session) {
        return new LedgerProbe(session, project.connections())
                .lockHolder()
                .map(
                        holder ->
                                new Check(
                                        "lock",
                                        Outcome.WARNING,
                                        "held by " + holder,
                                        Optional.of("wait for that run, or end its session")))
                .orElseGet(() -> ok("lock", "free"));
    }

    private static Check ok(String name, String answer) {
        return new Check(name, Outcome.OK, answer, Optional.empty());
    }

    private static Check failed(String name, LimbeckException e) {
        return new Check(
                name,
                Outcome.FAILED,
                e.diagnostics().get(0).message(),
                Optional.of(e.hint().orElse(ADVICE.getOrDefault(name, ANY_ADVICE))));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
