package dev.limbeck.expression;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what an expression refers to while it is read. */
final class Findings {
    private final SortedSet<Reference> references = new TreeSet<>();
    private final Uses.Collector uses = new Uses.Collector();
    private boolean star;

    void add(Reference reference) {
        references.add(reference);
    }

    void type(SqlType type) {
        references.add(Reference.toType(type.name()));
    }

    void routine(List<String> path) {
        if (path.size() <= 2) {
            references.add(Reference.toRoutine(qualified(path)));
        }
    }

    static QualifiedName qualified(List<String> path) {
        return path.size() == 1
                ? QualifiedName.of(path.get(0))
                : QualifiedName.of(path.get(path.size() - 2), path.get(path.size() - 1));
    }

    /** Notes that a query names all columns of what it reads by a star. */
    void star() {
        star = true;
    }

    /** Returns what notes where in the text things stand. */
    Uses.Collector uses() {
        return uses;
    }

    SortedSet<Reference> references() {
        if (!star) {
            return references;
        }
        SortedSet<Reference> all = new TreeSet<>(references);
        for (Reference reference : references) {
            if (reference.target() == Reference.Target.RELATION) {
                all.add(Reference.toAllColumns(reference.name()));
            }
        }
        return all;
    }
}
