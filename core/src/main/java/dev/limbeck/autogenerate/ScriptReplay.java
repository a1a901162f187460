package dev.limbeck.autogenerate;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.Script;
import dev.limbeck.sql.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Follows the statements of scripts from schema to schema. */
final class ScriptReplay {
    /** What a statement's failure means. */
    private enum Order {
        /** Statements run in the order in which they stand. */
        AS_WRITTEN,
        /** Files describe a state; what refers to a later file waits for it. */
        AS_NEEDED
    }

    private record Waiting(Statement statement, Path shown, DdlInterpreter interpreter) {}

    private final DdlInterpreter begin;
    private final Map<String, String> variables;
    private final Consumer<ReplayedStatement> watcher;
    private final List<Diagnostic> findings = new ArrayList<>();
    private List<Waiting> waiting = new ArrayList<>();
    private Schema schema;

    /** What the next statement of the script that is followed is read by. */
    private DdlInterpreter interpreter;

    private ScriptReplay(
            Schema start,
            SchemaDialect dialect,
            Map<String, String> variables,
            Consumer<ReplayedStatement> watcher) {
        this.schema = start;
        this.watcher = watcher;
        this.begin = dialect.interpreter();
        this.interpreter = begin;
        this.variables = variables;
    }

    /** Returns what a script makes of what is there. */
    static SchemaReading run(
            SchemaReading before,
            ReadScript script,
            SchemaDialect dialect,
            Map<String, String> variables) {
        return run(before, script, dialect, variables, replayed -> {});
    }

    /**
     * Returns the same, and shows each statement on the way.
     *
     * @param watcher sees every statement, after it
     */
    static SchemaReading run(
            SchemaReading before,
            ReadScript script,
            SchemaDialect dialect,
            Map<String, String> variables,
            Consumer<ReplayedStatement> watcher) {
        ScriptReplay replay = new ScriptReplay(before.schema(), dialect, variables, watcher);
        replay.findings.addAll(before.findings());
        replay.follow(script, Order.AS_WRITTEN);
        return replay.reading();
    }

    /**
     * Returns what scripts describe together. A statement that needs what a later one makes waits
     * for it, so that scripts need not be in an order in which they could run.
     */
    static SchemaReading describe(
            Schema start,
            List<ReadScript> scripts,
            SchemaDialect dialect,
            Map<String, String> variables) {
        ScriptReplay replay = new ScriptReplay(start, dialect, variables, replayed -> {});
        scripts.forEach(script -> replay.follow(script, Order.AS_NEEDED));
        replay.settle();
        return replay.reading();
    }

    private SchemaReading reading() {
        return new SchemaReading(schema, findings);
    }

    private void follow(ReadScript read, Order order) {
        Script script = read.script();
        List<Diagnostic> found =
                order == Order.AS_NEEDED ? script.findingsAsDescription() : script.findings();
        found.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .forEach(findings::add);
        List<Diagnostic> undefined = script.undefinedVariables(variables);
        findings.addAll(undefined);
        if (!undefined.isEmpty()) {
            return;
        }
        interpreter = begin;
        read.statements(
                next ->
                        interpreter =
                                take(
                                        new Waiting(
                                                rendered(script, next, variables),
                                                script.file().shown(),
                                                interpreter),
                                        order));
    }

    /** Returns a statement with the script's variables replaced. */
    static Statement rendered(Script script, Statement statement, Map<String, String> variables) {
        if (script.variables().isEmpty() || statement.hasInlineData()) {
            return statement;
        }
        String text = script.render(statement.text(), variables).text();
        return statement.isProcedural()
                ? new Statement.Block(text, statement.span(), statement.directives())
                : new Statement.Sql(text, statement.span(), statement.directives());
    }

    private DdlInterpreter take(Waiting next, Order order) {
        DdlInterpreter.Step step = next.interpreter().apply(schema, next.statement(), next.shown());
        if (order == Order.AS_NEEDED && missesSomething(step)) {
            waiting.add(next);
            return next.interpreter();
        }
        watcher.accept(
                new ReplayedStatement(
                        next.statement(),
                        next.shown(),
                        schema,
                        next.interpreter().session(),
                        step));
        schema = step.schema();
        findings.addAll(step.findings());
        return step.next();
    }

    private static boolean missesSomething(DdlInterpreter.Step step) {
        return step.findings().stream()
                .anyMatch(
                        finding ->
                                finding.severity() == Severity.ERROR
                                        && finding.code() == ErrorCode.OBJECT_MISSING);
    }

    /** Tries what waits again and again, until a round settles nothing more. */
    private void settle() {
        int before;
        do {
            before = waiting.size();
            takeAll(Order.AS_NEEDED);
        } while (!waiting.isEmpty() && waiting.size() < before);
        takeAll(Order.AS_WRITTEN);
    }

    private void takeAll(Order order) {
        List<Waiting> round = waiting;
        waiting = new ArrayList<>();
        for (Waiting next : round) {
            take(next, order);
        }
    }
}
