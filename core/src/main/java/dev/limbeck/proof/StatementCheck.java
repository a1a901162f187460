package dev.limbeck.proof;

import dev.limbeck.analysis.QueryAnalyzer;
import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.ddl.DdlFinding;
import dev.limbeck.ddl.DdlReader;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.interpret.Doubt;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.Ignoring;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.TextPosition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks an analyzer about statements in files. */
final class StatementCheck {
    private final SchemaDialect dialect;
    private final DdlReader reader;
    private final QueryAnalyzer analyzer;

    StatementCheck(SchemaDialect dialect, QueryAnalyzer analyzer) {
        this.dialect = dialect;
        this.reader = dialect.support().ddl();
        this.analyzer = analyzer;
    }

    /** Returns what is found of a statement, but for what its directives silence. */
    List<Diagnostic> of(Statement statement, Path shown, Schema schema, DdlSession session) {
        if (statement.isProcedural() || statement.hasInlineData()) {
            return List.of();
        }
        List<DdlFinding> found =
                new ArrayList<>(
                        SequenceUse.missing(
                                statement.text(),
                                schema,
                                session,
                                reader,
                                dialect.dialect().lexicon()));
        found.addAll(analyzer.check(statement.text(), schema, session));
        return found.stream()
                .map(finding -> placed(finding, statement, shown))
                .map(
                        finding ->
                                Doubt.weighed(
                                        finding,
                                        schema,
                                        statement.text(),
                                        reader,
                                        dialect.dialect().lexicon()))
                .filter(finding -> !Ignoring.silences(statement, finding))
                .toList();
    }

    private static Diagnostic placed(DdlFinding finding, Statement statement, Path shown) {
        TextPosition at = TextPosition.in(statement.text(), statement.span(), finding.offset());
        Diagnostic found = finding.diagnostic();
        return new Diagnostic(
                found.severity(),
                found.code(),
                found.message(),
                Optional.of(new SourceLocation(shown, at.line(), at.column())),
                found.hint());
    }
}
