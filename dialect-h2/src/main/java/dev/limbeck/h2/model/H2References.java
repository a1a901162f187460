package dev.limbeck.h2.model;

import dev.limbeck.h2.text.H2Lexicon;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what texts refer to, by their words against the names that are known. Where a word may mean
 * columns of several relations, each of them counts as used.
 */
public final class H2References {
    private final Schema schema;
    private final List<String> path;

    /**
     * Starts with the names of a schema.
     *
     * @param path the schemas in which bare names are looked for
     */
    public H2References(Schema schema, List<String> path) {
        this.schema = schema;
        this.path = List.copyOf(path);
    }

    /** A name in a text: its pieces, and what stands around it. */
    private record Name(List<String> pieces, String before, boolean called) {
        String last() {
            return pieces.get(pieces.size() - 1);
        }

        boolean isRead() {
            return before.equals("FROM") || before.equals("JOIN") || before.equals(",");
        }

        /** Returns the objects it may name. */
        List<QualifiedName> candidates(List<String> path) {
            if (pieces.size() > 1) {
                return List.of(H2Names.of(pieces.get(pieces.size() - 2), last()));
            }
            return path.stream().map(schema -> QualifiedName.of(schema, last())).toList();
        }

        Optional<QualifiedName> qualified() {
            return pieces.size() == 2
                    ? Optional.of(H2Names.of(pieces.get(0), pieces.get(1)))
                    : Optional.empty();
        }
    }

    /** Returns what a query refers to. */
    public Set<Reference> ofQuery(String text) {
        return of(text, new HashSet<>(), Optional.empty(), List.of());
    }

    /**
     * Returns what a text inside a table's definition refers to.
     *
     * @param columns the table's columns
     */
    public Set<Reference> ofText(String text, QualifiedName table, Collection<String> columns) {
        return of(text, new HashSet<>(), Optional.of(table), columns);
    }

    private Set<Reference> of(
            String text,
            Set<QualifiedName> read,
            Optional<QualifiedName> own,
            Collection<String> ownColumns) {
        List<Name> names = names(text);
        Set<Reference> found = new TreeSet<>();
        for (Name name : names) {
            addObject(name, read, found);
        }
        for (QualifiedName relation : read) {
            found.add(Reference.toRelation(relation));
            addColumns(names, relation, columnsOf(relation), found);
        }
        own.ifPresent(table -> addColumns(names, table, ownColumns, found));
        return found;
    }

    private Collection<String> columnsOf(QualifiedName relation) {
        return schema.relation(relation).map(Relation::columnNames).orElse(List.of());
    }

    private static void addColumns(
            List<Name> names,
            QualifiedName relation,
            Collection<String> columns,
            Set<Reference> found) {
        for (Name name : names) {
            if (!name.called() && !name.before().equals("AS") && columns.contains(name.last())) {
                found.add(Reference.toColumn(relation, name.last()));
            }
        }
    }

    private void addObject(Name name, Set<QualifiedName> read, Set<Reference> found) {
        for (QualifiedName full : name.candidates(path)) {
            if (name.called()) {
                if (!schema.routines(full).isEmpty()) {
                    found.add(Reference.toRoutine(full));
                }
            } else {
                addObject(name, full, read, found);
            }
        }
        if (name.pieces().size() == 3) {
            QualifiedName owner = H2Names.of(name.pieces().get(0), name.pieces().get(1));
            if (schema.relation(owner).isPresent()) {
                read.add(owner);
            }
        }
    }

    private void addObject(
            Name name, QualifiedName full, Set<QualifiedName> read, Set<Reference> found) {
        boolean qualified = name.pieces().size() > 1;
        if ((name.before().equals("FOR") || qualified) && is(ObjectKind.SEQUENCE, full)) {
            found.add(Reference.toSequence(full));
        } else if (is(ObjectKind.DOMAIN, full) && name.before().equals("AS")) {
            found.add(Reference.toType(full));
        } else if (is(ObjectKind.SYNONYM, full) && name.isRead()) {
            found.add(Reference.toRelation(full));
        } else if (schema.find(new ObjectId(ObjectKind.OPAQUE, full, "constant")).isPresent()) {
            found.add(Reference.toAny(full));
        }
        boolean relation =
                schema.relation(full).isPresent()
                        && (name.isRead() || name.qualified().filter(full::equals).isPresent());
        if (relation) {
            read.add(full);
        }
    }

    private boolean is(ObjectKind kind, QualifiedName name) {
        return schema.find(ObjectId.of(kind, name)).isPresent();
    }

    private static List<Name> names(String text) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, H2Lexicon.LEXICON);
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!H2Names.isName(tokens.get(i))) {
                continue;
            }
            String before = i == 0 ? "" : tokens.get(i - 1).text().toUpperCase(Locale.ROOT);
            List<String> pieces = new ArrayList<>();
            pieces.add(H2Names.read(tokens.get(i)));
            while (i + 2 < tokens.size()
                    && tokens.get(i + 1).isSymbol(".")
                    && H2Names.isName(tokens.get(i + 2))) {
                i += 2;
                pieces.add(H2Names.read(tokens.get(i)));
            }
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
            names.add(new Name(List.copyOf(pieces), before, called));
        }
        return names;
    }
}
