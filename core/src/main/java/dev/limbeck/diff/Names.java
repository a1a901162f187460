package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.NameScopes;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.List;

/** The names that things take, written so that two clash where they are equal. */
final class Names {
    private final NameScopes scopes;
    private final ChangeRules rules;

    Names(NameScopes scopes, ChangeRules rules) {
        this.scopes = scopes;
        this.rules = rules;
    }

    /** Returns the names that an object takes, those of its parts left out. */
    List<String> of(SchemaObject object) {
        ObjectId id = object.id();
        List<String> names = new ArrayList<>();
        names.add("object\0" + id);
        if (scopes.relationNames().contains(id.kind())) {
            names.add(relation(id.name()));
        }
        if (scopes.typeNames().contains(id.kind())) {
            names.add("type\0" + id.name().schema() + "\0" + id.name().name());
        }
        if (object instanceof Table table) {
            table.columns().forEach(column -> names.addAll(of(table.name(), column)));
        }
        return names;
    }

    /** Returns the names that a column takes beside its own. */
    List<String> of(QualifiedName table, Column column) {
        return rules.counter(table, column).map(Names::relation).stream().toList();
    }

    /** Returns the names that a part takes. */
    List<String> of(ObjectId owner, TablePart part) {
        List<String> names = new ArrayList<>();
        if (part instanceof PrimaryKey) {
            names.add(primaryKey(owner));
        }
        String name = part.name().value();
        if (name.isEmpty()) {
            return names;
        }
        names.add("part\0" + owner + "\0" + part.kind() + "\0" + name);
        add(names, owner, scopes.of(part), part.kind(), name);
        boolean isIndexToo =
                part instanceof PrimaryKey || part instanceof Unique || part instanceof Exclusion;
        if (isIndexToo && scopes.keysAreIndexes()) {
            add(names, owner, scopes.of(PartKind.INDEX), PartKind.INDEX, name);
        }
        return names;
    }

    private static void add(
            List<String> names,
            ObjectId owner,
            NameScopes.Scope scope,
            PartKind kind,
            String name) {
        if (scope == NameScopes.Scope.RELATION_NAMES) {
            names.add(relation(owner.name().sibling(name)));
        } else if (scope == NameScopes.Scope.SCHEMA) {
            names.add(kind + "\0" + owner.name().schema() + "\0" + name);
        }
    }

    /** Returns the one place that a table has for a primary key. */
    static String primaryKey(ObjectId table) {
        return "primary key\0" + table;
    }

    /** Returns what the routines of one name share: a call of it. */
    static String call(ObjectId routine) {
        return "call\0" + routine.name();
    }

    static String column(QualifiedName table, String column) {
        return "column\0" + table + "\0" + column;
    }

    private static String relation(QualifiedName name) {
        return "relation\0" + name.schema() + "\0" + name.name();
    }
}
