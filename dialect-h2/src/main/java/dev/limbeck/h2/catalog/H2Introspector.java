package dev.limbeck.h2.catalog;

import dev.limbeck.dialect.Introspection;
import dev.limbeck.dialect.Introspector;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.h2.catalog.CatalogQuery.Row;
import dev.limbeck.h2.model.H2References;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads H2's INFORMATION_SCHEMA: every {@link CatalogQuery} once. */
public final class H2Introspector implements Introspector {
    private final Connection connection;

    public H2Introspector(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Introspection read(ObjectFilter filter) throws SQLException {
        Map<CatalogQuery, List<Row>> answers = new EnumMap<>(CatalogQuery.class);
        for (CatalogQuery query : CatalogQuery.values()) {
            answers.put(query, query.ask(connection));
        }
        List<SchemaObject> all = CatalogObjects.of(answers);
        H2References references = new H2References(Schema.of(all), List.of(""));
        List<SchemaObject> kept = new ArrayList<>();
        Set<ObjectId> hidden = new TreeSet<>();
        for (SchemaObject object : all) {
            if (isKept(object.id(), filter)) {
                kept.add(withReferences(object, references));
            } else {
                hidden.add(object.id());
            }
        }
        return new Introspection(
                Schema.of(kept).withHidden(hidden), CatalogQuery.values().length, broken(answers));
    }

    private static boolean isKept(ObjectId id, ObjectFilter filter) {
        QualifiedName name = id.name();
        if (id.kind() == ObjectKind.NAMESPACE) {
            return filter.readsSchema(name.name(), name.name());
        }
        String real = H2Names.real(name.schema());
        return filter.readsSchema(name.schema(), real) && filter.lets(name, real);
    }

    private static SchemaObject withReferences(SchemaObject object, H2References references) {
        ObjectId id = object.id();
        return id.kind() == ObjectKind.OPAQUE
                ? object
                : new ReferenceFiller(references, object).rewrite(object);
    }

    /** Returns a warning for each view that no longer finds what it reads. */
    private static List<Diagnostic> broken(Map<CatalogQuery, List<Row>> answers) {
        List<Diagnostic> notices = new ArrayList<>();
        for (Row row : answers.getOrDefault(CatalogQuery.VIEWS, List.of())) {
            if (row.find("STATUS").filter("INVALID"::equals).isPresent()) {
                QualifiedName name = H2Names.of(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME"));
                notices.add(
                        Diagnostic.warning(
                                        ErrorCode.OBJECT_MISSING,
                                        "view " + name + " reads something that isn't there")
                                .withHint(
                                        "create what it reads, or drop the view; its columns"
                                                + " aren't known"));
            }
        }
        return notices;
    }
}
