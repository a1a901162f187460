package dev.limbeck.postgres.render;

import dev.limbeck.postgres.definition.Definition;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.postgres.text.SqlText;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaObjectVisitor;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes how objects are made, dropped and redefined. */
final class ObjectWriter {
    /** The default schema, where an object is moved there. */
    private static final String DEFAULT_SCHEMA = "public";

    private final TableWriter tables;
    private final PartWriter parts;

    ObjectWriter(TableWriter tables, PartWriter parts) {
        this.tables = tables;
        this.parts = parts;
    }

    /** Returns the pieces that make an object with all that is in its record. */
    List<Piece> create(SchemaObject object, List<Sequence> owned) {
        return object.accept(new Creating(owned));
    }

    private final class Creating implements SchemaObjectVisitor<List<Piece>> {
        private final List<Sequence> owned;

        Creating(List<Sequence> owned) {
            this.owned = owned;
        }

        private List<Piece> all(SchemaObject object, String statement) {
            List<Piece> pieces = new ArrayList<>();
            pieces.add(Piece.statement(statement));
            if (object instanceof Relation relation) {
                relation.parts().stream()
                        .filter(part -> !(part instanceof Constraint))
                        .forEach(part -> pieces.addAll(parts.add(object.id(), part)));
            }
            if (object instanceof MaterializedView view) {
                TableWriter.byParts(Options.none(), view.options())
                        .forEach(
                                action ->
                                        pieces.add(
                                                Piece.statement(alter(view.id()) + " " + action)));
            }
            pieces.addAll(DetailWriter.all(object));
            return pieces;
        }

        @Override
        public List<Piece> namespace(Namespace namespace) {
            return all(namespace, "CREATE SCHEMA " + SqlNames.write(namespace.name()));
        }

        @Override
        public List<Piece> extension(Extension extension) {
            String schema =
                    extension
                            .schema()
                            .filter(name -> !name.isEmpty())
                            .map(name -> " SCHEMA " + SqlNames.write(name))
                            .orElse("");
            String version =
                    extension
                            .version()
                            .map(text -> " VERSION " + SqlNames.literal(text))
                            .orElse("");
            return all(
                    extension,
                    "CREATE EXTENSION " + SqlNames.write(extension.name()) + schema + version);
        }

        @Override
        public List<Piece> enumType(EnumType type) {
            return all(type, TypeWriter.create(type));
        }

        @Override
        public List<Piece> domain(Domain domain) {
            List<Piece> pieces = new ArrayList<>(all(domain, TypeWriter.create(domain)));
            pieces.addAll(1, TypeWriter.unchecked(domain));
            return pieces;
        }

        @Override
        public List<Piece> compositeType(CompositeType type) {
            return all(type, TypeWriter.create(type));
        }

        @Override
        public List<Piece> sequence(Sequence sequence) {
            List<Piece> pieces = new ArrayList<>();
            pieces.add(Piece.statement(SequenceWriter.create(sequence)));
            if (sequence.ownedBy().isPresent()) {
                pieces.add(Piece.statement(SequenceWriter.own(sequence)));
            }
            pieces.addAll(DetailWriter.all(sequence));
            return pieces;
        }

        @Override
        public List<Piece> table(Table table) {
            return tables.create(table, owned);
        }

        @Override
        public List<Piece> view(View view) {
            return all(view, ViewWriter.create(view));
        }

        @Override
        public List<Piece> materializedView(MaterializedView view) {
            return all(view, ViewWriter.create(view));
        }

        @Override
        public List<Piece> routine(Routine routine) {
            return all(routine, RoutineWriter.create(routine));
        }

        @Override
        public List<Piece> synonym(Synonym synonym) {
            throw new IllegalStateException("PostgreSQL has no synonyms: " + synonym.name());
        }

        @Override
        public List<Piece> opaque(OpaqueObject object) {
            List<Piece> pieces = new ArrayList<>();
            SqlText.statements(object.definition().source())
                    .forEach(text -> pieces.add(Piece.statement(text)));
            pieces.addAll(DetailWriter.all(object));
            return pieces;
        }
    }

