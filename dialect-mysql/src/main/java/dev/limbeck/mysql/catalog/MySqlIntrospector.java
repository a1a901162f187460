package dev.limbeck.mysql.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.dialect.Introspection;
import dev.limbeck.dialect.Introspector;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.MySqlLiterals;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads {@code information_schema}: every {@link Question} once, about all databases that a filter
 * lets through. It only selects, so nothing of the session changes.
 */
public final class MySqlIntrospector implements Introspector {
    private static final Set<String> OF_THE_SERVER =
            Set.of("information_schema", "mysql", "performance_schema", "sys");

    private final Connection connection;
    private final ServerVersion version;

    /**
     * Makes a reader.
     *
     * @param connection is left as it was found
     * @param version the server behind it
     */
    public MySqlIntrospector(Connection connection, ServerVersion version) {
        this.connection = connection;
        this.version = version;
    }

    @Override
    public Introspection read(ObjectFilter filter) throws SQLException {
        List<CatalogRow> databases =
                ask(
                        "SELECT schema_name AS name, schema_name = DATABASE() AS own"
                                + " FROM information_schema.schemata ORDER BY schema_name");
        String own =
                databases.stream()
                        .filter(row -> row.is("own", "1"))
                        .map(row -> row.text("name"))
                        .findFirst()
                        .orElse("");
        CatalogScope scope = new CatalogScope(version, own);
        List<String> wanted =
                databases.stream()
                        .map(row -> row.text("name"))
                        .filter(name -> isRead(name, own, filter))
                        .toList();
        if (wanted.isEmpty()) {
            return new Introspection(Schema.empty(), 1, List.of());
        }
        Map<Question, List<CatalogRow>> answers = answers(wanted);
        Optional<String> sequences =
                CatalogSequences.question(answers.getOrDefault(Question.TABLES, List.of()));
        List<SchemaObject> found = new ArrayList<>();
        wanted.stream()
                .filter(name -> !name.equals(own))
                .forEach(name -> found.add(Namespace.of(name)));
        found.addAll(new CatalogRelations(scope, answers).read());
        found.addAll(new CatalogPrograms(scope, answers).read());
        if (sequences.isPresent()) {
            CatalogSequences reader = new CatalogSequences(scope);
            ask(sequences.get()).forEach(row -> found.add(reader.sequence(row)));
        }
        int queries = 1 + answers.size() + (sequences.isPresent() ? 1 : 0);
        return filtered(found, own, filter, queries, unread(scope, answers));
    }

    private static boolean isRead(String name, String own, ObjectFilter filter) {
        return !OF_THE_SERVER.contains(name)
                && filter.readsSchema(name.equals(own) ? "" : name, name);
    }

    private Map<Question, List<CatalogRow>> answers(List<String> databases) throws SQLException {
        String list =
                databases.stream().map(MySqlLiterals::string).collect(Collectors.joining(", "));
        Map<Question, List<CatalogRow>> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            if (question.appliesTo(version)) {
                answers.put(question, ask(question.sql(version, list)));
            }
        }
        return answers;
    }

    private List<CatalogRow> ask(String question) throws SQLException {
        List<CatalogRow> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            while (row.next()) {
                rows.add(CatalogRow.of(row));
            }
        }
        return rows;
    }

    private static Introspection filtered(
            List<SchemaObject> found,
            String own,
            ObjectFilter filter,
            int queries,
            List<Diagnostic> notices) {
        List<SchemaObject> kept = new ArrayList<>();
        Set<ObjectId> hidden = new TreeSet<>();
        for (SchemaObject object : found) {
            ObjectId id = object.id();
            boolean lets =
                    object instanceof Namespace
                            || filter.lets(
                                    id.name(),
                                    id.name().inDefaultSchema() ? own : id.name().schema());
            if (lets) {
                kept.add(object);
            } else {
                hidden.add(id);
            }
        }
        return new Introspection(Schema.of(kept).withHidden(hidden), queries, notices);
    }

    /** Returns a warning for each object whose text the server keeps to itself. */
    private static List<Diagnostic> unread(
            CatalogScope scope, Map<Question, List<CatalogRow>> answers) {
        List<Diagnostic> notices = new ArrayList<>();
        for (CatalogRow row : answers.getOrDefault(Question.VIEWS, List.of())) {
            if (row.filled("view_definition").isEmpty()) {
                notices.add(unread("view " + scope.table(row), "SHOW VIEW on it"));
            }
        }
        for (CatalogRow row : answers.getOrDefault(Question.ROUTINES, List.of())) {
            String name =
                    scope.name(row.text("routine_schema"), row.text("routine_name")).toString();
            if (!CatalogPrograms.isRoutine(row)) {
                notices.add(
                        Diagnostic.warning(
                                ErrorCode.OBJECT_MISSING,
                                "package " + name + " isn't compared: packages aren't read"));
            } else if (row.filled("body").isEmpty()) {
                notices.add(unread("routine " + name, "SHOW_ROUTINE, or SELECT on mysql.proc"));
            }
        }
        return notices;
    }

    private static Diagnostic unread(String what, String privilege) {
        return Diagnostic.warning(
                        ErrorCode.OBJECT_MISSING,
                        "the text of " + what + " can't be read, so it will show as different")
                .withHint("grant the user " + privilege);
    }
}
