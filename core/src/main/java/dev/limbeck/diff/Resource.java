package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that one change makes or takes away and another needs or has needed; orders changes.
 *
 * @param kind what it is
 * @param object the object it is or belongs to
 * @param detail which one of the object's, where it has several
 */
record Resource(Kind kind, ObjectId object, String detail) {
    enum Kind {
        OBJECT,
        /** One column, by the table that first declares it. */
        COLUMN,
        /** The set of all columns of a relation. */
        COLUMNS,
        /** Columns that are held apart, for foreign keys. */
        KEY,
        /** That a column holds no nulls, for primary keys. */
        NOT_NULL,
        /** That a column went through an earlier step. */
        STAGE
    }

    static Resource object(ObjectId id) {
        return new Resource(Kind.OBJECT, id, "");
    }

    static Resource column(Schema schema, QualifiedName table, String column) {
        QualifiedName origin = Inheritance.origin(schema, table, column);
        return new Resource(Kind.COLUMN, ObjectId.table(origin), column);
    }

    static Resource columns(ObjectId relation) {
        return new Resource(Kind.COLUMNS, relation, "");
    }

    static Resource key(QualifiedName table, Collection<String> columns) {
        return new Resource(
                Kind.KEY, ObjectId.table(table), String.join("\0", new TreeSet<>(columns)));
    }

    static Resource notNull(QualifiedName table, String column) {
        return new Resource(Kind.NOT_NULL, ObjectId.table(table), column);
    }

    static Resource stage(ObjectId object, String name) {
        return new Resource(Kind.STAGE, object, name);
    }

    /** Returns that a part bears its new name. */
    static Resource named(ObjectId owner, PartKind part, String name) {
        return stage(owner, part + "\0" + name);
    }

    /** Returns what references mean in a schema. */
    static Set<Resource> of(Schema schema, Collection<Reference> references) {
        Set<Resource> found = new LinkedHashSet<>();
        Set<QualifiedName> withColumns = new HashSet<>();
        for (Reference reference : references) {
            if (reference.column().isPresent()) {
                withColumns.add(reference.name());
            }
        }
        for (Reference reference : references) {
            for (ObjectId id : schema.resolve(reference)) {
                found.add(object(id));
                if (reference.target() != Reference.Target.RELATION) {
                    continue;
                }
                if (reference.isToAllColumns()) {
                    found.add(columns(id));
                } else if (reference.column().isPresent()) {
                    found.add(column(schema, id.name(), reference.column().get()));
                } else if (!withColumns.contains(reference.name())) {
                    found.add(columns(id));
                }
            }
        }
        return found;
    }

    /** Returns the columns of relations whose row types an object uses. */
    static Set<Resource> ofRows(Schema schema, Collection<Reference> references) {
        Set<Resource> found = new LinkedHashSet<>();
        for (Reference reference : references) {
            if (reference.target() == Reference.Target.TYPE) {
                schema.resolve(reference).stream()
                        .filter(id -> id.kind().isRelation())
                        .forEach(id -> found.add(columns(id)));
            }
        }
        return found;
    }

    /** Returns what a column's definition refers to. */
    static Set<Resource> of(Schema schema, Column column) {
        return of(schema, List.copyOf(column.references()));
    }
}
