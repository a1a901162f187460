package dev.limbeck.schema;

/** Which names of parts a server makes out of the name of their relation, and keeps so. */
@FunctionalInterface
public interface MadePartNames {
    /** A part keeps its name when its relation gets another one. */
    MadePartNames KEPT = (part, from, to) -> part.name();

    /**
     * Returns the name of a part once its relation has another name.
     *
     * @param from the relation's name before
     * @param to its name afterwards
     */
    PartName renamed(TablePart part, QualifiedName from, QualifiedName to);
}
