package dev.limbeck.h2;

import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what texts refer to, by their words against the names that are known. Where a word may mean
 * columns of several relations, each of them counts as used.
 */
final class H2References {
    private final Map<QualifiedName, Set<String>> relations = new HashMap<>();
    private final Map<ObjectKind, Set<QualifiedName>> others = new HashMap<>();

    /** Starts with the names of a schema. */
    H2References(Schema schema) {
        this(schema.objects());
    }

    /** Starts with the names of some objects. */
    H2References(Iterable<? extends SchemaObject> objects) {
        for (SchemaObject object : objects) {
            if (object instanceof Relation relation) {
                relations.put(relation.name(), Set.copyOf(relation.columnNames()));
            } else {
                others.computeIfAbsent(object.id().kind(), absent -> new HashSet<>())
                        .add(object.id().name());
            }
        }
    }

    /** A name in a text: its pieces, and what stands around it. */
    private record Name(List<String> pieces, String before, boolean called) {
        String last() {
            return pieces.get(pieces.size() - 1);
        }

        boolean isRead() {
            return before.equals("FROM") || before.equals("JOIN") || before.equals(",");
        }

        Optional<QualifiedName> qualified() {
            return pieces.size() == 2
                    ? Optional.of(H2Names.of(pieces.get(0), pieces.get(1)))
                    : Optional.empty();
        }
    }

    /** Returns what a query refers to. */
    Set<Reference> ofQuery(String text) {
        return of(text, new HashSet<>());
    }

    /** Returns what a text inside a table's definition refers to. */
    Set<Reference> ofText(String text, QualifiedName table) {
        Set<QualifiedName> read = new HashSet<>();
        read.add(table);
        Set<Reference> found = of(text, read);
        found.remove(Reference.toRelation(table));
        return found;
    }

    private Set<Reference> of(String text, Set<QualifiedName> read) {
        List<Name> names = names(text);
        Set<Reference> found = new TreeSet<>();
        for (Name name : names) {
            addObject(name, read, found);
        }
        for (QualifiedName relation : read) {
            found.add(Reference.toRelation(relation));
            Set<String> columns = relations.getOrDefault(relation, Set.of());
            for (Name name : names) {
                if (!name.called()
                        && !name.before().equals("AS")
                        && columns.contains(name.last())) {
                    found.add(Reference.toColumn(relation, name.last()));
                }
            }
        }
        return found;
    }

    private void addObject(Name name, Set<QualifiedName> read, Set<Reference> found) {
        QualifiedName bare = QualifiedName.of(name.last());
        QualifiedName full =
                name.pieces().size() > 1
                        ? H2Names.of(name.pieces().get(name.pieces().size() - 2), name.last())
                        : bare;
        if (name.called()) {
            if (is(ObjectKind.ROUTINE, full)) {
                found.add(Reference.toRoutine(full));
            }
            return;
        }
        if (name.before().equals("FOR") && is(ObjectKind.SEQUENCE, full)) {
            found.add(Reference.toSequence(full));
        } else if (is(ObjectKind.SEQUENCE, full) && name.pieces().size() == 2) {
            found.add(Reference.toSequence(full));
        } else if (is(ObjectKind.DOMAIN, full) && name.before().equals("AS")) {
            found.add(Reference.toType(full));
        } else if (is(ObjectKind.SYNONYM, full) && name.isRead()) {
            found.add(Reference.toRelation(full));
        } else if (is(ObjectKind.OPAQUE, full)) {
            found.add(Reference.toAny(full));
        }
        boolean relation =
                relations.containsKey(full)
                        && (name.isRead() || name.qualified().filter(full::equals).isPresent());
        if (relation) {
            read.add(full);
        }
        if (name.pieces().size() == 3) {
            QualifiedName owner = H2Names.of(name.pieces().get(0), name.pieces().get(1));
            if (relations.containsKey(owner)) {
                read.add(owner);
            }
        }
    }

    private boolean is(ObjectKind kind, QualifiedName name) {
        return others.getOrDefault(kind, Set.of()).contains(name);
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
