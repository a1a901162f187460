package dev.limbeck.h2.catalog;

import dev.limbeck.h2.catalog.CatalogQuery.Row;
import dev.limbeck.h2.model.H2Aliases;
import dev.limbeck.h2.model.H2LinkedTables;
import dev.limbeck.h2.model.H2Options;
import dev.limbeck.h2.model.H2Printed;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.text.H2Queries;
import dev.limbeck.h2.text.H2Text;
import dev.limbeck.h2.text.SystemNames;
import dev.limbeck.h2.type.H2Domains;
import dev.limbeck.h2.type.H2Types;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes objects of what the catalog answered. */
final class CatalogObjects {
    private static final List<String> EVERY_RIGHT = List.of("SELECT", "INSERT", "UPDATE", "DELETE");

    private final Map<CatalogQuery, List<Row>> answers;
    private final CatalogTables tables;
    private final List<SchemaObject> objects = new ArrayList<>();

    private CatalogObjects(Map<CatalogQuery, List<Row>> answers) {
        this.answers = answers;
        this.tables = new CatalogTables(answers);
    }

    /** Returns the objects, and what they refer to as far as their names say it. */
    static List<SchemaObject> of(Map<CatalogQuery, List<Row>> answers) {
        CatalogObjects assembly = new CatalogObjects(answers);
        assembly.addNamespaces();
        assembly.addRelations();
        assembly.addSequences();
        assembly.addDomains();
        assembly.addRoutines();
        assembly.addSynonyms();
        assembly.addConstants();
        return assembly.objects;
    }

    private List<Row> rows(CatalogQuery query) {
        return answers.getOrDefault(query, List.of());
    }

    private static Details details(Row row) {
        return Details.none().withComment(row.comment());
    }

    private void addNamespaces() {
        Map<String, List<Grant>> grants = grants("");
        for (Row row : rows(CatalogQuery.SCHEMAS)) {
            String name = row.text("SCHEMA_NAME");
            if (!name.equals(H2Names.DEFAULT_SCHEMA)) {
                objects.add(
                        new Namespace(
                                name,
                                details(row).withGrants(grants.getOrDefault(name, List.of()))));
            }
        }
    }

    /** Returns the rights on the tables of a schema by the tables' names; on all schemas for "". */
    private Map<String, List<Grant>> grants(String schema) {
        Map<String, List<Grant>> grants = new HashMap<>();
        for (Row row : rows(CatalogQuery.RIGHTS)) {
            String table = row.find("TABLE_NAME").orElse("");
            boolean onSchema = table.isEmpty();
            if (onSchema != schema.isEmpty()
                    || (!onSchema && !row.text("TABLE_SCHEMA").equals(schema))) {
                continue;
            }
            String key = onSchema ? row.text("TABLE_SCHEMA") : table;
            grants.computeIfAbsent(key, absent -> new ArrayList<>()).addAll(grants(row));
        }
        return grants;
    }

    private static List<Grant> grants(Row row) {
        String grantee = row.text("GRANTEE");
        String rights = row.text("RIGHTS");
        List<String> each = rights.equals("ALL") ? EVERY_RIGHT : List.of(rights.split(",\\s*", -1));
        return each.stream()
                .map(right -> Grant.of(grantee.equals("PUBLIC") ? Grant.PUBLIC : grantee, right))
                .toList();
    }

