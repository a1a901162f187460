package dev.limbeck.oracle.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.oracle.model.Privileges;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes rights of what the catalog says of them; a name stands for one object that has rights. */
final class CatalogGrants {
    private static final String EVERYBODY = "PUBLIC";

    private final Map<QualifiedName, List<Grant>> grants = new HashMap<>();

    CatalogGrants(CatalogAnswers answers) {
        for (CatalogRow row : answers.rows(Question.GRANTS)) {
            if (!row.is("type", "USER")) {
                add(answers, row, Optional.empty());
            }
        }
        for (CatalogRow row : answers.rows(Question.COLUMN_GRANTS)) {
            add(answers, row, row.find("column_name"));
        }
    }

    private void add(CatalogAnswers answers, CatalogRow row, Optional<String> column) {
        String grantee = row.text("grantee");
        grants.computeIfAbsent(
                        answers.name(row, "table_schema", "table_name"),
                        absent -> new ArrayList<>())
                .add(
                        new Grant(
                                grantee.equals(EVERYBODY) ? Grant.PUBLIC : grantee,
                                row.text("privilege"),
                                column,
                                row.is("grantable", "YES")));
    }

    /** Returns an object with its rights. */
    SchemaObject granted(SchemaObject object) {
        List<Grant> own = grants.getOrDefault(object.id().name(), List.of());
        boolean has =
                !own.isEmpty()
                        && Privileges.mayBeGrantedOn(object.id())
                        && !object.id().detail().endsWith("body");
        return has ? object.withDetails(object.details().withGrants(own)) : object;
    }
}
