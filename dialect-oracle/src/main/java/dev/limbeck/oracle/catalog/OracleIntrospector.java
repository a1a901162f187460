package dev.limbeck.oracle.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.dialect.Introspection;
import dev.limbeck.dialect.Introspector;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.oracle.ddl.OracleDdlReader;
import dev.limbeck.oracle.server.OracleVersion;
import dev.limbeck.oracle.text.OracleNames;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Synonym;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads the {@code ALL_} views: every {@link Question} once, about all schemas that a filter lets
 * through. It only selects, so nothing of the session changes.
 */
public final class OracleIntrospector implements Introspector {
    /** The users there are; those that came with the server are left out. */
    public static final String SCHEMAS =
            "SELECT username AS name,"
                    + " CASE WHEN username = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')"
                    + " THEN 'YES' ELSE 'NO' END AS own, oracle_maintained"
                    + " FROM all_users ORDER BY username";

    private final Connection connection;
    private final OracleVersion version;
    private final OracleDdlReader reader;

    /**
     * Makes a reader.
     *
     * @param connection is left as it was found
     * @param reader reads the texts of programs
     */
    public OracleIntrospector(
            Connection connection, OracleVersion version, OracleDdlReader reader) {
        this.connection = connection;
        this.version = version;
        this.reader = reader;
    }

    @Override
    public Introspection read(ObjectFilter filter) throws SQLException {
        List<CatalogRow> users = ask(SCHEMAS);
        String own =
                users.stream()
                        .filter(row -> row.is("own", "YES"))
                        .map(row -> row.text("name"))
                        .findFirst()
                        .orElse("");
        List<String> wanted =
                users.stream()
                        .filter(row -> row.is("own", "YES") || !row.is("oracle_maintained", "Y"))
                        .map(row -> row.text("name"))
                        .filter(name -> filter.readsSchema(name.equals(own) ? "" : name, name))
                        .toList();
        if (wanted.isEmpty()) {
            return new Introspection(Schema.empty(), 1, List.of());
        }
        CatalogAnswers answers = new CatalogAnswers(own, answers(wanted));
        CatalogPrograms programs = new CatalogPrograms(answers, reader);
        Schema schema = programs.with(Schema.of(found(answers, wanted)));
        List<Diagnostic> notices = new ArrayList<>(programs.notices());
        notices.addAll(unread(answers));
        return filtered(schema, answers, filter, 1 + Question.values().length, notices);
    }

    private Map<Question, List<CatalogRow>> answers(List<String> schemas) throws SQLException {
        String list = schemas.stream().map(OracleText::quoted).collect(Collectors.joining(", "));
        Map<Question, List<CatalogRow>> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            answers.put(question, ask(question.sql(list)));
        }
        return answers;
    }

    private List<CatalogRow> ask(String question) throws SQLException {
        List<CatalogRow> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet row = statement.executeQuery(question)) {
                while (row.next()) {
                    rows.add(CatalogRow.of(row));
                }
            }
        }
        return rows;
    }

    private static List<SchemaObject> found(CatalogAnswers answers, List<String> wanted) {
        List<SchemaObject> found = new ArrayList<>();
        wanted.stream()
                .filter(name -> !name.equals(answers.own()))
                .forEach(name -> found.add(Namespace.of(name)));
        found.addAll(new CatalogRelations(answers).read());
        for (CatalogRow row : answers.rows(Question.SEQUENCES)) {
            QualifiedName name = answers.name(row, "sequence_owner", "sequence_name");
            found.add(CatalogSequences.sequence(name, row));
        }
        List<SchemaObject> synonyms =
                answers.rows(Question.SYNONYMS).stream()
                        .filter(row -> row.find("db_link").isEmpty())
                        .map(row -> synonym(answers, row))
                        .toList();
        boolean shared = synonyms.stream().anyMatch(each -> ((Synonym) each).shared());
        if (shared) {
            found.add(Namespace.of(OracleNames.SHARED_SCHEMA));
        }
        found.addAll(synonyms);
        return found;
    }

    private static SchemaObject synonym(CatalogAnswers answers, CatalogRow row) {
        boolean shared = row.is("owner", OracleNames.SHARED_SCHEMA);
        return new Synonym(
                answers.name(row, "owner", "synonym_name"),
                answers.name(row, "table_owner", "table_name"),
                shared,
                Details.none());
    }

    private static Introspection filtered(
            Schema schema,
            CatalogAnswers answers,
            ObjectFilter filter,
            int queries,
            List<Diagnostic> notices) {
        CatalogGrants grants = new CatalogGrants(answers);
        List<SchemaObject> kept = new ArrayList<>();
        Set<ObjectId> hidden = new TreeSet<>();
        for (SchemaObject object : schema.objects()) {
            ObjectId id = object.id();
            boolean lets =
                    object instanceof Namespace
                            || filter.lets(
                                    id.name(),
                                    id.name().inDefaultSchema()
                                            ? answers.own()
                                            : id.name().schema());
            if (lets) {
                kept.add(grants.granted(object));
            } else {
                hidden.add(id);
            }
        }
        return new Introspection(Schema.of(kept).withHidden(hidden), queries, notices);
    }

    /** Returns a warning for each object of a kind that is not read. */
    private List<Diagnostic> unread(CatalogAnswers answers) {
        List<Diagnostic> notices = new ArrayList<>();
        for (CatalogRow row : answers.rows(Question.OTHERS)) {
            notices.add(
                    notRead(
                            row.text("object_type").toLowerCase(Locale.ROOT),
                            answers.name(row, "owner", "object_name")));
        }
        for (CatalogRow row : answers.rows(Question.EXTERNAL_TABLES)) {
            notices.add(notRead("external table", answers.table(row)));
        }
        for (CatalogRow row : answers.rows(Question.SYNONYMS)) {
            if (row.find("db_link").isPresent()) {
                notices.add(
                        notRead(
                                "synonym of another database",
                                answers.name(row, "owner", "synonym_name")));
            }
        }
        return notices;
    }

    private Diagnostic notRead(String what, QualifiedName name) {
        return Diagnostic.warning(
                        ErrorCode.NOT_COMPARED,
                        what
                                + " "
                                + name
                                + " isn't compared: such things aren't read on "
                                + version)
                .withHint("leave it out of what is compared with 'exclude' under [introspect]");
    }
}