    private void addRelations() {
        Map<QualifiedName, Row> views = new HashMap<>();
        for (Row row : rows(CatalogQuery.VIEWS)) {
            views.put(H2Names.of(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME")), row);
        }
        Set<String> materialized = new HashSet<>();
        for (Row row : rows(CatalogQuery.TABLES)) {
            if (row.text("TABLE_CLASS").endsWith(".MaterializedView")) {
                materialized.add(row.text("TABLE_SCHEMA") + "." + row.text("TABLE_NAME"));
            }
        }
        Map<String, Map<String, List<Grant>>> grants = new HashMap<>();
        for (Row row : rows(CatalogQuery.TABLES)) {
            QualifiedName name = H2Names.of(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"));
            if (isStoreOfView(row, materialized)) {
                continue;
            }
            Details details =
                    details(row)
                            .withGrants(
                                    grants.computeIfAbsent(row.text("TABLE_SCHEMA"), this::grants)
                                            .getOrDefault(name.name(), List.of()));
            objects.add(relation(row, name, details, Optional.ofNullable(views.get(name))));
        }
    }

    /** Returns whether a table only holds the rows of a materialized view. */
    private static boolean isStoreOfView(Row row, Set<String> materialized) {
        String name = row.text("TABLE_SCHEMA") + "." + row.text("TABLE_NAME");
        int dollar = name.lastIndexOf('$');
        return dollar > 0
                && name.substring(dollar + 1).matches("[0-9]+")
                && materialized.contains(name.substring(0, dollar));
    }

    private SchemaObject relation(
            Row row, QualifiedName name, Details details, Optional<Row> view) {
        String definition = row.find("DEFINITION").orElse("");
        if (row.text("TABLE_CLASS").endsWith(".MaterializedView")) {
            String query = definition.substring(definition.indexOf(" AS\n") + 4);
            return MaterializedView.of(name, query(name, query))
                    .withParts(tables.parts(name))
                    .withDetails(details);
        }
        if (row.text("TABLE_TYPE").equals("VIEW")) {
            String query = view.flatMap(found -> found.find("VIEW_DEFINITION")).orElse("");
            return View.of(name, query(name, H2Text.plain(query)))
                    .withParts(tables.parts(name))
                    .withDetails(details);
        }
        if (row.text("STORAGE_TYPE").equals("TABLE LINK")) {
            return OpaqueObject.of(name, "linked table", H2LinkedTables.definition(definition))
                    .withDetails(details);
        }
        return Table.of(name, tables.columns(name))
                .withParts(tables.parts(name))
                .withOptions(tableOptions(definition))
                .withDetails(details);
    }

    private Query query(QualifiedName name, String text) {
        List<Column> columns = tables.columns(name);
        List<String> names = columns.stream().map(Column::name).toList();
        List<String> aliases = H2Queries.yields(text, names) ? List.of() : names;
        return new Query(
                aliases,
                Expression.of(text),
                columns.stream()
                        .map(
                                column ->
                                        new Query.OutputColumn(
                                                column.name(), Optional.of(column.type())))
                        .toList());
    }

    /** Reads what stands behind the columns of a table. */
    private static Options tableOptions(String definition) {
        Options options = Options.none();
        String tail = definition.substring(definition.lastIndexOf("\n)") + 2).strip();
        if (tail.endsWith("NOT PERSISTENT")) {
            options = options.with(H2Options.NOT_PERSISTENT, "");
            tail = tail.substring(0, tail.length() - "NOT PERSISTENT".length()).strip();
        }
        return tail.startsWith("ENGINE") || tail.startsWith("WITH")
                ? options.with(H2Options.ENGINE, tail.replaceAll("\\s+", " "))
                : options;
    }

    private void addSequences() {
        for (Row row : rows(CatalogQuery.SEQUENCES)) {
            QualifiedName name = H2Names.of(row.text("SEQUENCE_SCHEMA"), row.text("SEQUENCE_NAME"));
            SequenceOptions counting =
                    SequenceOptions.defaults()
                            .withType(Optional.of(sequenceType(row)))
                            .withStart(CatalogTables.number(row, "START_VALUE"))
                            .withIncrement(CatalogTables.number(row, "INCREMENT"))
                            .withMinimum(CatalogTables.number(row, "MINIMUM_VALUE"))
                            .withMaximum(CatalogTables.number(row, "MAXIMUM_VALUE"))
                            .withCache(CatalogTables.number(row, "CACHE"))
                            .withCycle(row.is("CYCLE_OPTION"));
            objects.add(Sequence.of(name).withCounting(counting).withDetails(details(row)));
        }
    }

    private static ColumnType sequenceType(Row row) {
        String arguments =
                row.find("DECLARED_NUMERIC_PRECISION").map(text -> "(" + text + ")").orElse("");
        return H2Types.parse(row.text("DECLARED_DATA_TYPE") + arguments);
    }

    private void addDomains() {
        Map<QualifiedName, List<Check>> checks = new HashMap<>();
        for (Row row : rows(CatalogQuery.DOMAIN_CHECKS)) {
            PartName name = SystemNames.of(row.text("CONSTRAINT_NAME"));
            checks.computeIfAbsent(
                            H2Names.of(row.text("DOMAIN_SCHEMA"), row.text("DOMAIN_NAME")),
                            absent -> new ArrayList<>())
                    .add(
                            H2Printed.domainCheck(name, row.text("DEFINITION"))
                                    .withComment(row.comment()));
        }
        for (Row row : rows(CatalogQuery.DOMAINS)) {
            QualifiedName name = H2Names.of(row.text("DOMAIN_SCHEMA"), row.text("DOMAIN_NAME"));
            ColumnType type =
                    row.find("PARENT_DOMAIN_NAME")
                            .map(
                                    parent ->
                                            ColumnType.of(
                                                    H2Names.of(
                                                            row.text("PARENT_DOMAIN_SCHEMA"),
                                                            parent)))
                            .orElseGet(() -> H2Types.parse(row.text("TYPE_SQL")));
            objects.add(
                    H2Domains.withOnUpdate(
                            Domain.of(name, type)
                                    .withDefault(
                                            row.find("DOMAIN_DEFAULT")
                                                    .map(H2Text::plain)
                                                    .map(Expression::of))
                                    .withConstraints(checks.getOrDefault(name, List.of()))
                                    .withDetails(details(row)),
                            row.find("DOMAIN_ON_UPDATE").map(H2Text::plain)));
        }
    }

    private void addRoutines() {
        for (Row row : rows(CatalogQuery.ROUTINES)) {
            QualifiedName name = H2Names.of(row.text("ROUTINE_SCHEMA"), row.text("ROUTINE_NAME"));
            if (row.text("ROUTINE_TYPE").equals("AGGREGATE")) {
                String text =
                        "CREATE AGGREGATE "
                                + H2Names.write(name)
                                + " FOR "
                                + H2Text.quoted(row.text("EXTERNAL_NAME"));
                objects.add(
                        OpaqueObject.of(name, "aggregate", Expression.of(text))
                                .withDetails(details(row)));
            } else if (objects.stream()
                    .noneMatch(
                            found -> found.id().name().equals(name) && found instanceof Routine)) {
                objects.add(alias(name, row).withDetails(details(row)));
            }
        }
    }

    private void addSynonyms() {
        for (Row row : rows(CatalogQuery.SYNONYMS)) {
            objects.add(
                    new Synonym(
                            H2Names.of(row.text("SYNONYM_SCHEMA"), row.text("SYNONYM_NAME")),
                            H2Names.of(row.text("SYNONYM_FOR_SCHEMA"), row.text("SYNONYM_FOR")),
                            false,
                            details(row)));
        }
    }

    private void addConstants() {
        for (Row row : rows(CatalogQuery.CONSTANTS)) {
            QualifiedName name = H2Names.of(row.text("CONSTANT_SCHEMA"), row.text("CONSTANT_NAME"));
            objects.add(
                    OpaqueObject.of(
                                    name,
                                    "constant",
                                    Expression.of(
                                            "CREATE CONSTANT "
                                                    + H2Names.write(name)
                                                    + " VALUE "
                                                    + H2Text.plain(row.text("VALUE_DEFINITION"))))
                            .withDetails(details(row)));
        }
    }

    private static Routine alias(QualifiedName name, CatalogQuery.Row row) {
        boolean deterministic = row.is("IS_DETERMINISTIC");
        return row.find("EXTERNAL_NAME")
                .map(method -> H2Aliases.ofMethod(name, method, deterministic))
                .orElseGet(
                        () ->
                                H2Aliases.ofSource(
                                        name, row.text("ROUTINE_DEFINITION"), deterministic));
    }
}
