package dev.limbeck.proof;

import dev.limbeck.analysis.QueryAnalyzer;
import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.SchemaReading;
import dev.limbeck.autogenerate.ScriptReadings;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.interpret.ParseBudget;
import dev.limbeck.interpret.SyntaxCheck;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.Ignoring;
import dev.limbeck.script.Migration;
import dev.limbeck.sql.SplitScript;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Checks statements that an application runs against the schema at revisions. */
public final class ApplicationQueries {
    /**
     * A file of an application.
     *
     * @param shown how messages call it
     * @param text what it holds
     */
    public record QueryFile(Path shown, String text) {}

    /**
     * A point of the chain.
     *
     * @param name how messages call it
     * @param schema what is there
     */
    public record Point(String name, Schema schema) {
        /**
         * Returns the point that some revisions lead to.
         *
         * @param migrations all, in an order in which they can run
         * @param reached which of them have run there
         */
        public static Point of(
                String name,
                List<Migration> migrations,
                Predicate<Migration> reached,
                ScriptReadings readings) {
            List<String> variants = readings.dialect().variants();
            Schema schema = Schema.empty();
            for (Migration migration : migrations) {
                var up = migration.upOn(variants).filter(file -> reached.test(migration));
                if (up.isPresent()) {
                    SchemaReading reading = readings.run(schema, up.get());
                    schema = ChainCheck.known(reading, up.get());
                }
            }
            return new Point(name, schema);
        }
    }

    private final SchemaDialect dialect;
    private final List<Point> points;
    private final StatementCheck statements;
    private final SyntaxCheck syntax;
    private final Set<Diagnostic> everywhere = new LinkedHashSet<>();
    private final Map<Diagnostic, Set<String>> found = new LinkedHashMap<>();

    private ApplicationQueries(List<Point> points, SchemaDialect dialect, QueryAnalyzer analyzer) {
        this.dialect = dialect;
        this.points = points;
        this.statements = new StatementCheck(dialect, analyzer);
        this.syntax =
                new SyntaxCheck(
                        dialect.dialect().syntax(),
                        dialect.dialect().lexicon(),
                        ParseBudget.unlimited());
    }

    /** Returns what is wrong with the files, and at which of the points. */
    public static List<Diagnostic> check(
            List<QueryFile> files,
            List<Point> points,
            SchemaDialect dialect,
            QueryAnalyzer analyzer) {
        ApplicationQueries check = new ApplicationQueries(points, dialect, analyzer);
        files.forEach(check::check);
        List<Diagnostic> all = new ArrayList<>(check.everywhere);
        check.found.forEach((finding, at) -> all.add(check.told(finding, at)));
        return all;
    }

    private void check(QueryFile file) {
        SplitScript script =
                StatementSplitter.split(
                        QueryParameters.replaced(file.text()),
                        dialect.dialect().lexicon(),
                        file.shown());
        everywhere.addAll(script.findings());
        List<Statement> checked = new ArrayList<>();
        for (Statement statement : script.statements()) {
            if (statement.isSent() && isWhole(statement, file.shown())) {
                syntax.check(statement, file.shown())
                        .filter(finding -> !Ignoring.silences(statement, finding))
                        .ifPresent(everywhere::add);
                checked.add(statement);
            }
        }
        for (Point point : points) {
            check(checked, file.shown(), point);
        }
    }

    /** Returns whether a statement is known; what its text is put together of may be anything. */
    private boolean isWhole(Statement statement, Path shown) {
        if (!statement.text().contains("${")) {
            return true;
        }
        everywhere.add(
                Diagnostic.info(
                        ErrorCode.NOT_VALIDATED,
                        "a part of this statement is only known when it runs: ${…}",
                        new SourceLocation(
                                shown, statement.span().line(), statement.span().column())));
        return false;
    }

    /** What a statement makes, tables of its session for example, those behind it see. */
    private void check(List<Statement> checked, Path shown, Point point) {
        Schema schema = point.schema();
        DdlInterpreter interpreter =
                DdlInterpreter.begin(dialect.support().ddl(), dialect.dialect().lexicon());
        for (Statement statement : checked) {
            for (Diagnostic finding :
                    statements.of(statement, shown, schema, interpreter.session())) {
                found.computeIfAbsent(finding, unused -> new LinkedHashSet<>()).add(point.name());
            }
            DdlInterpreter.Step step = interpreter.apply(schema, statement, shown);
            schema = step.schema();
            interpreter = step.next();
        }
    }

    private Diagnostic told(Diagnostic finding, Set<String> at) {
        if (points.size() == 1 || finding.code() == ErrorCode.NOT_VALIDATED) {
            return finding;
        }
        List<String> not =
                points.stream().map(Point::name).filter(name -> !at.contains(name)).toList();
        return finding.withMessage(
                finding.message()
                        + " (at "
                        + String.join(", ", at)
                        + Optional.of(not)
                                .filter(names -> !names.isEmpty())
                                .map(names -> "; not at " + String.join(", ", names))
                                .orElse("")
                        + ")");
    }
}
