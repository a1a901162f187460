package dev.limbeck.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What relations have in common about their parts. */
final class Parts {
    /**
     * Primary key first, then the other keys, then what may need them; by name within a kind, and
     * by content where names can't tell.
     */
    private static final Comparator<TablePart> ORDER =
            Comparator.<TablePart>comparingInt(part -> part.accept(new Rank()))
                    .thenComparing(part -> part.name().canonical())
                    .thenComparing(part -> part.withName(PartName.unknown()).toString());

    private Parts() {}

    /** Returns the parts in the order in which every relation lists them. */
    static List<TablePart> sorted(Collection<? extends TablePart> parts) {
        return parts.size() < 2
                ? List.copyOf(parts)
                : parts.stream().<TablePart>map(part -> part).sorted(ORDER).toList();
    }

    /** Returns what an object in a schema refers to before anything else: that schema. */
    static Set<Reference> namespaceOf(QualifiedName name) {
        Set<Reference> found = new TreeSet<>();
        if (!name.inDefaultSchema()) {
            found.add(Reference.toNamespace(name.schema()));
        }
        return found;
    }

    private static final class Rank implements TablePartVisitor<Integer> {
        @Override
        public Integer primaryKey(PrimaryKey key) {
            return 0;
        }

        @Override
        public Integer unique(Unique unique) {
            return 1;
        }

        @Override
        public Integer exclusion(Exclusion exclusion) {
            return 2;
        }

        @Override
        public Integer check(Check check) {
            return 3;
        }

        @Override
        public Integer foreignKey(ForeignKey key) {
            return 4;
        }

        @Override
        public Integer index(Index index) {
            return 5;
        }

        @Override
        public Integer trigger(Trigger trigger) {
            return 6;
        }

        @Override
        public Integer policy(Policy policy) {
            return 7;
        }

        @Override
        public Integer attachment(Attachment attachment) {
            return 8;
        }
    }
}
