package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.ColumnReader;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.DiffOptions;
import dev.limbeck.diff.EnumChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.postgres.ddl.clause.Moves;
import dev.limbeck.postgres.ddl.clause.StatementTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code CREATE TYPE} and {@code ALTER TYPE}, from behind the word {@code TYPE}. */
final class TypeGrammar {
    private final DiffOptions options;
    private final OpaqueGrammar opaque;

    TypeGrammar(DiffOptions options, OpaqueGrammar opaque) {
        this.options = options;
        this.opaque = opaque;
    }

    void create(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE TYPE");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        if (cursor.accept("AS", "ENUM")) {
            enumeration(context, name);
        } else if (cursor.accept("AS", "RANGE")) {
            opaque.create(context, name, "range type");
        } else if (cursor.accept("AS")) {
            composite(context, name);
        } else {
            opaque.create(context, name, "base type");
        }
    }

    private static void enumeration(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        ObjectId id = ObjectId.of(ObjectKind.ENUM_TYPE, name);
        context.element(0, id);
        List<String> values = new ArrayList<>();
        cursor.expect("(");
        while (!cursor.accept(")")) {
            if (!values.isEmpty()) {
                cursor.expect(",");
            }
            int offset = cursor.offset();
            values.add(context.string());
            context.element(offset, id, PartKind.VALUE, values.get(values.size() - 1));
        }
        context.change(new ObjectChange.Create(new EnumType(name, values, Details.none())));
    }

    private static void composite(DdlContext context, QualifiedName name) {
        TokenCursor cursor = context.cursor();
        ObjectId id = ObjectId.of(ObjectKind.COMPOSITE_TYPE, name);
        context.element(0, id);
        List<CompositeType.Attribute> attributes = new ArrayList<>();
        cursor.expect("(");
        while (!cursor.accept(")")) {
            if (!attributes.isEmpty()) {
                cursor.expect(",");
            }
            int offset = cursor.offset();
            CompositeType.Attribute attribute = attribute(context);
            attributes.add(attribute);
            context.element(offset, id, PartKind.ATTRIBUTE, attribute.name());
        }
        context.change(
                new ObjectChange.Create(new CompositeType(name, attributes, Details.none())));
    }

    private static CompositeType.Attribute attribute(DdlContext context) {
        String name = context.name();
        ColumnType type = StatementTypes.INSTANCE.read(context);
        Optional<QualifiedName> collation =
                context.cursor().accept("COLLATE")
                        ? Optional.of(ColumnReader.collation(context))
                        : Optional.empty();
        return new CompositeType.Attribute(name, type, collation, Optional.empty());
    }

    void alter(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER TYPE");
        WrittenName written = context.written();
        context.at(written.offset());
        SchemaObject type = existing(context, written);
        if (Moves.read(context, type.id())) {
            return;
        }
        if (type instanceof EnumType values) {
            value(context, values);
        } else if (type instanceof CompositeType composite) {
            attributes(context, composite);
        } else {
            opaque.alter(context, type);
        }
    }

    /** Returns the type of a name; a table's row type is none. */
    static SchemaObject existing(DdlContext context, WrittenName written) {
        QualifiedName name =
                context.existingOf(
                        written, kind -> StatementTypes.isType(kind) && !kind.isRelation());
        return context.schema().named(name).stream()
                .filter(
                        object ->
                                StatementTypes.isType(object.id().kind())
                                        && !object.id().kind().isRelation())
                .findFirst()
                .orElseThrow(() -> context.missing(written.offset(), "type " + name));
    }

    private void value(DdlContext context, EnumType before) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("RENAME", "VALUE")) {
            int offset = cursor.offset();
            String value = context.string();
            cursor.expect("TO");
            String newValue = context.string();
            require(context, before, value, offset);
            context.change(new EnumChange.RenameValue(before, value, newValue));
            return;
        }
        cursor.expect("ADD", "VALUE");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        String value = context.string();
        Optional<String> next = next(context, before);
        if (before.values().contains(value)) {
            if (!ifNotExists) {
                throw cursor.problem(
                        cursor.lastEnd(),
                        "type " + before.name() + " has the value '" + value + "' already");
            }
            return;
        }
        context.change(
                new EnumChange.AddValue(
                        before,
                        value,
                        next,
                        EnumChange.Users.of(context.schema(), before.name(), options)));
    }

    /** Takes where a value is put, and returns the value it is put before. */
    private static Optional<String> next(DdlContext context, EnumType before) {
        TokenCursor cursor = context.cursor();
        boolean isBefore = cursor.accept("BEFORE");
        if (!isBefore && !cursor.accept("AFTER")) {
            return Optional.empty();
        }
        int offset = cursor.offset();
        String neighbour = context.string();
        require(context, before, neighbour, offset);
        int index = before.values().indexOf(neighbour) + (isBefore ? 0 : 1);
        return index < before.values().size()
                ? Optional.of(before.values().get(index))
                : Optional.empty();
    }

    private static void require(DdlContext context, EnumType type, String value, int offset) {
        if (!type.values().contains(value)) {
            throw context.missing(offset, "value '" + value + "' of type " + type.name());
        }
    }

    private static void attributes(DdlContext context, CompositeType before) {
        TokenCursor cursor = context.cursor();
        CompositeType after = before;
        do {
            List<CompositeType.Attribute> changed = new ArrayList<>(after.attributes());
            action(context, changed);
            if (!cursor.accept("CASCADE")) {
                cursor.accept("RESTRICT");
            }
            after = after.withAttributes(changed);
        } while (cursor.accept(","));
        if (!before.equals(after)) {
            context.change(new ObjectChange.Alter(before, after));
        }
    }

    private static void action(DdlContext context, List<CompositeType.Attribute> attributes) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("ADD", "ATTRIBUTE")) {
            attributes.add(attribute(context));
        } else if (cursor.accept("DROP", "ATTRIBUTE")) {
            boolean ifExists = cursor.accept("IF", "EXISTS");
            int index = index(context, attributes, ifExists);
            if (index >= 0) {
                attributes.remove(index);
            }
        } else if (cursor.accept("RENAME", "ATTRIBUTE")) {
            int index = index(context, attributes, false);
            cursor.expect("TO");
            attributes.set(index, attributes.get(index).withName(context.name()));
        } else {
            cursor.expect("ALTER", "ATTRIBUTE");
            int index = index(context, attributes, false);
            cursor.accept("SET", "DATA");
            cursor.expect("TYPE");
            ColumnType type = StatementTypes.INSTANCE.read(context);
            Optional<QualifiedName> collation =
                    cursor.accept("COLLATE")
                            ? Optional.of(ColumnReader.collation(context))
                            : Optional.empty();
            CompositeType.Attribute before = attributes.get(index);
            attributes.set(
                    index,
                    new CompositeType.Attribute(before.name(), type, collation, before.comment()));
        }
    }

    private static int index(
            DdlContext context, List<CompositeType.Attribute> attributes, boolean ifExists) {
        int offset = context.cursor().offset();
        String name = context.name();
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).name().equals(name)) {
                return i;
            }
        }
        if (!ifExists) {
            throw context.missing(offset, "attribute " + name);
        }
        return -1;
    }
}
