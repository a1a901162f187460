package dev.limbeck.execute;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.MissingName;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.StatementFailedException;
import dev.limbeck.error.Suggestion;
import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.script.Script;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Adds to a failure what the schema knows: which name was probably meant, and which there are.
 *
 * <p>The schema is the database's, with what the statements before the failed one would have made
 * of it where they were rolled back.
 */
final class NameAdvice {
    private static final int MOST_RELATIONS = 3;
    private static final int MOST_NAMES = 30;

    private final DatabaseSession session;
    private final Dialect dialect;

    NameAdvice(DatabaseSession session) {
        this.session = session;
        this.dialect = session.dialect();
    }

    /** Returns a failure with advice, or as it is; what goes wrong here never hides it. */
    StatementFailedException on(StatementFailedException failure, PreparedStep step) {
        if (!(failure.getCause() instanceof SQLException error)) {
            return failure;
        }
        try {
            Optional<MissingName> missing = dialect.missingName(error);
            if (missing.isEmpty()) {
                return failure;
            }
            return advice(missing.get(), failure, step)
                    .map(advice -> with(advice, failure))
                    .orElse(failure);
        } catch (IOException | RuntimeException second) {
            failure.addSuppressed(second);
            return failure;
        }
    }

    private static StatementFailedException with(String advice, StatementFailedException failure) {
        Diagnostic diagnostic = failure.diagnostics().get(0);
        String hint =
                diagnostic
                        .hint()
                        .map(
                                said ->
                                        said.endsWith(".")
                                                ? said.substring(0, said.length() - 1)
                                                : said)
                        .map(said -> said + "; " + advice)
                        .orElse(advice);
        StatementFailedException advised =
                new StatementFailedException(
                        diagnostic.withHint(hint),
                        failure.failed(),
                        Objects.requireNonNullElse(failure.getCause(), failure));
        for (Throwable suppressed : failure.getSuppressed()) {
            advised.addSuppressed(suppressed);
        }
        return advised;
    }

    private Optional<String> advice(
            MissingName missing, StatementFailedException failure, PreparedStep step)
            throws IOException {
        Optional<SchemaSupport> support = dialect.schemas(session.product());
        if (support.isEmpty()) {
            return Optional.empty();
        }
        Schema schema = session.introspect(support.get(), ObjectFilter.all()).schema();
        if (failure.failed().rolledBack() && step.script().isPresent()) {
            schema = after(schema, support.get(), step.script().get(), failure.failed().ordinal());
        }
        return switch (missing.kind()) {
            case COLUMN -> columns(missing.name(), relationsIn(failure.failed().text(), schema));
            case RELATION -> relations(missing.name(), schema);
        };
    }

    /** Returns a schema after the statements of a script before one. */
    private Schema after(Schema before, SchemaSupport support, Script script, int ordinal)
            throws IOException {
        Schema schema = before;
        DdlInterpreter interpreter = DdlInterpreter.begin(support.ddl(), dialect.lexicon());
        try (StatementReader reader = script.statements()) {
            int number = 0;
            Optional<Statement> next = reader.next();
            for (; next.isPresent() && number < ordinal - 1; next = reader.next()) {
                DdlInterpreter.Step done =
                        interpreter.apply(schema, next.get(), script.file().shown());
                schema = done.schema();
                interpreter = done.next();
                number += next.get().isSent() ? 1 : 0;
            }
        }
        return schema;
    }

    private List<Relation> relationsIn(String statement, Schema schema) {
        Set<String> words =
                SqlTokenizer.significant(statement, dialect.lexicon()).stream()
                        .map(this::nameOf)
                        .collect(Collectors.toSet());
        List<Relation> found = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            if (object instanceof Relation relation && words.contains(relation.name().name())) {
                found.add(relation);
            }
        }
        return found;
    }

    private String nameOf(SqlToken token) {
        return switch (token.kind()) {
            case WORD -> dialect.identifiers().fold(token.text());
            case QUOTED_IDENTIFIER ->
                    token.text().length() < 2
                            ? ""
                            : token.text().substring(1, token.text().length() - 1);
            default -> "";
        };
    }

    private static Optional<String> columns(String missing, List<Relation> relations) {
        if (relations.isEmpty() || relations.size() > MOST_RELATIONS) {
            return Optional.empty();
        }
        Set<String> all = new TreeSet<>();
        relations.forEach(relation -> all.addAll(relation.columnNames()));
        String known =
                relations.stream()
                        .map(
                                relation ->
                                        relation.name().name()
                                                + " has: "
                                                + listed(relation.columnNames()))
                        .collect(Collectors.joining("; "));
        return Optional.of(
                Suggestion.nearest(missing, all)
                                .map(name -> "did you mean '" + name + "'? ")
                                .orElse("")
                        + known);
    }

    private static Optional<String> relations(String missing, Schema schema) {
        Set<String> all = new TreeSet<>();
        for (SchemaObject object : schema.objects()) {
            if (object instanceof Relation relation) {
                all.add(relation.name().name());
            }
        }
        return Suggestion.nearest(missing, all).map(name -> "did you mean '" + name + "'?");
    }

    private static String listed(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES)) + ", …";
    }
}
