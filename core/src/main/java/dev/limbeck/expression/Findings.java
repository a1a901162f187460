package dev.limbeck.expression;

import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what an expression refers to while it is read. */
final class Findings {
    private final SortedSet<Reference> references = new TreeSet<>();

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

    SortedSet<Reference> references() {
        return references;
    }
}
