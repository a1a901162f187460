package dev.limbeck.analysis.calcite;

import dev.limbeck.analysis.QuerySetting;
import dev.limbeck.analysis.calcite.Shape.ShapeColumn;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** Finds the relation that a written name means. */
final class RelationLookup {
    private static final int DEEPEST_SYNONYM = 8;

    private final Schema schema;
    private final DdlSession session;
    private final QuerySetting setting;
    private final Spelling spelling;
    private final BiFunction<Schema, Query, Optional<List<ShapeColumn>>> columnsOf;

    /**
     * @param columnsOf finds the columns of a view's query; empty where they are not known
     */
    RelationLookup(
            Schema schema,
            DdlSession session,
            QuerySetting setting,
            Spelling spelling,
            BiFunction<Schema, Query, Optional<List<ShapeColumn>>> columnsOf) {
        this.schema = schema;
        this.session = session;
        this.setting = setting;
        this.spelling = spelling;
        this.columnsOf = columnsOf;
    }

    /** Returns the schema that names are looked up in. */
    Schema schema() {
        return schema;
    }

    /** Returns the relation of a bare name; empty where there is none. */
    Optional<Shape> bare(String name) {
        if (session.isTemporary(QualifiedName.of(name))) {
            return Optional.of(Shape.open(name));
        }
        for (String schemaName : session.path()) {
            Optional<Shape> found = find(QualifiedName.of(schemaName, name), 0);
            if (found.isPresent()) {
                return found;
            }
        }
        Optional<Shape> shared = sharedSynonym(name);
        if (shared.isPresent()) {
            return shared;
        }
        boolean elsewhere = session.path().stream().anyMatch(this::isForeign);
        return setting.facts().isSystemRelation(name) || session.path().isEmpty() || elsewhere
                ? Optional.of(Shape.open(name))
                : Optional.empty();
    }

    /** Returns the relation of a qualified name; empty where its schema is known and lacks it. */
    Optional<Shape> qualified(String schemaName, String name) {
        Optional<Shape> found = find(QualifiedName.of(schemaName, name), 0);
        if (found.isPresent()) {
            return found;
        }
        boolean known =
                !setting.facts().systemSchemas().contains(schemaName)
                        && (schemaName.isEmpty() || isMade(schemaName));
        return known ? Optional.empty() : Optional.of(Shape.open(schemaName + "." + name));
    }

    /** Returns whether a routine has a name, which some servers let stand behind a row's name. */
    boolean isRoutine(String name) {
        for (SchemaObject routine : schema.objects(ObjectKind.ROUTINE)) {
            if (routine.id().name().name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a bare name is that of something that may be a value, such as a constant. */
    boolean isValue(String name) {
        return session.path().stream()
                .flatMap(schemaName -> schema.named(QualifiedName.of(schemaName, name)).stream())
                .anyMatch(object -> object.id().kind() == ObjectKind.OPAQUE);
    }

    /** Returns the names of all relations as messages say them. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            if (object instanceof Relation) {
                names.add(object.id().name().toString());
            }
        }
        return names;
    }

    /**
     * Returns whether a schema is not of this chain's making, so that nobody knows what it holds.
     */
    private boolean isForeign(String schemaName) {
        return !schemaName.isEmpty() && !isMade(schemaName);
    }

    private boolean isMade(String schemaName) {
        return schema.find(ObjectId.of(ObjectKind.NAMESPACE, QualifiedName.of(schemaName)))
                .filter(Namespace.class::isInstance)
                .isPresent();
    }

    private Optional<Shape> sharedSynonym(String name) {
        for (SchemaObject object : schema.objects(ObjectKind.SYNONYM)) {
            if (object instanceof Synonym synonym
                    && synonym.shared()
                    && synonym.name().name().equals(name)) {
                return Optional.of(target(synonym, 0));
            }
        }
        return Optional.empty();
    }

    private Optional<Shape> find(QualifiedName name, int depth) {
        Optional<Relation> relation = relation(name);
        if (relation.isPresent()) {
            return relation.map(this::shape);
        }
        for (SchemaObject object : schema.named(name)) {
            if (object instanceof Synonym synonym) {
                return Optional.of(target(synonym, depth));
            }
            ObjectKind kind = object.id().kind();
            if (kind == ObjectKind.OPAQUE || kind == ObjectKind.SEQUENCE) {
                return Optional.of(Shape.open(name.toString()));
            }
        }
        boolean hidden =
                schema.hidden().stream()
                        .anyMatch(id -> id.name().equals(name) && id.kind().isRelation());
        return hidden ? Optional.of(Shape.open(name.toString())) : Optional.empty();
    }

    private Shape target(Synonym synonym, int depth) {
        return depth > DEEPEST_SYNONYM
                ? Shape.open(synonym.name().toString())
                : find(synonym.target(), depth + 1)
                        .orElseGet(() -> Shape.open(synonym.name().toString()));
    }

    /** Whether case counts in names of tables depends on the server's disk; so it never decides. */
    private Optional<Relation> relation(QualifiedName name) {
        Optional<Relation> exact = schema.relation(name);
        if (exact.isPresent() || setting.columnCase() == QuerySetting.ColumnCase.COUNTS) {
            return exact;
        }
        for (SchemaObject object : schema.objects()) {
            if (object instanceof Relation relation
                    && relation.name().schema().equalsIgnoreCase(name.schema())
                    && relation.name().name().equalsIgnoreCase(name.name())) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }

    private Shape shape(Relation relation) {
        String shown = relation.name().toString();
        if (!schema.taintsOf(relation.id()).isEmpty()) {
            return Shape.open(shown);
        }
        if (relation instanceof Table table) {
            List<ShapeColumn> columns =
                    Inheritance.columns(schema, table).stream().map(this::column).toList();
            return new Shape(shown, columns, Shape.Openness.CLOSED, Optional.of(table));
        }
        Query query =
                relation instanceof View view
                        ? view.query()
                        : ((MaterializedView) relation).query();
        return columns(query)
                .map(columns -> Shape.of(shown, columns))
                .orElseGet(() -> Shape.open(shown));
    }

    private Optional<List<ShapeColumn>> columns(Query query) {
        if (!query.aliases().isEmpty()) {
            return Optional.of(
                    query.aliases().stream().map(alias -> untyped(spelling.name(alias))).toList());
        }
        if (!query.columns().isEmpty()) {
            return Optional.of(
                    query.columns().stream().map(column -> untyped(column.name())).toList());
        }
        return columnsOf.apply(schema, query);
    }

    private ShapeColumn untyped(String name) {
        return new ShapeColumn(spelling.keyOf(name), name, Kind.ANY);
    }

    private ShapeColumn column(Column column) {
        return new ShapeColumn(spelling.keyOf(column.name()), column.name(), kind(column));
    }

    private Kind kind(Column column) {
        boolean own =
                column.type().arrayDimensions() > 0
                        || !schema.resolve(column.type().reference()).isEmpty();
        return own
                ? Kind.ANY
                : Kind.of(setting.types().of(column.type(), column.collation()).family());
    }

    /** Returns whether a word in upper case stands where columns stand and is none. */
    boolean isWord(String written) {
        String word = written.toUpperCase(Locale.ROOT);
        return StandardWords.NO_COLUMNS.contains(word) || setting.facts().words().contains(word);
    }
}