    /** Returns the pieces that drop an object. */
    static List<Piece> drop(SchemaObject object) {
        ObjectId id = object.id();
        String statement =
                object instanceof Routine routine
                        ? RoutineWriter.drop(routine)
                        : "DROP " + ObjectWords.kind(id) + " " + ObjectWords.name(id);
        Piece dropped = Piece.statement(statement);
        return List.of(
                switch (id.kind()) {
                    case TABLE ->
                            dropped.note(Notes.loss("the rows of " + id.name() + " are gone"));
                    case SEQUENCE ->
                            dropped.note(Notes.loss("the counter of " + id.name() + " is gone"));
                    default -> dropped;
                });
    }

    /** Returns the pieces that give an object another definition in place. */
    List<Piece> alter(SchemaObject before, SchemaObject after) {
        if (before instanceof Domain old && after instanceof Domain wanted) {
            return statements(TypeWriter.alter(old, wanted));
        }
        if (before instanceof CompositeType old && after instanceof CompositeType wanted) {
            return TypeWriter.alter(old, wanted);
        }
        if (before instanceof Sequence old && after instanceof Sequence wanted) {
            return statements(SequenceWriter.alter(old, wanted));
        }
        if (before instanceof Extension old && after instanceof Extension wanted) {
            return alter(old, wanted);
        }
        if (after instanceof View view) {
            return List.of(Piece.statement(ViewWriter.replace(view)));
        }
        if (after instanceof Routine routine) {
            return List.of(Piece.statement(RoutineWriter.replace(routine)));
        }
        if (before instanceof OpaqueObject old && after instanceof OpaqueObject wanted) {
            Optional<List<String>> statements = alter(old, wanted);
            if (statements.isPresent()) {
                return statements(statements.get());
            }
        }
        List<Piece> pieces = new ArrayList<>(drop(before));
        pieces.addAll(create(after, List.of()));
        return pieces;
    }

    private static Optional<List<String>> alter(OpaqueObject before, OpaqueObject after) {
        Optional<Definition> wanted = Definition.of(after);
        return wanted.flatMap(
                definition -> Definition.of(before).flatMap(old -> old.leadingTo(definition)));
    }

    private static List<Piece> statements(List<String> statements) {
        return statements.stream().map(Piece::statement).toList();
    }

    private static List<Piece> alter(Extension before, Extension after) {
        String head = "ALTER EXTENSION " + SqlNames.write(after.name());
        List<String> statements = new ArrayList<>();
        if (!before.version().equals(after.version())) {
            statements.add(
                    head
                            + " UPDATE"
                            + after.version()
                                    .map(text -> " TO " + SqlNames.literal(text))
                                    .orElse(""));
        }
        if (!before.schema().equals(after.schema())) {
            statements.add(head + " SET SCHEMA " + schema(after.schema().orElse("")));
        }
        return statements(statements);
    }

    private static String schema(String name) {
        return name.isEmpty() ? DEFAULT_SCHEMA : SqlNames.write(name);
    }

    /** Returns the pieces that rename an object or move it to another schema. */
    static List<Piece> rename(ObjectId id, QualifiedName newName) {
        List<String> statements = new ArrayList<>();
        ObjectId now = id;
        if (id.kind() != ObjectKind.NAMESPACE && !id.name().schema().equals(newName.schema())) {
            statements.add(alter(now) + " SET SCHEMA " + schema(newName.schema()));
            now = id.withName(newName.sibling(id.name().name()));
        }
        if (!now.name().name().equals(newName.name())) {
            statements.add(alter(now) + " RENAME TO " + SqlNames.write(newName.name()));
        }
        return statements(statements);
    }

    private static String alter(ObjectId id) {
        return "ALTER " + ObjectWords.kind(id) + " " + ObjectWords.name(id);
    }
}
