package dev.limbeck.h2.render;

import dev.limbeck.h2.model.H2Options;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.text.H2Text;
import dev.limbeck.h2.type.H2Domains;
import dev.limbeck.h2.type.H2Types;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaObjectVisitor;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the statements that make objects; their comments, rights and other parts apart. */
final class ObjectSql implements SchemaObjectVisitor<List<String>> {
    /** Whether what a view reads has to be there when it is made. */
    enum Views {
        CHECKED,
        /** What it reads comes later. */
        FORCED
    }

    private static final String INDENT = "    ";
    private final Views views;

    ObjectSql(Views views) {
        this.views = views;
    }

    /** Returns the statement that drops an object. */
    static String drop(SchemaObject object) {
        ObjectId id = object.id();
        String name = H2Names.write(id.name());
        return "DROP " + noun(id) + " " + name;
    }

    /** Returns what statements call a kind of object. */
    static String noun(ObjectId id) {
        return switch (id.kind()) {
            case NAMESPACE -> "SCHEMA";
            case DOMAIN -> "DOMAIN";
            case SEQUENCE -> "SEQUENCE";
            case TABLE -> "TABLE";
            case VIEW -> "VIEW";
            case MATERIALIZED_VIEW -> "MATERIALIZED VIEW";
            case ROUTINE -> "ALIAS";
            case SYNONYM -> "SYNONYM";
            case OPAQUE ->
                    id.detail().equals("linked table")
                            ? "TABLE"
                            : id.detail().toUpperCase(Locale.ROOT);
            case ENUM_TYPE, COMPOSITE_TYPE, EXTENSION -> throw Refusal.of(id.toString());
        };
    }

    @Override
    public List<String> namespace(Namespace namespace) {
        return List.of("CREATE SCHEMA " + H2Names.write(namespace.name()));
    }

    @Override
    public List<String> extension(Extension extension) {
        throw Refusal.of(extension.id().toString());
    }

    @Override
    public List<String> enumType(EnumType type) {
        throw Refusal.of(type.id().toString());
    }

    @Override
    public List<String> compositeType(CompositeType type) {
        throw Refusal.of(type.id().toString());
    }

    @Override
    public List<String> domain(Domain domain) {
        List<String> statements = new ArrayList<>();
        StringBuilder text = new StringBuilder(H2Domains.head(domain));
        domain.defaultValue().ifPresent(value -> text.append(" DEFAULT ").append(value.source()));
        domain.constraints().stream()
                .filter(check -> PartSql.naming(check.name()).isEmpty())
                .forEach(
                        check ->
                                text.append(" CHECK (")
                                        .append(check.predicate().source())
                                        .append(')'));
        statements.add(text.toString());
        domain.constraints().stream()
                .filter(check -> !PartSql.naming(check.name()).isEmpty())
                .forEach(check -> statements.add(DomainSql.add(domain, check)));
        return statements;
    }

    @Override
    public List<String> sequence(Sequence sequence) {
        StringBuilder text = new StringBuilder("CREATE SEQUENCE ");
        text.append(H2Names.write(sequence.name()));
        sequence.counting()
                .type()
                .ifPresent(type -> text.append(" AS ").append(H2Types.render(type)));
        SequenceSql.options(sequence.counting()).forEach(option -> text.append(' ').append(option));
        return List.of(text.toString());
    }

    @Override
    public List<String> table(Table table) {
        if (table.persistence() == Persistence.TEMPORARY
                || table.partitioning().isPresent()
                || !table.parents().isEmpty()) {
            throw Refusal.of("table of this kind: " + table.name());
        }
        List<String> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            lines.add(INDENT + ColumnSql.definition(column));
        }
        PartSql parts = new PartSql(table.name());
        List<String> later = new ArrayList<>();
        for (TablePart part : table.parts()) {
            if (part.kind() == PartKind.CONSTRAINT) {
                lines.add(INDENT + parts.definition(part));
            } else {
                later.add(parts.add(part));
            }
        }
        Optional<String> engine = table.options().get(H2Options.ENGINE);
        String create =
                "CREATE TABLE "
                        + H2Names.write(table.name())
                        + " (\n"
                        + String.join(",\n", lines)
                        + "\n)"
                        + engine.map(text -> " " + text).orElse("")
                        + (table.options().has(H2Options.NOT_PERSISTENT) ? " NOT PERSISTENT" : "");
        later.add(0, create);
        return later;
    }

    @Override
    public List<String> view(View view) {
        String force = views == Views.FORCED ? "FORCE " : "";
        List<String> statements = new ArrayList<>();
        statements.add("CREATE " + force + "VIEW " + head(view.name(), view.query()));
        view.parts().forEach(part -> statements.add(new PartSql(view.name()).add(part)));
        return statements;
    }

    /** Returns a view's statement behind {@code CREATE VIEW}. */
    static String head(QualifiedName name, Query query) {
        String aliases =
                query.aliases().isEmpty() ? "" : " (" + H2Names.write(query.aliases()) + ")";
        return H2Names.write(name) + aliases + " AS\n" + query.text().source();
    }

    @Override
    public List<String> materializedView(MaterializedView view) {
        if (!view.parts().isEmpty()) {
            throw Refusal.of("index or trigger of a " + view.id());
        }
        return List.of("CREATE MATERIALIZED VIEW " + head(view.name(), view.query()));
    }

    @Override
    public List<String> routine(Routine routine) {
        boolean method = routine.options().has(H2Options.CLASS);
        return List.of(
                "CREATE ALIAS "
                        + H2Names.write(routine.name())
                        + (routine.options().has(H2Options.DETERMINISTIC) ? " DETERMINISTIC" : "")
                        + (method ? " FOR " : " AS ")
                        + H2Text.body(routine.body().source()));
    }

    @Override
    public List<String> synonym(Synonym synonym) {
        return List.of(
                "CREATE SYNONYM "
                        + H2Names.write(synonym.name())
                        + " FOR "
                        + H2Names.write(synonym.target(), synonym.name().schema()));
    }

    @Override
    public List<String> opaque(OpaqueObject object) {
        return List.of(object.definition().source());
    }
}
