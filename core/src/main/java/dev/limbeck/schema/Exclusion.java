package dev.limbeck.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A constraint that no two rows agree in all its elements.
 *
 * @param name its name
 * @param method the access method of its index; empty: the server's default
 * @param elements what is compared
 * @param include columns its index only carries
 * @param where the rows it concerns
 * @param options of its index
 * @param state how far it is enforced
 * @param comment its comment
 */
public record Exclusion(
        PartName name,
        Optional<String> method,
        List<Element> elements,
        List<String> include,
        Optional<Expression> where,
        Options options,
        ConstraintState state,
        Optional<String> comment)
        implements Constraint {
    /**
     * One comparison.
     *
     * @param part what is compared
     * @param operator with what, as written behind {@code WITH}
     */
    public record Element(IndexPart part, String operator) {}

    public Exclusion {
        elements = List.copyOf(elements);
        include = List.copyOf(include);
    }

    @Override
    public Exclusion withName(PartName newName) {
        return new Exclusion(newName, method, elements, include, where, options, state, comment);
    }

    /** Returns the same constraint over other parts. */
    public Exclusion withElements(
            List<Element> newElements, List<String> newInclude, Optional<Expression> newWhere) {
        return new Exclusion(
                name, method, newElements, newInclude, newWhere, options, state, comment);
    }

    @Override
    public Exclusion withState(ConstraintState newState) {
        return new Exclusion(name, method, elements, include, where, options, newState, comment);
    }

    @Override
    public Exclusion withComment(Optional<String> newComment) {
        return new Exclusion(name, method, elements, include, where, options, state, newComment);
    }

    @Override
    public Set<String> columns(QualifiedName owner) {
        Set<String> used = new TreeSet<>(include);
        elements.forEach(element -> used.addAll(element.part().columns(owner)));
        where.ifPresent(
                predicate -> used.addAll(Reference.columnsOf(owner, predicate.references())));
        return used;
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> found = new TreeSet<>();
        elements.forEach(element -> found.addAll(element.part().references()));
        where.ifPresent(predicate -> found.addAll(predicate.references()));
        return found;
    }

    @Override
    public String label() {
        return "exclusion constraint";
    }

    @Override
    public <R> R accept(TablePartVisitor<R> visitor) {
        return visitor.exclusion(this);
    }
}
